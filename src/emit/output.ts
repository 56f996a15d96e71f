import { z } from 'zod';
import type { InputReport } from '../schema/manifest.js';
import type { SelfEvaluation } from '../schema/record.js';
import { CsvOptions } from './csv-options.js';

/** The sets of files that a run can write: projects.jsonl; projects/…json; the CSV tables with datapackage.json. */
export const OutputFormat = z.enum(['jsonl', 'json', 'csv']);
export type OutputFormat = z.infer<typeof OutputFormat>;

export const OutputOptions = z.object({
  formats: z.array(OutputFormat).min(1).default(['jsonl', 'json', 'csv']),
  ...CsvOptions.shape,
  /** Also the CSV tables of each form, in a folder for each. */
  perProject: z.boolean().default(false),
});
export type OutputOptions = z.infer<typeof OutputOptions>;

/** Where a run's results go. Whatever cannot be written throws an `OutputError`, which ends the run. */
export interface Output {
  /** Takes a form; resolves when there is room for more. */
  write(form: SelfEvaluation): Promise<void>;
  /** Takes what became of an input, with the findings that concern the document, for the manifest and findings.csv. */
  report(report: InputReport): Promise<void>;
  /** Makes the results appear. Results of earlier runs that this one did not give are removed where the run is complete. */
  finish(run: { readonly complete: boolean }): Promise<void>;
  /** Leaves everything as it was before. */
  discard(): void;
}
