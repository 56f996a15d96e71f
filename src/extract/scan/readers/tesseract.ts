import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { Grey } from '../grey.js';
import type { LineReading, OcrEngine } from './ocr-engine.js';

const require = createRequire(import.meta.url);
/** The networks that are well trained and small. */
const FOLDER = '4.0.0_best_int';
/** Dots per inch that a strip's print would have been scanned with. */
const DPI = 300;
/** Pixels of white around a line: the engine takes print at the edge for a frame. */
const BORDER = 10;

/** What Tesseract's networks are trained for: simplified Chinese; Latin letters and digits, which it reads better. */
export type TesseractLanguage = 'chi_sim' | 'eng';

/** A network of Tesseract, compiled to WebAssembly; its data comes with the package. */
export async function openTesseract(language: TesseractLanguage): Promise<OcrEngine> {
  const data = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: join(data, FOLDER),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, user_defined_dpi: String(DPI) });
  return {
    name: 'tesseract',
    async read(lines) {
      const readings: LineReading[] = [];
      for (const line of lines) {
        const { data } = await worker.recognize(bitmapOf(line), {}, { text: true });
        readings.push({ text: data.text.trim(), confidence: data.confidence / 100, alternatives: [] });
      }
      return readings;
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** The line with a white border, as a portable grey map (Netpbm P5). */
function bitmapOf({ width, height, data }: Grey): Buffer {
  const [columns, rows] = [width + 2 * BORDER, height + 2 * BORDER];
  const header = Buffer.from(`P5\n${columns} ${rows}\n255\n`, 'latin1');
  const bitmap = Buffer.alloc(header.length + columns * rows, 255);
  header.copy(bitmap);
  for (let row = 0; row < height; row += 1)
    bitmap.set(data.subarray(row * width, (row + 1) * width), header.length + (row + BORDER) * columns + BORDER);
  return bitmap;
}
