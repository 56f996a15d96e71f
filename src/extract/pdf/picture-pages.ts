import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from './pdfjs.js';
import type { PdfSource } from './sheets.js';

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
 * Which of the pages without text hold a picture; only the first one where `all` is false. Reading for text leaves pictures out
 * undecoded, which pdf.js doesn't tell, so these pages are read again with them.
 */
export async function picturePagesOf(
  { bytes, password }: Pick<PdfSource, 'bytes' | 'password'>,
  pages: readonly number[],
  all: boolean,
): Promise<number[]> {
  if (pages.length === 0) return [];
  const found: number[] = [];
  const pdf = await openPdf(bytes, { largestPicture: -1, password });
  try {
    for (const number of pages) {
      const page = await pdf.page(number).catch(() => null);
      if (page?.list.operators.some((operator) => PICTURES.includes(operator))) found.push(number);
      page?.release();
      if (found.length > 0 && !all) break;
    }
  } finally {
    await pdf.close();
  }
  return found;
}
