import type { Limits } from '../schema/limits.js';
import type { SetAside } from '../schema/manifest.js';
import type { SelfEvaluation, SourceKind } from '../schema/record.js';
import type { Sheet } from '../schema/sheet.js';
import { proseOf } from './canonical.js';
import { FormFinder, type FormRows } from './form-rows.js';
import { pagesOf } from './pages.js';
import { recordOf } from './record.js';
import { setAsideKindOf } from './set-aside.js';

export interface NormalizeOptions {
  readonly file: string;
  readonly sha256: string;
  readonly kind: SourceKind;
  readonly limits: Limits;
}

export type NormalizedForm =
  | { readonly type: 'form'; readonly record: SelfEvaluation }
  | { readonly type: 'setAside'; readonly setAside: SetAside };

/** Sheets in, forms out: finds the forms, reads each one's fields. Streams; knows nothing of pixels, PDF or arithmetic. */
export async function* normalize(
  sheets: AsyncIterable<Sheet>,
  options: NormalizeOptions,
): AsyncGenerator<NormalizedForm> {
  const finder = new FormFinder(options.limits);
  let ordinal = 0;
  const read = (form: FormRows): NormalizedForm => {
    const kind = setAsideKindOf(form);
    if (kind !== null)
      return {
        type: 'setAside',
        setAside: { kind, title: form.title === null ? null : proseOf(form.title), pages: pagesOf(form.rows) },
      };
    ordinal += 1;
    const { file, sha256, kind: sourceKind } = options;
    return { type: 'form', record: recordOf(form, { file, sha256, kind: sourceKind, ordinal }) };
  };
  for await (const sheet of sheets) for (const form of finder.add(sheet)) yield read(form);
  for (const form of finder.end()) yield read(form);
}
