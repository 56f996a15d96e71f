import type { Grey } from '../raster/raster.js';

/** A sign that stands before a number or alone, and that readers take for a letter of about its form. */
export type Sign = '≥' | '≤' | '>' | '<' | '=' | '/' | '-';

/** How far a strip's picture is from white where it is ink; by its darkest pixel where the print is faint, and how far at least. */
const INK = 110;
const FAINT_INK = 0.55;
const LEAST_INK = 60;
/** Of that: ink that one more stroke has at least; ink that strokes which run together have between them at most. */
const PALER = 0.65;
const DARKER = 1.3;
/** Pixels of a strip: the width of a speck, of the narrowest sign, and of the widest. */
const SPECK = 5;
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
 * What signs are with one more stroke, by what is told without: a thin stroke that falls between two rows of pixels is paler than ink, and
 * blurred ones run together.
 */
const PALE_STROKE: Readonly<Partial<Record<Sign | 'none', string>>> = { none: '=', '-': '=', '>': '≥', '<': '≤' };
const BLURRED_STROKES: Readonly<Partial<Record<Sign | 'none', string>>> = { none: '≥≤', '-': '=', '>': '≥', '<': '≤' };

/**
 * Tells the sign that a strip begins with by its strokes: how many lie over one another, and how they run. Null where it is none. Where it
 * may be a digit, strokes that are pale or run together tell nothing: a 2 has some.
 */
export function signAt(strip: Grey, mayBeDigit = false): SignAt | null {
  const ink = inkOf(strip);
  const found = signIn(strip, ink, mayBeDigit);
  if (mayBeDigit) return found;
  const without = found?.sign ?? 'none';
  for (const [part, signs] of [
    [PALER, PALE_STROKE[without]],
    [DARKER, BLURRED_STROKES[without]],
  ] as const) {
    const other = signs === undefined ? null : signIn(strip, part * ink, mayBeDigit);
    if (other && signs?.includes(other.sign)) return other;
  }
  return found;
}

/** A sign, and the column behind it. */
interface SignAt {
  readonly sign: Sign;
  readonly right: number;
}

function signIn(strip: Grey, ink: number, mayBeDigit: boolean): SignAt | null {
  const glyph = firstGlyph(strip, ink);
  if (glyph === null) return null;
  const { left, right } = glyph;
  const columns: Run[][] = [];
  for (let column = left; column < right; column += 1) columns.push(runsIn(strip, column, ink));
  const sign = signOf(columns, mayBeDigit);
  return sign === null ? null : { sign, right };
}

function inkOf({ data }: Grey): number {
  const darkest = 255 - data.reduce((least, value) => Math.min(least, value), 255);
  return Math.min(INK, Math.max(LEAST_INK, FAINT_INK * darkest));
}

/** The columns of the first ink that stands apart from what follows. */
function firstGlyph(strip: Grey, ink: number): { left: number; right: number } | null {
  let left = -1;
  for (let column = 0; column <= strip.width; column += 1) {
    const isInked = column < strip.width && runsIn(strip, column, ink).length > 0;
    if (isInked && left < 0) left = column;
    if (isInked || left < 0) continue;
    const width = column - left;
    if (width > SPECK) return width < NARROWEST || width > WIDEST ? null : { left, right: column };
    left = -1;
  }
  return null;
}

function runsIn({ width, height, data }: Grey, column: number, ink: number): Run[] {
  const runs: Run[] = [];
  let top = -1;
  for (let row = 0; row <= height; row += 1) {
    const isInk = row < height && 255 - (data[row * width + column] as number) >= ink;
    if (isInk && top < 0) top = row;
    if (!isInk && top >= 0) {
      runs.push({ top, bottom: row });
      top = -1;
    }
  }
  return runs;
}

/** Of the columns: so many show the strokes that make a sign what it is. */
const TELLING = 0.3;
/** Of the sign's height: two strokes that draw together by so much are a wedge; by less than that many pixels, level. */
const WEDGE = 0.2;
const LEVEL = 2.5;

/**
 * How much thicker than the upper arm of a wedge the lower one is, by itself and in pixels: no more, there is no stroke below; so much at
 * least, it ran into it. Measured on scans of 150 to 300 dpi: 0.9 to 1.0, and 1.7 to 3.4 by more than two pixels.
 */
const AS_THICK = { ratio: 1.3, pixels: 0.7 };
const RUN_IN = { ratio: 1.6, pixels: 2 };

