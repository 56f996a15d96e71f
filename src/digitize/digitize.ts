import { type DocumentSource, nameOf } from '../extract/source/byte-source.js';
import { openDocument, type PagedReading } from '../extract/open.js';
import type { PageReading } from '../extract/pages/page-reading.js';
import { sourceAt } from '../extract/zip/entry-source.js';
import { chooseRecord } from '../check/record/choose-record.js';
import { linkRelated } from '../check/related/link-related.js';
import { ProjectIndex } from '../check/related/project-index.js';
import { checkRelated } from '../check/related/check-related.js';
import { mayBeOfForm } from '../normalize/vocabulary/form-words.js';
import { normalize } from '../normalize/normalize.js';
import type { Finding } from '../schema/finding.js';
import { DEFAULT_LIMITS, type Limits } from '../schema/limits.js';
import { DEFAULT_READING, type ReadingOptions } from '../schema/reading-options.js';
import type { SetAside } from '../schema/manifest.js';
import type { RelatedForm } from '../schema/related/related-form.js';
import type { SelfEvaluation, SourceKind } from '../schema/record.js';

export type DigitizeEvent =
  | { readonly type: 'form'; readonly record: SelfEvaluation }
  | { readonly type: 'related'; readonly record: RelatedForm }
  | { readonly type: 'setAside'; readonly setAside: SetAside };

/** An opened document whose forms are read one after the other. `kind` and `findings` are certain when `events` has ended. */
export interface DigitizedDocument {
  readonly kind: SourceKind;
  readonly sha256: string;
  readonly pages: number | null;
  readonly findings: readonly Finding[];
  /** Reads the pages `from` to `to`, counted from 1, both included. Null for text. */
  readonly readPages: PagedReading['read'] | null;
  /** The forms, from the readings of all pages in order where they were read before; else the document is read now. */
  events(readings?: AsyncIterable<PageReading>): AsyncGenerator<DigitizeEvent>;
}

/** Opens a document and gives its forms as they are read: extract, normalize, check. Throws a `Failure`. */
export async function openForms(
  source: DocumentSource,
  options: { readonly limits: Limits; readonly reading?: ReadingOptions },
): Promise<DigitizedDocument> {
  const document = await openDocument(source, options.limits, options.reading, mayBeOfForm);
  const { sha256, pages, findings, paged } = document;
  const sheetsOf = (readings?: AsyncIterable<PageReading>) =>
    readings === undefined || paged === null ? document.sheets() : paged.assemble(readings);
  return {
    get kind() {
      return document.kind;
    },
    sha256,
    pages,
    findings,
    readPages: paged === null ? null : (from, to) => paged.read(from, to),
    async *events(readings) {
      const about = {
        file: nameOf(source),
        sha256,
        get kind() {
          return document.kind; // what its pages have shown it to be
        },
        limits: options.limits,
      };
      for await (const form of normalize(sheetsOf(readings), about)) {
        if (form.type === 'form')
          yield { type: 'form', record: chooseRecord([form.record, ...(form.alternatives ?? [])]) };
        else yield form.type === 'related' ? { type: 'related', record: checkRelated(form.record) } : form;
      }
    },
  };
}

/** All that one document holds. */
export interface DigitizedForms {
  readonly kind: SourceKind;
  readonly sha256: string;
  readonly pages: number | null;
  readonly records: readonly SelfEvaluation[];
  /** Forms of related kinds: departments' and the like. */
  readonly related: readonly RelatedForm[];
  readonly setAside: readonly SetAside[];
  readonly findings: readonly Finding[];
}

/**
 * Digitizes one document: a file by its path, which may be one in an archive (`a.zip!/b.pdf`), or bytes with a name. Throws a `Failure` where it can't be read at all; a document
 * without a form gives no records. For documents of thousands of forms, `openForms` gives them one at a time.
 */
export async function digitize(
  source: string | DocumentSource,
  options: Partial<Limits & ReadingOptions> = {},
): Promise<DigitizedForms> {
  const limits = { ...DEFAULT_LIMITS, ...options };
  const reading = { ...DEFAULT_READING, ...options };
  const at = typeof source === 'string' ? await sourceAt(source, limits) : source;
  const document = await openForms(at, { limits, reading });
  const records: SelfEvaluation[] = [];
  const related: RelatedForm[] = [];
  const setAside: SetAside[] = [];
  for await (const event of document.events()) {
    if (event.type === 'form') records.push(event.record);
    else if (event.type === 'related') related.push(event.record);
    else setAside.push(event.setAside);
  }
  const { kind, sha256, pages, findings } = document;
  const projects = new ProjectIndex();
  for (const record of records) projects.add(record);
  const linked = related.map((record) => linkRelated(record, projects));
  return { kind, sha256, pages, records, related: linked, setAside, findings };
}
