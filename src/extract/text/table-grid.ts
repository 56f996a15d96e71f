import type { Limits } from '../../schema/limits.js';
import type { Cell } from '../../schema/sheet.js';
import type { Losses } from '../source/losses.js';
import { textCell } from './text-cell.js';
import type { HtmlCell } from './html-tables.js';

/** HTML's own upper bound for a column span. */
const COLUMN_SPAN_MAX = 1000;

/**
 * Puts the cells of HTML rows into a grid (HTML, 4.9.12.1 forming a table): each takes the first free column of its row.
 * Spans end at the table's last row and before a cell that is in the way, so that no two cells overlap. Row groups do not
 * end a span: OCR programs write a `<thead>` around any first row.
 */
export function gridOf(rows: readonly (readonly HtmlCell[])[], limits: Limits, losses: Losses): Cell[] {
  const cells: Cell[] = [];
  /** For each column, the first row that no cell from above reaches into. */
  const freeFrom: number[] = [];
  const isFree = (column: number, row: number): boolean => (freeFrom[column] ?? 0) <= row;
  rows.forEach((rowCells, row) => {
    let column = 0;
    for (const { text, rowSpan, columnSpan } of rowCells) {
      while (!isFree(column, row)) column += 1;
      if (column >= limits.columnsPerTable) {
        losses.add('columns-cut');
        break;
      }
      const widest = Math.min(Math.max(columnSpan, 1), COLUMN_SPAN_MAX, limits.columnsPerTable - column);
      let width = 1;
      while (width < widest && isFree(column + width, row)) width += 1;
      const height = rowSpan === 0 ? rows.length - row : Math.min(rowSpan, rows.length - row);
      for (let at = column; at < column + width; at += 1) freeFrom[at] = row + height;
      cells.push(textCell({ row, column, rowSpan: height, columnSpan: width }, text, limits, losses));
      column += width;
    }
  });
  return cells;
}
