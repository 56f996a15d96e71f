import type { Box } from '../../schema/sheet.js';
import type { Glyph } from '../geometry/glyph.js';
import { withDirection } from './standing.js';
import { textLinesOf, type TextLine } from './text-lines.js';

/** Points. More than what a cell leaves blank beside its text, both sides together. */
const PADDING_PT = 16;

const ENDS_IN_DIGIT = /\p{Nd}$/u;
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;
const BEGINS_WORD = /^[\p{Script=Latin}\p{Nd}]/u;

/**
 * The text of a cell. A line that the next one's beginning would not have fitted on was wrapped, and the two are one; any other line's
 * end is a line break (`\n`) of the text, and so is one between two words or numbers.
 */
export function cellTextOf(glyphs: readonly Glyph[], box: Box): string {
  if (glyphs.length === 0) return '';
  const lines = textLinesOf(withDirection(glyphs), { partingGap: Infinity });
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) text += breakBetween(before, line, Math.max(longest, roomOf(box, line) - PADDING_PT));
    text += line.text;
  });
  return text;
}

const roomOf = ([x0, y0, x1, y1]: Box, { direction }: TextLine) => (direction % 2 === 0 ? x1 - x0 : y1 - y0);

function breakBetween(before: TextLine, after: TextLine, room: number): string {
  const isWrapped = before.direction === after.direction && before.length + after.firstPiece > room;
  // A blank before the break says that digits on both sides of it are two numbers.
  if (!isWrapped) return ENDS_IN_DIGIT.test(before.text) && BEGINS_WITH_DIGIT.test(after.text) ? ' \n' : '\n';
  if (before.endsBlank) return ' ';
  if (before.lastWord === 0 || !BEGINS_WORD.test(after.text)) return '';
  // A word that is longer than a whole line is parted for sure; else the line's end may be a blank, or the middle of a number.
  return before.lastWord + after.firstPiece > room ? '' : '\n';
}
