import type { CsvOptions } from './csv-options.js';
import { guard } from './formula-guard.js';

export const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180. A header is a row like the others: fast-csv writes none for an empty table, and quotes by names otherwise. */
export const CSV_FORMAT = { headers: false, rowDelimiter: '\r\n', includeEndRowDelimiter: true } as const;

/** NUL can't stand in a CSV file; fast-csv would drop it without a trace. */
const NUL = /\0/g;
const NUL_STANDS_FOR = '\uFFFD';

/** A text as it goes into a cell: guarded where a spreadsheet is to open the file. */
export function csvCell(text: string, csv: CsvOptions['csv']): string {
  const whole = text.replace(NUL, NUL_STANDS_FOR);
  return csv === 'spreadsheet' ? guard(whole) : whole;
}
