import { createRequire } from 'node:module';
import type * as canvas from '@napi-rs/canvas';

export type CanvasLibrary = Pick<typeof canvas, 'createCanvas'>;

/** The drawing library that pdf.js brings where its platform has one; null where it is missing. */
export function loadCanvas(): CanvasLibrary | null {
  try {
    const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    return createRequire(pdfjs)('@napi-rs/canvas') as CanvasLibrary;
  } catch {
    return null;
  }
}
