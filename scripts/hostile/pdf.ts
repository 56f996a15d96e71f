import { assembled } from '../scan/picture-pdf.js';

export type PdfObject = string | Uint8Array;

const bytesOf = (object: PdfObject) => (typeof object === 'string' ? Buffer.from(object, 'latin1') : object);

/** A stream with the entries of its dictionary. */
export const streamOf = (entries: string, data: PdfObject): Uint8Array => {
  const bytes = bytesOf(data);
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
};

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export const pdfOf = (objects: readonly PdfObject[], trailer = ''): Buffer =>
  assembled(objects.map(bytesOf), 1, trailer);

interface OnePage {
  /** The content stream, object 4. */
  readonly content: PdfObject;
  /** Entries of the page's dictionary. */
  readonly entries?: string;
  /** Entries of its resources. */
  readonly resources?: string;
  /** Objects from number 5 on. */
  readonly more?: readonly PdfObject[];
  readonly trailer?: string;
}

export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const A4 = '/MediaBox [0 0 595 842]';

/** A PDF of one A4 page. */
export const onePagePdf = ({ content, entries = A4, resources = '', more = [], trailer = '' }: OnePage): Buffer =>
  pdfOf(
    [
      CATALOGUE,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      `<< /Type /Page /Parent 2 0 R ${entries} /Resources << ${resources} >> /Contents 4 0 R >>`,
      typeof content === 'string' ? streamOf('', content) : content,
      ...more,
    ],
    trailer,
  );
