import type { Source, SourceKind } from '../../schema/record.js';
import type { FormRows } from '../forms/find-forms.js';
import { pagesOf } from '../rows/pages.js';

/** The ordinal in an id has at least this many digits. */
const ORDINAL_DIGITS = 3;

/** A form that was recognised in a picture is a scan, whatever the other pages of its document are. */
const kindOf = ({ rows }: FormRows, kind: SourceKind): SourceKind =>
  rows.some(({ cells }) => cells.some(({ cell }) => cell.reading === 'ocr')) ? 'scan' : kind;

/** An id: the first digits of the source's SHA-256, and the form's ordinal in it behind `mark`. */
export const idOf = ({ sha256, ordinal }: Omit<Source, 'pages'>, mark = ''): string =>
  `${sha256.slice(0, 12)}-${mark}${String(ordinal).padStart(ORDINAL_DIGITS, '0')}`;

/** Where a form comes from: its document, with the pages that the form stands on. */
export const sourceOf = (form: FormRows, source: Omit<Source, 'pages'>): Source => ({
  ...source,
  kind: kindOf(form, source.kind),
  pages: pagesOf(form.rows),
});
