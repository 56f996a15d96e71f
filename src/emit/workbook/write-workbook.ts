import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { writeXlsx } from 'hucre';
import { z } from 'zod';
import type { FormRows } from '../../schema/tables/form-rows.js';
import type { FindingRow } from '../../schema/tables/tables.js';
import { About } from './about.js';
import { Workbook } from './workbook.js';

/** A line of the file from which a workbook is made: a form's rows, or a finding that concerns a document. */
export type BookLine = { readonly form: FormRows } | { readonly document: FindingRow };

export const BookTask = z.object({
  type: z.literal('workbook'),
  /** A file of {@link BookLine}s as JSON. */
  rows: z.string(),
  /** The workbook's path; written in place, so it must be one that nobody reads yet. */
  to: z.string(),
  headers: z.enum(['snake', 'zh']),
  about: About,
});
export type BookTask = z.infer<typeof BookTask>;

/** Makes a workbook of the rows in a file. Holds the whole workbook in memory: let a child process do it (maker/). */
export async function writeWorkbook({ rows, to, headers, about }: BookTask): Promise<void> {
  const workbook = new Workbook(headers);
  for await (const text of createInterface({ input: createReadStream(rows), crlfDelay: Infinity })) {
    const line = JSON.parse(text) as BookLine;
    if ('form' in line) workbook.addForm(line.form);
    else workbook.addDocumentFinding(line.document);
  }
  const bytes = await writeXlsx(workbook.options(about));
  const file = await open(to, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
