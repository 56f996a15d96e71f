import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfSource } from './pages.js';
import { openPdf, type Pdf } from './pdfjs.js';

const PICTURES: readonly number[] = [
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
];

/**
 * Tells which pages hold a picture. Reading for text leaves pictures out undecoded, which pdf.js doesn't tell, so the document is
 * opened a second time, with them, when the first page is asked for.
 */
export class PicturePages {
  readonly #source: PdfSource;
  #pdf: Promise<Pdf> | null = null;

  constructor(source: PdfSource) {
    this.#source = source;
  }

  async has(number: number): Promise<boolean> {
    const { bytes, password } = this.#source;
    this.#pdf ??= openPdf(bytes, { largestPicture: -1, password });
    const pdf = await this.#pdf;
    const page = await pdf.page(number).catch(() => null);
    const has = page?.list.operators.some((operator) => PICTURES.includes(operator)) ?? false;
    page?.release();
    return has;
  }

  async close(): Promise<void> {
    const pdf = await this.#pdf?.catch(() => null);
    await pdf?.close();
  }
}
