import type { InkLine } from './cell-lines.js';
import type { FlatBox } from '../raster/rectangle.js';

/** In line heights: what a cell leaves blank beside its text, both sides together. */
const PADDING = 1.1;
/** In line heights: a character, or a word's width for each of its letters. */
const CHARACTER = 1.05;
const LETTER = 0.55;

const WORD = /^[\p{Script=Latin}\p{Nd}.,%]+/u;
const OPENING = /^[“‘《〈（([]+/;

const lengthOf = ({ left, right }: InkLine) => right - left;

/**
 * True where a line goes on in the next one: the next one's beginning would not have fitted on it. `beginning` is how wide that is
 * at least.
 */
export function isWrapped(
  lines: readonly InkLine[],
  index: number,
  within: FlatBox,
  beginning: number,
  line: number,
): boolean {
  const [before, after] = [lines[index], lines[index + 1]];
  if (!before || !after) return false;
  const longest = Math.max(...lines.map(lengthOf));
  const room = Math.max(longest, within.right - within.left - PADDING * line);
  return lengthOf(before) + beginning > room;
}

/** The least that can't be parted at a text's beginning, in pixels. */
export function beginningOf(text: string, line: number): number {
  const opening = OPENING.exec(text)?.[0].length ?? 0;
  const word = WORD.exec(text.slice(opening))?.[0].length ?? 0;
  return line * (opening * LETTER + (word > 0 ? word * LETTER : CHARACTER));
}

/** The width of one character: what a text begins with at least. */
export const characterWidth = (line: number) => CHARACTER * line;