function signOf(columns: readonly Run[][], mayBeDigit: boolean): Sign | null {
  const inked = columns.filter((runs) => runs.length > 0);
  const tops = inked.map((runs) => runs[0]?.top ?? 0);
  const bottoms = inked.map((runs) => runs.at(-1)?.bottom ?? 0);
  const height = Math.max(...bottoms) - Math.min(...tops);
  const width = columns.length;
  const showing = (count: number) => inked.filter((runs) => runs.length === count);
  if (showing(1).length >= 0.9 * width) return signOfOneStroke(inked, width, height);
  const strokes = inked.flat();
  const thin = strokes.filter(({ top, bottom }) => bottom - top <= Math.max(3, THIN * height));
  if (thin.length < 0.8 * strokes.length || height < 0.25 * width || inked.some((runs) => runs.length > 4)) return null;
  // ≧ has two strokes below its arms.
  const [two, three] = [showing(2), inked.filter((runs) => runs.length >= 3)];
  if (three.length >= TELLING * width) {
    // Two arms and the stroke below them.
    const closing = closingOf(three, height);
    const falls = fallOf(three) / height;
    return closing > WEDGE && falls > ARM ? '≥' : closing < -WEDGE && falls < -ARM ? '≤' : null;
  }
  if (two.length < TELLING * width) return null;
  const [closing, falls] = [closingOf(two, height), fallOf(two) / height];
  const opensLeft = closing > WEDGE && falls > ARM;
  if (opensLeft || (closing < -WEDGE && falls < -ARM)) {
    const [upper, lower] = [thicknessOf(two, 0), thicknessOf(two, 1)];
    const isThicker = ({ ratio, pixels }: typeof RUN_IN) => lower >= ratio * upper && lower - upper >= pixels;
    if (isThicker(RUN_IN)) return mayBeDigit ? null : opensLeft ? '≥' : '≤';
    return three.length > 1 || isThicker(AS_THICK) ? null : opensLeft ? '>' : '<';
  }
  return three.length <= 1 && two.length >= 0.85 * width && isLevel(two) ? '=' : null;
}

/** Pixels: how thick one of two strokes is, in the mean. */
const thicknessOf = (columns: readonly Run[][], stroke: number) =>
  columns.reduce((sum, runs) => sum + (runs[stroke]?.bottom ?? 0) - (runs[stroke]?.top ?? 0), 0) / columns.length;

/** How much the two upper strokes draw together from left to right, in sign heights; negative where they part. */
function closingOf(columns: readonly Run[][], height: number): number {
  const gaps = columns.map(([upper, lower]) => (upper && lower ? lower.top - upper.bottom : 0));
  const part = Math.max(1, Math.floor(gaps.length / 4));
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return (meanOf(gaps.slice(0, part)) - meanOf(gaps.slice(-part))) / height;
}

/** Of the sign's height: the upper arm of a wedge falls or rises by so much at least from its first half to its second; a 2 is round there. */
const ARM = 0.07;

/** Pixels that the upper stroke falls by, from the middle of its first half to that of its second; negative where it rises; 0 where it does both. */
function fallOf(columns: readonly Run[][]): number {
  const tops = columns.map(([upper]) => upper?.top ?? 0);
  const turns = (sign: number) => tops.some((top, at) => at > 0 && (top - (tops[at - 1] as number)) * sign < -1);
  const half = tops.length >> 1;
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const fall = meanOf(tops.slice(-half)) - meanOf(tops.slice(0, half));
  return turns(Math.sign(fall)) ? 0 : fall;
}

/** Two strokes that run level. */
function isLevel(columns: readonly Run[][]): boolean {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return [0, 1].every((stroke) => spread(columns.map((runs) => runs[stroke]?.top ?? 0)) <= LEVEL + 1);
}

function signOfOneStroke(columns: readonly Run[][], width: number, height: number): Sign | null {
  const middles = columns.map((runs) => ((runs[0]?.top ?? 0) + (runs[0]?.bottom ?? 0)) / 2);
  const [first, last] = [middles[0] ?? 0, middles.at(-1) ?? 0];
  const rises = middles.every((middle, index) => index === 0 || middle <= (middles[index - 1] ?? 0) + 0.5);
  if (rises && first - last >= 0.5 * height && height >= 0.9 * width) return '/';
  const isLevel = Math.abs(first - last) <= 2 && height <= 0.45 * width;
  return isLevel ? '-' : null;
}
