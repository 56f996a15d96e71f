import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../schema/failure.js';
import { Limits } from '../../schema/limits.js';
import { ReadingOptions } from '../../schema/reading-options.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { Sheet } from '../../schema/sheet.js';
import type { TablesView } from '../api.js';
import { sourceFile } from '../folder/source-file.js';
import { refused } from '../refused.js';
import { tablesView, tablesWith } from '../view/tables-view.js';
import { type PicturesOptions, sourceGone } from './pictures.js';

/** The tables of office files, read in the children of the pool, for the form that is looked at. */
export class SourceTables {
  readonly #folder = mkdtempSync(join(tmpdir(), 'zipingbiao-tables-'));
  #count = 0;

  constructor(private readonly options: PicturesOptions) {}

  /** What a person sees of the tables that a form was read from. Throws `Refused`. */
  async of(record: SelfEvaluation): Promise<TablesView> {
    const { folder, options, password, executor } = this.options;
    const { file, sha256 } = record.source;
    const tables = tablesWith(record);
    const path = sourceFile(folder, file);
    if (path === null) throw sourceGone(file);
    if (tables.length === 0)
      throw refused(422, 'no-tables', 'The form stands in no table of the file.', '该表不在文件的表格之中。');
    this.#count += 1;
    const sheets = join(this.#folder, `${this.#count}.jsonl`);
    try {
      await executor.run({
        type: 'sheets',
        path,
        name: file,
        sha256,
        password,
        limits: Limits.safeParse(options).data ?? Limits.parse({}),
        reading: ReadingOptions.safeParse(options).data ?? ReadingOptions.parse({}),
        tables,
        sheets,
      });
      const lines = readFileSync(sheets, 'utf8').split('\n').filter(Boolean);
      return tablesView(
        record,
        lines.map((line) => Sheet.parse(JSON.parse(line))),
      );
    } catch (error) {
      if (error instanceof Failure) throw refused(422, error.code, error.message, error.messageZh);
      throw error;
    } finally {
      rmSync(sheets, { force: true });
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
