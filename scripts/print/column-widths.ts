import type { Grid } from '../fixtures/grid.js';

/** In full-width characters: no column is narrower, and text of a wider one wraps. */
const NARROWEST = 2.5;
const WIDEST = 9;
/** What a cell leaves blank beside its text. */
const PADDING = 1;
/** A column in which every cell is merged with others says nothing of its width. */
const UNKNOWN = 4;

const widthOf = (line: string) =>
  Array.from(line).reduce((width, character) => width + (/[\u0020-\u007e]/u.test(character) ? 0.55 : 1), 0);

/** The share of the table's width that each column takes, as an office worker would set it: by the text, long texts wrapped. */
export function columnShares({ columns, rows }: Grid): number[] {
  const widths = new Array<number>(columns).fill(0);
  for (const { text, column, colSpan } of rows.flat()) {
    if (colSpan > 1) continue;
    const longest = Math.max(...text.split('\n').map(widthOf));
    widths[column] = Math.max(widths[column] ?? 0, Math.min(Math.max(longest, NARROWEST), WIDEST) + PADDING);
  }
  const filled = widths.map((width) => (width === 0 ? UNKNOWN : width));
  const total = filled.reduce((sum, width) => sum + width, 0);
  return filled.map((width) => width / total);
}
