import type { Grey } from './grey.js';
import { STRIP_HEIGHT } from './strips.js';

/** Pixels between two numbers that are read on one line. */
const GAP = 20;
/** Numbers on a line: more take less time together, and are told apart worse. */
export const NUMBERS_ON_A_LINE = 8;

/** Digits and the signs that stand with them, alone: a number's text in a cell of its own, a target's with its sign. */
export const isNumeral = (text: string) => /^[≥≤≧≦⩾⩽><＞＜=＝]?[\d.,%()（）％\-+\s]+$/.test(text) && /\d/.test(text);

/** Pictures of numbers side by side, as one line. */
export function onOneLine(strips: readonly Grey[]): Grey {
  const width = strips.reduce((sum, strip) => sum + strip.width + GAP, 0);
  const data = new Uint8Array(width * STRIP_HEIGHT).fill(255);
  let left = 0;
  for (const strip of strips) {
    for (let row = 0; row < STRIP_HEIGHT; row += 1)
      data.set(strip.data.subarray(row * strip.width, (row + 1) * strip.width), row * width + left);
    left += strip.width + GAP;
  }
  return { width, height: STRIP_HEIGHT, data };
}
