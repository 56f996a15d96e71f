import type { Grey } from './grey.js';

/** A sign that stands before a number or alone, and that readers take for a letter of about its form. */
export type Sign = '≥' | '≤' | '>' | '<' | '=' | '/' | '-';

/** How far a strip's picture is from white where it is ink. */
const INK = 110;
/** Pixels of a strip: narrower ink is a speck, wider is no sign. */
const NARROWEST = 13;
const WIDEST = 40;
/** Of the sign's height: a stroke is thinner. */
const THIN = 0.34;

/** A stroke as one column of pixels shows it. */
interface Run {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Tells the sign that a strip begins with by its strokes: how many lie over one another at its left and at its right, and how they
 * run. Null where it is none of them.
 */
export function signAt(strip: Grey): { readonly sign: Sign; readonly right: number } | null {
  const glyph = firstGlyph(strip);
  if (glyph === null) return null;
  const { left, right } = glyph;
  const columns: Run[][] = [];
  for (let column = left; column < right; column += 1) columns.push(runsIn(strip, column));
  const sign = signOf(columns);
  return sign === null ? null : { sign, right };
}

/** The columns of the first ink that stands apart from what follows. */
function firstGlyph(strip: Grey): { left: number; right: number } | null {
  let left = -1;
  for (let column = 0; column < strip.width; column += 1) {
    const isInked = runsIn(strip, column).length > 0;
    if (isInked && left < 0) left = column;
    if (!isInked && left >= 0) {
      if (column - left >= NARROWEST) return column - left > WIDEST ? null : { left, right: column };
      left = -1;
    }
  }
  return left >= 0 && strip.width - left >= NARROWEST && strip.width - left <= WIDEST
    ? { left, right: strip.width }
    : null;
}

function runsIn({ width, height, data }: Grey, column: number): Run[] {
  const runs: Run[] = [];
  let top = -1;
  for (let row = 0; row <= height; row += 1) {
    const isInk = row < height && 255 - (data[row * width + column] as number) >= INK;
    if (isInk && top < 0) top = row;
    if (!isInk && top >= 0) {
      runs.push({ top, bottom: row });
      top = -1;
    }
  }
  return runs;
}

function signOf(columns: readonly Run[][]): Sign | null {
  const inked = columns.filter((runs) => runs.length > 0);
  const tops = inked.map((runs) => runs[0]?.top ?? 0);
  const bottoms = inked.map((runs) => runs.at(-1)?.bottom ?? 0);
  const height = Math.max(...bottoms) - Math.min(...tops);
  const width = columns.length;
  const strokes = inked.flat();
  const isThin =
    strokes.filter(({ top, bottom }) => bottom - top <= Math.max(3, THIN * height)).length >= 0.85 * strokes.length;
  const third = Math.max(2, Math.floor(width / 3));
  const [left, right] = [usualCount(columns.slice(1, third + 1)), usualCount(columns.slice(-third - 1, -1))];
  if (left === 1 && right === 1) return signOfOneStroke(inked, width, height);
  if (!isThin || height < 0.25 * width) return null;
  if (left === 2 && right === 2) return isFlat(inked) ? '=' : null;
  const wedge = opening(columns, third);
  if (left === 3 && right === 2) return wedge === 'left' ? '≥' : null;
  if (left === 2 && right === 3) return wedge === 'right' ? '≤' : null;
  if (left === 2 && right === 1) return wedge === 'left' ? '>' : null;
  if (left === 1 && right === 2) return wedge === 'right' ? '<' : null;
  return null;
}

function signOfOneStroke(columns: readonly Run[][], width: number, height: number): Sign | null {
  const middles = columns.map((runs) => ((runs[0]?.top ?? 0) + (runs[0]?.bottom ?? 0)) / 2);
  const [first, last] = [middles[0] ?? 0, middles.at(-1) ?? 0];
  const rises = middles.every((middle, index) => index === 0 || middle <= (middles[index - 1] ?? 0) + 0.5);
  if (rises && first - last >= 0.5 * height && height >= 0.9 * width) return '/';
  const isLevel = Math.abs(first - last) <= 2 && height <= 0.45 * width;
  return isLevel ? '-' : null;
}

/** The number of strokes that most of some columns show, 0 where they differ. */
function usualCount(columns: readonly Run[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of columns) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= 0.6 * columns.length ? best[0] : 0;
}

/** Two level strokes of about one length. */
function isFlat(columns: readonly Run[][]): boolean {
  const two = columns.filter(({ length }) => length === 2);
  if (two.length < 0.85 * columns.length) return false;
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return spread(two.map(([upper]) => upper?.top ?? 0)) <= 3 && spread(two.map(([, lower]) => lower?.top ?? 0)) <= 3;
}

/** The side on which the two upper strokes stand apart: they meet on the other. */
function opening(columns: readonly Run[][], third: number): 'left' | 'right' | null {
  const gap = (part: readonly Run[][]) => {
    const gaps = part.flatMap(([upper, lower]) => (upper && lower ? [lower.top - upper.bottom] : [0]));
    return gaps.reduce((sum, value) => sum + value, 0) / Math.max(1, gaps.length);
  };
  const [left, right] = [gap(columns.slice(1, third + 1)), gap(columns.slice(-third - 1, -1))];
  if (left > right + 1) return 'left';
  return right > left + 1 ? 'right' : null;
}
