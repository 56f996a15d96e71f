import type { Limits } from '../schema/limits.js';
import type { SetAside } from '../schema/manifest.js';
import type { RelatedForm } from '../schema/related/related-form.js';
import type { SelfEvaluation, Source, SourceKind } from '../schema/record.js';
import type { Sheet } from '../schema/sheet.js';
import { proseOf } from './text/canonical.js';
import { FormFinder, type FormRows } from './forms/find-forms.js';
import { withCutEnd } from './gridless/cut-end.js';
import { PassageFinder, type Part } from './gridless/passages.js';
import { readPassage } from './read-passage.js';
import { relatedOf } from './kinds/related.js';
import { withInferredGrid } from './inferred-grid.js';
import { pagesOf } from './rows/pages.js';
import { recordOf } from './record.js';
import { setAsideKindOf } from './forms/set-aside.js';

type About = Omit<Source, 'pages'>;

export interface NormalizeOptions {
  readonly file: string;
  readonly sha256: string;
  readonly kind: SourceKind;
  readonly limits: Limits;
}

export type NormalizedForm =
  /** `alternatives`: other readings of the same form, of a text without a grid; the form's arithmetic is to choose. */
  | { readonly type: 'form'; readonly record: SelfEvaluation; readonly alternatives?: readonly SelfEvaluation[] }
  | { readonly type: 'related'; readonly record: RelatedForm }
  | { readonly type: 'setAside'; readonly setAside: SetAside };

/** True for a record that is none of a project's: what a related form in a long report leaves. */
const isEmpty = ({ projectName, funds, indicators, expectedGoal }: SelfEvaluation) =>
  projectName === null && funds.length === 0 && indicators.length === 0 && expectedGoal === null;

/** Sheets in, forms out: finds the forms, reads each one's fields. Streams; knows nothing of pixels, PDF or arithmetic. */
export async function* normalize(
  sheets: AsyncIterable<Sheet>,
  options: NormalizeOptions,
): AsyncGenerator<NormalizedForm> {
  const finder = new FormFinder(options.limits);
  const passages = new PassageFinder();
  const inferredPages = new Set<number>();
  let ordinal = 0;
  let relatedOrdinal = 0;
  const read = (form: FormRows, recordsOf: (about: About) => readonly SelfEvaluation[]): NormalizedForm[] => {
    const kind = setAsideKindOf(form);
    const { file, sha256, kind: sourceKind } = options;
    if (kind !== null) {
      const related = relatedOf(kind, form, { file, sha256, kind: sourceKind, ordinal: relatedOrdinal + 1 });
      if (related !== null) {
        relatedOrdinal += 1;
        return [{ type: 'related', record: related.record }];
      }
      const title = form.title === null ? null : proseOf(form.title);
      return [{ type: 'setAside', setAside: { kind, title, pages: pagesOf(form.rows) } }];
    }
    ordinal += 1;
    const readings = recordsOf({ file, sha256, kind: sourceKind, ordinal });
    const [record, ...alternatives] = readings.filter((reading) => !isEmpty(reading));
    if (record) return [{ type: 'form', record, ...(alternatives.length > 0 ? { alternatives } : {}) }];
    ordinal -= 1;
    return readings.slice(0, 1).map(({ title, source: { pages } }) => ({
      type: 'setAside',
      setAside: { kind: 'noProject', title, pages },
    }));
  };
  const readTable = (form: FormRows, about: About): SelfEvaluation => {
    const record = recordOf(form, about);
    if (options.kind === 'text') return withCutEnd(record);
    return pagesOf(form.rows)?.some((page) => inferredPages.has(page)) === true ? withInferredGrid(record) : record;
  };
  const readTables = (forms: readonly FormRows[]) =>
    forms.flatMap((form) => read(form, (about) => [readTable(form, about)]));
  const readPart = (part: Part): NormalizedForm[] => {
    if (part.kind === 'sheet') return readTables(finder.add(part.sheet));
    const forms = readPassage(part, options.limits);
    return [...readTables(finder.end()), ...forms.flatMap(({ rows, records }) => read(rows, records))];
  };
  for await (const sheet of sheets) {
    if (sheet.gridInferred === true) for (const { page } of sheet.cells) if (page !== null) inferredPages.add(page);
    if (options.kind === 'pdf' || options.kind === 'scan') yield* readTables(finder.add(sheet));
    else for (const part of passages.add(sheet)) yield* readPart(part);
  }
  for (const part of passages.end()) yield* readPart(part);
  yield* readTables(finder.end());
}
