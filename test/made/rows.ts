import { rowsOf, type Row } from '../../src/normalize/rows/rows.js';
import { sheetsFrom } from './sheets.js';

/** The rows of a drawing (see `sheetsFrom`); an empty line is a page break. */
export const rowsFrom = (drawing: string): Row[] => sheetsFrom(drawing).flatMap(rowsOf);

/** The only row of a drawing. */
export function rowFrom(drawing: string): Row {
  const [row] = rowsFrom(drawing);
  if (!row) throw new Error(`No row in “${drawing}”: a row has a “|”.`);
  return row;
}
