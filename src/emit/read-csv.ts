import { parseString } from 'fast-csv';
import type { z } from 'zod';
import { type Column, columnsOf, type Row, type Scalar, type Table } from '../schema/tables/tables.js';
import type { CsvOptions } from './csv-options.js';
import { unguard } from './formula-guard.js';

/**
 * A table's rows from the text of a CSV file that was written with the same options. Checked against the row's schema: throws
 * a `ZodError` for a row that does not fit, an `Error` for other headers or a row of another length.
 * An empty cell is null where the column may be null, else the empty text.
 */
export async function readCsv<R extends z.ZodObject>(
  table: Table<R>,
  text: string,
  options: CsvOptions,
): Promise<z.infer<R>[]> {
  const columns = columnsOf(table);
  const [header, ...rows] = await csvRows(text);
  const expected = columns.map((column) => (options.headers === 'zh' ? column.titleZh : column.header));
  if (header?.join() !== expected.join()) {
    throw new Error(`${table.name}.csv: expected the columns ${expected.join()}; found ${header?.join() ?? 'none'}`);
  }
  return rows.map((cells, index) => {
    if (cells.length !== columns.length) {
      throw new Error(`${table.name}.csv, row ${index + 2}: expected ${columns.length} cells, found ${cells.length}`);
    }
    return table.row.parse(rowOf(columns, cells, options));
  });
}

function rowOf(columns: readonly Column[], cells: readonly string[], { csv }: CsvOptions): Row {
  return Object.fromEntries(
    columns.map((column, index): [string, Scalar] => {
      const cell = cells[index] ?? '';
      if (cell === '' && column.nullable) return [column.key, null];
      if (column.type !== 'string') return [column.key, Number(cell)];
      return [column.key, csv === 'spreadsheet' ? unguard(cell) : cell];
    }),
  );
}

/** The rows of a CSV text as they stand, the header among them. */
export function csvRows(text: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString<string[], string[]>(text, { headers: false })
      .on('error', reject)
      .on('data', (row: string[]) => rows.push(row))
      .on('end', () => {
        resolve(rows);
      });
  });
}
