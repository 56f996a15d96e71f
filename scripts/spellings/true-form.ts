import type { Truth } from '../scoring.js';

/** What stands in a cell: `points` are weights and scores, `target` and `actual` have their number in a cell alone or among words. */
export type CellKind = 'amount' | 'rate' | 'points' | 'target' | 'actual';

/** A cell of a form whose field is known. `path` counts the truth's rows, as `funds[0].executed`. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly path: string;
  readonly kind: CellKind;
  readonly text: string;
}

/** A head cell of a column of numbers, and the field that it names. */
export interface HeadCell {
  readonly row: number;
  readonly column: number;
  readonly block: 'funds' | 'indicators';
  readonly field: string;
  readonly text: string;
}

/** One form on its own: its lines as rows of cells (a line outside a table is a row of one), what it says, and where. */
export interface TrueForm {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly truth: Truth;
  readonly unit: '万元' | '元';
  readonly cells: readonly PlacedCell[];
  /** Cells in the columns of numbers that are blank or dashes. */
  readonly blanks: readonly PlacedCell[];
  readonly heads: readonly HeadCell[];
}

/** The form's rows with other texts in some cells. */
export function withTexts(
  rows: readonly (readonly string[])[],
  texts: readonly { readonly row: number; readonly column: number; readonly text: string }[],
): string[][] {
  const changed = rows.map((row) => [...row]);
  for (const { row, column, text } of texts) {
    const cells = changed[row];
    if (cells) cells[column] = text;
  }
  return changed;
}
