import type { InputReport } from '../../schema/manifest.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { openFolderOutput } from './folder-output.js';
import { OutputOptions } from './output.js';

/** What a program may choose; the manifest says `version` of it. */
export type WriteFormatsOptions = Partial<OutputOptions> & {
  readonly version?: string;
  /** What became of the inputs, for the manifest, the workbook and the report. */
  readonly inputs?: Iterable<InputReport>;
};

/**
 * Writes records into a folder in the formats that are named, as `extract` does: a workbook, Parquet files, SQLite or DuckDB databases,
 * the report, CSV and JSON. All files appear together, whole, or none does. Throws an `OutputError`.
 */
export async function writeFormats(
  forms: Iterable<SelfEvaluation> | AsyncIterable<SelfEvaluation>,
  folder: string,
  { version = '', inputs = [], ...options }: WriteFormatsOptions = {},
): Promise<void> {
  const chosen = OutputOptions.parse(options);
  const output = openFolderOutput(folder, chosen, { version, options: chosen });
  try {
    for await (const form of forms) await output.write(form);
    for (const input of inputs) await output.report(input);
    await output.finish({ complete: true });
  } catch (error) {
    output.discard();
    throw error;
  }
}
