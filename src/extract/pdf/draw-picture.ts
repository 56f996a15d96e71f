import type { Canvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from './library/pdfjs-library.js';
import type { PdfSource } from './open.js';
import { openWithPdfjs } from './pdfjs-document.js';
import { listening } from './pdfjs-talk.js';

/** How a page is drawn: its number, quarter turns clockwise beyond its own, and pixels for each point. */
export interface PictureOptions {
  readonly page: number;
  readonly turns: number;
  readonly scale: number;
}

/** Draws the picture of a page, as a viewer shows it, over the whole canvas. Throws what pdf.js throws. */
export async function drawPicture(
  canvas: Canvas,
  { bytes, password }: PdfSource,
  options: PictureOptions,
): Promise<void> {
  const { document, close } = await openWithPdfjs(bytes, { password });
  try {
    await listening(() => render(document, canvas, options));
  } finally {
    await close();
  }
}

async function render(document: PDFDocumentProxy, canvas: Canvas, { page: number, turns, scale }: PictureOptions) {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale, rotation: page.rotate + 90 * turns });
  // pdf.js knows the canvas of a browser only by its type; this one has the same methods.
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
}
