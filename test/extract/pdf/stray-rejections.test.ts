import { expect, it } from 'vitest';
import { openWithPdfjs } from '../../../src/extract/pdf/pdfjs-document.js';
import { isByPdfjs } from '../../../src/extract/pdf/stray-rejections.js';

it('knows what pdf.js throws', async () => {
  const error: unknown = await openWithPdfjs(Buffer.from('%PDF-1.7')).catch((error: unknown) => error);
  expect(isByPdfjs(error)).toBe(true);
});

it.each([new Error('other'), 'pdfjs-dist', undefined])('%s is not by pdf.js', (reason) => {
  expect(isByPdfjs(reason)).toBe(false);
});
