import { z } from 'zod';

/** How the CSV files are written. Both ways are RFC 4180: UTF-8, CRLF after each row, cells quoted where they must be. */
export const CsvOptions = z.object({
  /** `spreadsheet`: a byte order mark, and every text guarded (formula-guard.ts). `plain`: neither, for programs. */
  csv: z.enum(['spreadsheet', 'plain']).default('spreadsheet'),
  /** Column headers: `snake` (implementing_unit), or `zh`, the form's own words (实施单位). */
  headers: z.enum(['snake', 'zh']).default('snake'),
});
export type CsvOptions = z.infer<typeof CsvOptions>;
