import { writeToString } from 'fast-csv';
import type { Sheet } from '../schema/sheet.js';
import { cellGridOf, type GridPlace } from './cell-grid.js';
import { BYTE_ORDER_MARK, CSV_FORMAT, csvCell } from './csv-format.js';
import type { CsvOptions } from './csv-options.js';

/**
 * Tables as CSV, one after the other with an empty line between them. A merged cell's text stands in its first place, the places
 * that it covers are blank.
 */
export async function* sheetsCsv(
  sheets: AsyncIterable<Sheet>,
  { csv }: Pick<CsvOptions, 'csv'>,
): AsyncGenerator<string> {
  let before = csv === 'spreadsheet' ? BYTE_ORDER_MARK : '';
  for await (const { cells } of sheets) {
    const rows = cellGridOf(cells).map((places) => places.map((place) => csvCell(textAt(place), csv)));
    // A blank cell that is a row of its own would look like the empty line between tables.
    const quoteColumns = rows[0]?.length === 1;
    yield before + (await writeToString(rows, { ...CSV_FORMAT, quoteColumns }));
    before = CSV_FORMAT.rowDelimiter;
  }
}

const textAt = (place: GridPlace) => (typeof place === 'string' ? '' : place.text);
