import type { Limits } from '../../schema/limits.js';
import type { Cell, Line } from '../../schema/sheet.js';
import type { Losses } from '../source/losses.js';

/** What a cut through a character beyond the basic plane leaves. */
const HALF_PAIR = /[\uD800-\uDBFF]$/;

/** A break between digits that the text itself makes parts two numbers: it is kept as a blank before the break. */
const BREAK_IN_DIGITS = /(?<=\d)\n(?=\d)/g;

type Place = Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

/** A cell of a text: it has a place in its table and none on a page. */
export function textCell(place: Place, text: string, limits: Limits, losses: Losses): Cell {
  const { row, column, rowSpan, columnSpan } = place;
  const kept = shortened(text, limits, losses).replace(BREAK_IN_DIGITS, ' \n');
  return { row, column, rowSpan, columnSpan, text: kept, page: null, box: null, confidence: null, reading: 'text' };
}

export function textLine(text: string, limits: Limits, losses: Losses): Line {
  return { text: shortened(text, limits, losses), page: null, box: null };
}

function shortened(text: string, { charactersPerCell }: Limits, losses: Losses): string {
  if (text.length <= charactersPerCell) return text;
  losses.add('cell-cut');
  return text.slice(0, charactersPerCell).replace(HALF_PAIR, '');
}
