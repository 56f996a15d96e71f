import type { Row, RowCell } from '../rows/rows.js';
import { cutCell } from './cell-costs.js';
import { textIn, type RunningText, type Span } from './running-text.js';

/** A part of a text that is to stand in a column. */
export interface ColumnSpan extends Span {
  readonly column: number;
  readonly columns?: number;
}

export const cellIn = (running: RunningText, { from, to, column, columns = 1 }: ColumnSpan): RowCell =>
  cutCell(textIn(running, { from, to }), column, columns);

/** A row of a table that is put together from parts of a text. */
export function rowIn(running: RunningText, spans: readonly ColumnSpan[]): Row {
  return {
    cells: spans.filter(({ from, to }) => to > from).map((span) => cellIn(running, span)),
    above: [],
    afterBreak: false,
    isLine: false,
  };
}

/** Parts side by side from a column on. */
export const sideBySide = (running: RunningText, spans: readonly Span[], first = 0): Row =>
  rowIn(
    running,
    spans.map((span, index) => ({ ...span, column: first + index })),
  );

/** A text that belongs to no cell: it is kept, and said to be unplaced. */
export const lineRow = (running: RunningText, span: Span): Row => ({ ...sideBySide(running, [span]), isLine: true });
