import { bandsOf, extentOf, inkIn, linesOfBands, type Band, type Ink } from './bands.js';
import type { FlatBox } from './flat-picture.js';
import type { Grey } from './grey.js';

/** A line of print on the flat page, in pixels of the working picture: its ink. */
export type InkLine = FlatBox;

/** What a cell holds, as far as its ink tells without reading. */
export type CellInk =
  | { readonly kind: 'empty' }
  | { readonly kind: 'dash'; readonly text: string; readonly lines: readonly InkLine[] }
  | { readonly kind: 'print'; readonly lines: readonly InkLine[] };

/** Pixels from the middle of a rule to where a cell's own ground begins. */
const RULE_HALF = 2;
/** Pixels. What is left of a rule lies this near the cell's side, and is dark along this part of it. */
const REMAINS = 4;
const REMAINS_DARK = 0.6;
/** In line heights. Less ink than this square is a speck. */
const LEAST_PRINT = 0.12;
/** A dash is this much longer than high, and this high at most in line heights. */
const DASH_RATIO = 1.8;
const DASH_HEIGHT = 0.28;
/** In line heights: a longer dash is a full-width one. */
const LONG_DASH = 0.75;

/** The ink within a cell, without what its rules leave. */
export function cellInkOf(flat: Grey, cell: FlatBox, threshold: number): Ink {
  const inner = {
    left: cell.left + RULE_HALF,
    top: cell.top + RULE_HALF,
    right: cell.right - RULE_HALF,
    bottom: cell.bottom - RULE_HALF,
  };
  const ink = inkIn(flat, inner, threshold);
  const { width, height, mask } = ink;
  for (let depth = 0; depth < REMAINS; depth += 1) {
    for (const row of [depth, height - 1 - depth]) blank(mask, row * width, 1, width);
    for (const column of [depth, width - 1 - depth]) blank(mask, column, width, height);
  }
  return ink;
}

/** Blanks a row or column of pixels that is dark along most of its length. */
function blank(mask: Uint8Array, start: number, step: number, count: number): void {
  if (start < 0 || start >= mask.length) return;
  let dark = 0;
  for (let index = 0, at = start; index < count; index += 1, at += step) dark += mask[at] as number;
  if (dark < REMAINS_DARK * count) return;
  for (let index = 0, at = start; index < count; index += 1, at += step) mask[at] = 0;
}

/** Tells empty cells and lone dashes by their ink, and finds the lines of the others; a line is about `line` pixels high. */
export function readInk(ink: Ink, line: number): CellInk {
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

/** True where the rectangle is mostly ink, as a dash is and a row of dots is not. */
function isSolid({ left, top, width, mask }: Ink, box: InkLine): boolean {
  let count = 0;
  for (let row = box.top - top; row < box.bottom - top; row += 1)
    for (let column = box.left - left; column < box.right - left; column += 1) count += mask[row * width + column] as number;
  return count >= 0.6 * (box.bottom - box.top) * (box.right - box.left);
}
