import { once } from 'node:events';
import { format, writeToString } from 'fast-csv';
import { type Column, columnsOf, type Row, type Table } from '../schema/tables/tables.js';
import { BYTE_ORDER_MARK, CSV_FORMAT, csvCell } from './csv-format.js';
import type { CsvOptions } from './csv-options.js';
import type { StagedFile } from './files/staged-file.js';

/** A table that is being written, row by row. */
export interface CsvTable {
  /** Resolves when there is room for more. */
  write(row: Row): Promise<void>;
  /** Resolves when the file is closed. */
  close(): Promise<void>;
}

/** Writes a table's rows into a file as CSV; the header at once, so that an empty table has one too. */
export function openCsvTable(file: StagedFile, table: Table, options: CsvOptions): CsvTable {
  const columns = columnsOf(table);
  const rows = format(CSV_FORMAT);
  const failed = new Promise<never>((_, reject) => {
    rows.once('error', reject);
  });
  failed.catch(() => undefined); // whoever waits hears of it
  rows.on('data', (bytes: Buffer) => {
    try {
      file.append(bytes.toString());
    } catch (error) {
      rows.destroy(error as Error);
    }
  });
  const write = async (cells: string[]) => {
    if (!rows.write(cells)) await Promise.race([once(rows, 'drain'), failed]);
  };
  if (options.csv === 'spreadsheet') file.append(BYTE_ORDER_MARK);
  rows.write(headerOf(columns, options));
  return {
    write: (row) => write(cellsOf(columns, row, options)),
    async close() {
      const ended = once(rows, 'end');
      rows.end();
      await Promise.race([ended, failed]);
      file.close();
    },
  };
}

/** A small table as the text of a CSV file. */
export async function csvText(table: Table, rows: readonly Row[], options: CsvOptions): Promise<string> {
  const columns = columnsOf(table);
  const cells = [headerOf(columns, options), ...rows.map((row) => cellsOf(columns, row, options))];
  return (options.csv === 'spreadsheet' ? BYTE_ORDER_MARK : '') + (await writeToString(cells, CSV_FORMAT));
}

function headerOf(columns: readonly Column[], { headers }: CsvOptions): string[] {
  return columns.map((column) => (headers === 'zh' ? column.titleZh : column.header));
}

/** Numbers as JavaScript prints them, nothing for null, texts guarded where a spreadsheet is to open the file. */
function cellsOf(columns: readonly Column[], row: Row, { csv }: CsvOptions): string[] {
  return columns.map(({ key }) => {
    const value = row[key];
    if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value);
    return csvCell(value, csv);
  });
}
