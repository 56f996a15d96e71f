import { bandsOf, extentOf, inkIn, linesOfBands, type Band, type Ink } from './text-lines.js';
import { componentsOf } from '../raster/components.js';
import type { FlatBox } from '../raster/rectangle.js';
import type { Grey } from '../raster/raster.js';

/** A line of print on the flat page, in pixels of the working picture: its ink. */
export type InkLine = FlatBox;

/** What a cell holds, as far as its ink tells without reading. */
export type CellInk =
  | { readonly kind: 'empty' }
  | { readonly kind: 'dash'; readonly text: string; readonly lines: readonly InkLine[] }
  | { readonly kind: 'print'; readonly lines: readonly InkLine[] };

/** Pixels from the middle of a rule to where a cell's own ground begins. */
const RULE_HALF = 2;
/** Pixels. What is left of a rule touches the cell's side, or lies this near. */
const REMAINS = 2;
/** In line heights: it is this thin at most, and this long at least. */
const THIN = 0.3;
const DRAWN_OUT = 1.3;
/** In line heights. What is left of a rule and shorter than this touches the side. */
const SHORT = 0.4;
/** In line heights. Less ink than this square is a speck. */
const LEAST_PRINT = 0.12;
/** A dash is this much longer than high, and this high at most in line heights. */
const DASH_RATIO = 1.8;
export const DASH_HEIGHT = 0.28;
/** In line heights: a longer dash is a full-width one. */
const LONG_DASH = 0.75;

/** The ink within a cell. */
export function cellInkOf(flat: Grey, cell: FlatBox, threshold: number): Ink {
  return inkIn(
    flat,
    {
      left: cell.left + RULE_HALF,
      top: cell.top + RULE_HALF,
      right: cell.right - RULE_HALF,
      bottom: cell.bottom - RULE_HALF,
    },
    threshold,
  );
}

/** Blanks what a cell's rules leave in it: long thin ink that lies along its side. */
export function withoutRemains(ink: Ink, line: number): Ink {
  const { width, height } = ink;
  const mask = ink.mask.slice();
  for (const { left, top, right, bottom, pixels } of componentsOf(ink)) {
    const [across, down] = [right - left, bottom - top];
    const lies =
      (down <= THIN * line && across >= DRAWN_OUT * line) || (across <= THIN * line && down >= DRAWN_OUT * line);
    const isWithin = (distance: number) =>
      left < distance || top < distance || right > width - distance || bottom > height - distance;
    const touches = isWithin(REMAINS);
    // A comma that a line begins with stands nearly as near.
    const isShort = Math.max(across, down) <= SHORT * line;
    const isSliver = (isShort ? isWithin(1) : touches) && Math.min(across, down) <= REMAINS + 1;
    if (isSliver || (lies && touches)) for (const at of pixels) mask[at] = 0;
  }
  return { ...ink, mask };
}

/** Tells empty cells and lone dashes by their ink, and finds the lines of the others; a line is about `line` pixels high. */
export function readInk(within: Ink, line: number): CellInk {
  const ink = withoutRemains(within, line);
  const lines = linesOfBands(ink, bandsOf(ink), line).flatMap((band): InkLine[] => {
    const extent = extentOf(ink, band, line);
    return extent && isPrint(ink, band, line) ? [{ ...extent, ...tight(band) }] : [];
  });
  const [first] = lines;
  if (!first) return { kind: 'empty' };
  if (lines.length === 1) {
    const [width, height] = [first.right - first.left, first.bottom - first.top];
    if (height <= DASH_HEIGHT * line && width >= DASH_RATIO * height && isSolid(ink, first))
      return { kind: 'dash', text: width >= LONG_DASH * line ? '—' : '-', lines };
  }
  return { kind: 'print', lines };
}

const tight = ({ top, bottom }: Band) => ({ top, bottom });

function isPrint({ top, width, mask }: Ink, band: Band, line: number): boolean {
  let count = 0;
  for (let at = (band.top - top) * width; at < (band.bottom - top) * width; at += 1) count += mask[at] as number;
  return count >= (LEAST_PRINT * line) ** 2;
}

/** Of a dash's length: so much is ink in its fullest row. */
const DRAWN_THROUGH = 0.85;
/** Of a dash's rectangle, where it lies askew and no row is full. */
const MOSTLY_INK = 0.6;

/** True where a rectangle's ink has a row that goes through, or is most of it, as a dash is and a row of dots is not; no row is blank. */
function isSolid({ left, top, width, mask }: Ink, box: InkLine): boolean {
  const length = box.right - box.left;
  const counts: number[] = [];
  for (let row = box.top - top; row < box.bottom - top; row += 1) {
    const start = row * width - left;
    counts.push(mask.subarray(start + box.left, start + box.right).reduce((sum, value) => sum + value, 0));
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const isThrough = Math.max(...counts) >= DRAWN_THROUGH * length;
  return Math.min(...counts) > 0 && (isThrough || all >= MOSTLY_INK * counts.length * length);
}
