import type { FormRows } from '../schema/tables/form-rows.js';
import type { InputReport } from '../schema/manifest.js';
import type { RelatedForm } from '../schema/related/related-form.js';
import type { SelfEvaluation } from '../schema/record.js';
import type { CsvOptions } from './csv-options.js';
import type { Staging } from './files/staging.js';

/** What the manifest says of the run as a whole. */
export interface RunHead {
  readonly version: string;
  readonly options: Record<string, unknown>;
}

/** What a format gets when a run begins. */
export interface FormatRun {
  readonly staging: Staging;
  readonly head: RunHead;
  readonly csv: CsvOptions['csv'];
  /** The user's choice of column headers; undefined where there is none, and the format's own applies. */
  readonly headers: CsvOptions['headers'] | undefined;
}

/** A format as an entry of the list in formats.ts. */
export interface Format {
  /** What it writes in a few words, for `--help`. */
  readonly words: { readonly en: string; readonly zh: string };
  /** Whether it is written where the user names no formats. */
  readonly isDefault: boolean;
  /** Begins its files, in the staging folder. */
  open(run: FormatRun): FormatWriter;
}

/** A format's files while they are written. Whatever cannot be written throws an `OutputError`. */
export interface FormatWriter {
  /** Takes a form, with its rows of the tables; resolves when there is room for more. */
  write(form: SelfEvaluation, rows: FormRows): Promise<void> | void;
  /** Takes a form of a related kind, where the format holds them. */
  writeRelated?(form: RelatedForm): Promise<void> | void;
  /** Takes what became of an input, with the findings that concern the document. */
  report?(report: InputReport): Promise<void> | void;
  /** Closes the files. */
  finish(): Promise<void> | void;
  /** Ends at once what still runs, instead of `finish`; the files go with the staging folder. */
  discard?(): void;
}
