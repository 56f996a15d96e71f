import { z } from 'zod';
import type { InputReport } from '../../schema/manifest.js';
import type { RelatedForm } from '../../schema/related/related-form.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { CsvOptions } from '../csv-options.js';
import { DEFAULT_FORMATS, FORMAT_NAMES } from './formats.js';

/** The sets of files that a run can write: see formats.ts. */
export const OutputFormat = z.enum(FORMAT_NAMES);
export type OutputFormat = z.infer<typeof OutputFormat>;

export const OutputOptions = z.object({
  formats: z.array(OutputFormat).min(1).default(DEFAULT_FORMATS),
  csv: CsvOptions.shape.csv,
  /** Column headers of all tables. Where none are chosen, CSV has snake_case and the workbook the form's own words. */
  headers: CsvOptions.shape.headers.unwrap().optional(),
  /** Also the CSV tables of each form, in a folder for each. */
  perProject: z.boolean().default(false),
});
export type OutputOptions = z.infer<typeof OutputOptions>;

/** Where a run's results go. Whatever cannot be written throws an `OutputError`, which ends the run. */
export interface Output {
  /** Takes a form; resolves when there is room for more. */
  write(form: SelfEvaluation): Promise<void>;
  /** Takes a form of a related kind. */
  writeRelated?(form: RelatedForm): Promise<void>;
  /** Takes what became of an input, with the findings that concern the document, for the manifest and findings.csv. */
  report(report: InputReport): Promise<void>;
  /** Makes the results appear. Results of earlier runs that this one did not give are removed where the run is complete. */
  finish(run: { readonly complete: boolean }): Promise<void>;
  /** Leaves everything as it was before. */
  discard(): void;
}
