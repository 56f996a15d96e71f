import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folderOf = (name: string) => join(folder, name) + sep;

/** How a page is drawn: its number, quarter turns clockwise beyond its own, and pixels for each point. */
export interface PictureOptions {
  readonly page: number;
  readonly turns: number;
  readonly scale: number;
}

/** Draws the picture of a page, as a viewer shows it, over the whole canvas. Throws what pdf.js throws. */
export async function drawPicture(
  canvas: Canvas,
  bytes: Uint8Array,
  { page: number, turns, scale }: PictureOptions,
): Promise<void> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    cMapUrl: folderOf('cmaps'),
    standardFontDataUrl: folderOf('standard_fonts'),
    wasmUrl: folderOf('wasm'),
    isEvalSupported: false,
    useSystemFonts: false,
  });
  try {
    const page = await (await task.promise).getPage(number);
    const viewport = page.getViewport({ scale, rotation: page.rotate + 90 * turns });
    // pdf.js knows the canvas of a browser only by its type; this one has the same methods.
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
  } finally {
    await task.destroy();
  }
}
