import type { Grey } from '../raster/raster.js';
import { STRIP_HEIGHT } from './line-image.js';

/** Pixels of its own margins that a number keeps on a line of several, and that are put between two. */
const MARGIN = 2;
const GAP = 32;
/** What is darker, of 255 for white, is left on: a pale stroke that is no ink for sure, too. */
const PALEST = 215;
/** Numbers on a line: more take less time together, and are told apart worse. */
export const NUMBERS_ON_A_LINE = 8;

/** Digits and the signs that stand with them, alone: a number's text in a cell of its own, a target's with its sign. */
export const isNumeral = (text: string) => /^[≥≤≧≦⩾⩽><＞＜=＝]?[\d.,%()（）％\-+\s]+$/.test(text) && /\d/.test(text);

/** Pictures of numbers side by side, as one line. */
export function onOneLine(strips: readonly Grey[]): Grey {
  const pieces = strips.map((strip) => ({ strip, ...extentOf(strip) }));
  const width = pieces.reduce((sum, { left, right }) => sum + right - left + GAP, 0);
  const data = new Uint8Array(width * STRIP_HEIGHT).fill(255);
  let at = 0;
  for (const { strip, left, right } of pieces) {
    for (let row = 0; row < STRIP_HEIGHT; row += 1)
      data.set(strip.data.subarray(row * strip.width + left, row * strip.width + right), row * width + at);
    at += right - left + GAP;
  }
  return { width, height: STRIP_HEIGHT, data };
}

/** The columns of a strip with print in them, and a margin. */
function extentOf({ width, data }: Grey): { left: number; right: number } {
  let [left, right] = [width, 0];
  for (let at = 0; at < data.length; at += 1) {
    if ((data[at] as number) >= PALEST) continue;
    left = Math.min(left, at % width);
    right = Math.max(right, (at % width) + 1);
  }
  return { left: Math.max(0, Math.min(left, right) - MARGIN), right: Math.min(width, right + MARGIN) };
}
