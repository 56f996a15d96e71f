import { join } from 'node:path';
import type { FormRows } from '../../schema/tables/form-rows.js';
import type { InputReport } from '../../schema/manifest.js';
import { documentFindingRows } from '../../schema/tables/tables.js';
import { FIRST_BOOK } from '../files/earlier-projects.js';
import type { Format, FormatRun, FormatWriter } from '../format.js';
import { type Maker, startMaker } from '../maker/start-maker.js';
import { createStagedFile, type StagedFile } from '../files/staged-file.js';
import type { About } from '../workbook/about.js';
import { ROWS_PER_BOOK } from '../workbook/limits.js';
import type { BookLine } from '../workbook/write-workbook.js';
import { writingTime } from '../writing-time.js';

/** So many failed inputs are named in 说明; the manifest names them all. */
const FAILED_NAMED = 50;

/** zipingbiao.xlsx, a workbook that opens in Excel, WPS and LibreOffice; zipingbiao-2.xlsx and so on where one can't hold the rows. */
export const XLSX: Format = {
  words: { en: 'a workbook for Excel and WPS', zh: 'Excel、WPS 工作簿' },
  isDefault: true,
  open: (run) => new WorkbookWriter(run, ROWS_PER_BOOK),
};

/** Name of the nth workbook, from 1. */
const bookName = (number: number) => (number === 1 ? FIRST_BOOK : `zipingbiao-${number}.xlsx`);

/** Gathers the rows in files, a file for each workbook, from which child processes make the workbooks, one after the other. */
export class WorkbookWriter implements FormatWriter {
  readonly #books: string[] = [];
  readonly #inputs = { done: 0, failed: 0, skipped: 0 };
  readonly #failed: About['failed'][number][] = [];
  #file: StagedFile | undefined;
  #rows = { funds: 0, indicators: 0, findings: 0 };
  #maker: Maker | undefined;

  constructor(
    private readonly run: FormatRun,
    private readonly rowsPerBook: number,
  ) {}

  write(_: unknown, form: FormRows): void {
    const added = this.#with(form);
    const isFull = Object.values(added).some((rows) => rows > this.rowsPerBook);
    const { file, isNew } = this.#bookFor(isFull);
    this.#rows = isNew ? rowsOf(form) : added;
    append(file, { form });
  }

  report({ path, status, reason, findings }: InputReport): void {
    this.#inputs[status] += 1;
    if (status === 'failed' && reason !== null && this.#failed.length < FAILED_NAMED) {
      this.#failed.push({ path, message: reason.message, messageZh: reason.messageZh });
    }
    for (const document of documentFindingRows(path, findings)) {
      const { file } = this.#bookFor(false);
      this.#rows.findings += 1;
      append(file, { document });
    }
  }

  async finish(): Promise<void> {
    this.#file?.close();
    const { staging, head, headers = 'zh' } = this.run;
    const about = {
      version: head.version,
      writtenAt: writingTime().toISOString(),
      inputs: this.#inputs,
      failed: this.#failed,
      books: this.#books.length,
    };
    for (const [index, rows] of this.#books.entries()) {
      const to = staging.reserve(bookName(index + 1));
      this.#maker = startMaker({ type: 'workbook', rows, to, headers, about: { ...about, book: index + 1 } });
      await this.#maker.done;
    }
  }

  discard(): void {
    this.#maker?.kill();
  }

  #with(form: FormRows) {
    const { funds, indicators, findings } = rowsOf(form);
    return {
      funds: this.#rows.funds + funds,
      indicators: this.#rows.indicators + indicators,
      findings: this.#rows.findings + findings,
    };
  }

  /** The file of the workbook that takes the next rows: a new one where the last is full, or where there is none. */
  #bookFor(isFull: boolean): { readonly file: StagedFile; readonly isNew: boolean } {
    if (this.#file !== undefined && !isFull) return { file: this.#file, isNew: false };
    this.#file?.close();
    const path = join(this.run.staging.folder, `.book-${this.#books.length + 1}.jsonl`);
    this.#books.push(path);
    this.#file = createStagedFile(path);
    this.#rows = { funds: 0, indicators: 0, findings: 0 };
    return { file: this.#file, isNew: true };
  }
}

const rowsOf = ({ funds, indicators, findings }: FormRows) => ({
  funds: funds.length,
  indicators: indicators.length,
  findings: findings.length,
});

function append(file: StagedFile, line: BookLine): void {
  file.append(`${JSON.stringify(line)}\n`);
}
