import { type DocumentSource } from '../extract/byte-source.js';
import { type Finding } from '../schema/finding.js';
import { type Limits } from '../schema/limits.js';
import { type SetAside } from '../schema/manifest.js';
import { type SelfEvaluation, type SourceKind } from '../schema/record.js';

/** What a document gives, in its order: a form, or a form of a related kind that is set aside. */
export type DigitizeEvent =
  | { readonly type: 'form'; readonly record: SelfEvaluation }
  | { readonly type: 'setAside'; readonly setAside: SetAside };

/** A document that was opened. `findings` concern the document as a whole, and are complete when `events()` has ended. */
export interface DigitizedDocument {
  readonly kind: SourceKind;
  readonly sha256: string;
  readonly pages: number | null;
  readonly findings: readonly Finding[];
  events(): AsyncGenerator<DigitizeEvent>;
}

/** What a run needs of the pipeline. Throws a `Failure`, here and while the events are read. */
export type OpenForms = (source: DocumentSource, options: { readonly limits: Limits }) => Promise<DigitizedDocument>;
