import { once } from 'node:events';
import { format, writeToString } from 'fast-csv';
import { type Column, columnsOf, type Row, type Table } from '../schema/tables.js';
import type { CsvOptions } from './csv-options.js';
import { guard } from './formula-guard.js';
import type { StagedFile } from './staged-file.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** NUL can't stand in a CSV file; fast-csv would drop it without a trace. */
const NUL = /\0/g;
const NUL_STANDS_FOR = '\uFFFD';

/** The header is a row like the others: fast-csv writes none for an empty table, and quotes by names otherwise. */
const FORMAT = { headers: false, rowDelimiter: '\r\n', includeEndRowDelimiter: true } as const;

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
  const rows = format(FORMAT);
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
  return (options.csv === 'spreadsheet' ? BYTE_ORDER_MARK : '') + (await writeToString(cells, FORMAT));
}

function headerOf(columns: readonly Column[], { headers }: CsvOptions): string[] {
  return columns.map((column) => (headers === 'zh' ? column.titleZh : column.header));
}

/** Numbers as JavaScript prints them, nothing for null, texts guarded where a spreadsheet is to open the file. */
function cellsOf(columns: readonly Column[], row: Row, { csv }: CsvOptions): string[] {
  return columns.map(({ key }) => {
    const value = row[key];
    if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value);
    const text = value.replace(NUL, NUL_STANDS_FOR);
    return csv === 'spreadsheet' ? guard(text) : text;
  });
}
