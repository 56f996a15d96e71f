import { z } from 'zod';
import type { Sheet } from '../schema/sheet.js';
import type { CsvOptions } from './csv-options.js';
import { sheetsCsv } from './sheets-csv.js';
import { sheetsHtml } from './sheets-html.js';
import { sheetsJson } from './sheets-json.js';

export const SheetFormat = z.enum(['json', 'csv', 'html']);
export type SheetFormat = z.infer<typeof SheetFormat>;

/** The tables as text in a format, piece by piece; no piece at all where there is no table. */
export function sheetsAs(
  format: SheetFormat,
  sheets: AsyncIterable<Sheet>,
  options: Pick<CsvOptions, 'csv'>,
): AsyncGenerator<string> {
  switch (format) {
    case 'json':
      return sheetsJson(sheets);
    case 'csv':
      return sheetsCsv(sheets, options);
    case 'html':
      return sheetsHtml(sheets);
  }
}
