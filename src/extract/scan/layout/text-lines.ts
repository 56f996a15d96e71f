import type { FlatBox } from '../raster/rectangle.js';
import { componentsOf, type Mask } from '../raster/components.js';
import type { Grey } from '../raster/raster.js';

/** Pixels of ink that are no print: a scanner's noise. */
const SPECK = 3;

/** Which pixels of a rectangle of a page carry ink; specks are left out. */
export interface Ink extends Mask {
  readonly left: number;
  readonly top: number;
}

export function inkIn({ width, data }: Grey, box: FlatBox, threshold: number): Ink {
  const [left, top] = [Math.ceil(box.left), Math.ceil(box.top)];
  const [columns, rows] = [Math.max(0, Math.floor(box.right) - left), Math.max(0, Math.floor(box.bottom) - top)];
  const mask = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0, from = (top + row) * width + left, to = row * columns; column < columns; column += 1)
      if ((data[from + column] ?? 0) >= threshold) mask[to + column] = 1;
  return { left, top, width: columns, height: rows, mask: withoutSpecks(mask, columns, rows) };
}

function withoutSpecks(mask: Uint8Array, width: number, height: number): Uint8Array {
  for (const { pixels } of componentsOf({ width, height, mask }))
    if (pixels.length <= SPECK) for (const at of pixels) mask[at] = 0;
  return mask;
}

/** A run of rows with ink: a line of text, or a part of one. Rows count from the top of the page. */
export interface Band {
  readonly top: number;
  /** Not included. */
  readonly bottom: number;
}

/** The ink in each row. */
export function rowCounts({ width, height, mask }: Ink): Uint16Array {
  const counts = new Uint16Array(height);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      if (mask[row * width + column] === 1) counts[row] = (counts[row] as number) + 1;
  return counts;
}

export function bandsOf(ink: Ink): Band[] {
  const counts = rowCounts(ink);
  const bands: Band[] = [];
  let start = -1;
  for (let row = 0; row <= ink.height; row += 1) {
    const isInked = row < ink.height && (counts[row] as number) > 0;
    if (isInked && start < 0) start = row;
    if (!isInked && start >= 0) {
      bands.push({ top: ink.top + start, bottom: ink.top + row });
      start = -1;
    }
  }
  return bands;
}

const heightOf = ({ top, bottom }: Band) => bottom - top;
/** In line heights: bands that together are no higher than this are parts of one line, as the two strokes of 二. */
const ONE_LINE = 1.12;
/** In line heights: a higher band is several lines that touch. */
const TOUCHING = 1.55;

/** Between two lines that touch there is so much ink at most, by the lines' own. */
const VALLEY = 0.35;

const meanOf = (values: Uint16Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Bands as lines of text, when a line is known to be about `line` pixels high. */
export function linesOfBands(ink: Ink, bands: readonly Band[], line: number): Band[] {
  const merged: Band[] = [];
  for (const band of bands) {
    const last = merged.at(-1);
    const small = heightOf(band) < 0.6 * line || (last !== undefined && heightOf(last) < 0.6 * line);
    if (last && small && band.bottom - last.top <= ONE_LINE * line)
      merged[merged.length - 1] = { top: last.top, bottom: band.bottom };
    else merged.push(band);
  }
  return merged.flatMap((band) => parted(ink, band, line));
}

/** Cuts lines that touch where the least ink is, near where a line should end. */
function parted(ink: Ink, band: Band, line: number): Band[] {
  const count = Math.round(heightOf(band) / (line * 1.1));
  if (heightOf(band) < TOUCHING * line || count < 2) return [band];
  const counts = rowCounts(ink);
  const usual = meanOf(counts.subarray(band.top - ink.top, band.bottom - ink.top));
  const lines: Band[] = [];
  let top = band.top;
  for (let index = 1; index < count; index += 1) {
    const expected = band.top + (heightOf(band) * index) / count;
    let [best, least] = [Math.round(expected), Infinity];
    for (let row = Math.ceil(expected - line * 0.3); row <= expected + line * 0.3; row += 1) {
      const value = (counts[row - ink.top] ?? 0) + Math.abs(row - expected) * 0.1;
      if (value < least) [best, least] = [row, value];
    }
    if (least > VALLEY * usual) continue; // one line of larger print
    lines.push({ top, bottom: best });
    top = best;
  }
  return [...lines, { top, bottom: band.bottom }];
}

/** A piece of a line, in pixels from the page's left. */
export interface Extent {
  readonly left: number;
  /** Not included. */
  readonly right: number;
}

/** The pieces of a line that gaps wider than `gap` pixels part. */
export function extentsOf({ left, top, width, mask }: Ink, band: Band, gap: number): Extent[] {
  const extents: { left: number; right: number }[] = [];
  for (let column = 0; column < width; column += 1) {
    let isInked = false;
    for (let row = band.top - top; row < band.bottom - top && !isInked; row += 1)
      isInked = mask[row * width + column] === 1;
    if (!isInked) continue;
    const last = extents.at(-1);
    if (last && left + column - last.right <= gap) last.right = left + column + 1;
    else extents.push({ left: left + column, right: left + column + 1 });
  }
  return extents;
}

/** In line heights. Specks and smudges beside a line stand further from it than its words do, and are narrower than a letter. */
const FAR = 0.8;
const NARROW = 0.22;
/** In line heights. A comma that a line begins with stands so far from what follows at most, and is this high at least. */
const FAR_BEHIND_COMMA = 1.05;
const COMMA = 0.15;

/** Where the ink of a line begins and ends; a speck far from the rest is none of it. Null where there is no ink. */
export function extentOf(ink: Ink, band: Band, line: number): Extent | null {
  const pieces = extentsOf(ink, band, FAR * line);
  const wide = pieces.filter(({ left, right }) => right - left > NARROW * line);
  const [first, last] = wide.length > 0 ? [wide[0], wide.at(-1)] : [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const before = pieces[pieces.indexOf(first) - 1];
  const isComma =
    before && first.left - before.right <= FAR_BEHIND_COMMA * line && isLowSign(ink, band, before, COMMA * line);
  return { left: isComma ? before.left : first.left, right: last.right };
}

/** True for a piece of a line that is in its lower half, and so many pixels high at least. */
function isLowSign({ left, top, width, mask }: Ink, band: Band, piece: Extent, least: number): boolean {
  const isInked = (row: number) =>
    mask.subarray((row - top) * width + piece.left - left, (row - top) * width + piece.right - left).includes(1);
  let [first, last] = [band.top, band.bottom - 1];
  while (first < last && !isInked(first)) first += 1;
  while (last > first && !isInked(last)) last -= 1;
  return first >= (band.top + band.bottom) / 2 && last - first + 1 >= least;
}
