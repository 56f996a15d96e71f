import type { Failure } from '../../schema/failure.js';
import type { Limits } from '../../schema/limits.js';
import { damagedPdf, encryptedPdf, tooManyPages } from '../source/refusal.js';
import type { PdfBytes } from './pdf-bytes.js';
import { openPdf, type Pdf } from './pdfjs.js';
import { tellsOfLock } from './pdfjs-talk.js';

export interface PdfSource {
  readonly name: string;
  readonly bytes: PdfBytes;
  readonly password?: string | undefined;
}

/** Pixels. Larger ones are no rule that is drawn as a picture, and are not needed to read text. */
const LARGEST_PICTURE = 10_000;

/**
 * Opens a PDF for its text.
 *
 * @throws Failure `encrypted`, `damaged`, `too-many-pages`
 */
export async function openForText({ bytes, name, password }: PdfSource, limits: Limits): Promise<Pdf> {
  const pdf = await openPdf(bytes, { largestPicture: LARGEST_PICTURE, password }).catch((error: unknown) => {
    throw failureOf(error, name);
  });
  if (pdf.pages <= limits.pagesPerFile) return pdf;
  await pdf.close();
  throw tooManyPages(name, pdf.pages, limits);
}

function failureOf(cause: unknown, name: string): Failure {
  return tellsOfLock(cause) ? encryptedPdf(name, { cause }) : damagedPdf(name, { cause });
}
