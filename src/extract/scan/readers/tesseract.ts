import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Grey } from '../raster/raster.js';
import type { LineReading, OcrEngine } from './ocr-engine.js';
import { checkTrainedData } from './trained-data.js';

const require = createRequire(import.meta.url);
/** The networks that are well trained and small. */
const FOLDER = '4.0.0_best_int';
/** Dots per inch that a strip's print would have been scanned with. */
const DPI = 300;
/** Pixels of white around a line: the engine takes print at the edge for a frame. */
const BORDER = 10;

/** What Tesseract's networks are trained for: simplified Chinese; Latin letters and digits, which it reads better. */
export type TesseractLanguage = 'chi_sim' | 'eng';

/**
 * A network of Tesseract, compiled to WebAssembly; its data comes with the package, or lies in another folder.
 *
 * @throws Error where the data is missing or damaged
 */
export async function openTesseract(language: TesseractLanguage, folder = folderOf(language)): Promise<OcrEngine> {
  await checkTrainedData(join(folder, `${language}.traineddata.gz`));
  const worker = await workerFor(language, folder);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, user_defined_dpi: String(DPI) });
  return {
    name: 'tesseract',
    async read(lines) {
      const readings: LineReading[] = [];
      for (const line of lines) {
        const { data } = await worker.recognize(bitmapOf(line), {}, { text: true });
        readings.push({ text: data.text.trim(), confidence: data.confidence / 100 });
      }
      return readings;
    },
    async close() {
      await worker.terminate();
    },
  };
}

const folderOf = (language: TesseractLanguage) =>
  join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), FOLDER);

/** Starts the engine. What it can't load it tells only the handler: the worker is then neither there nor refused. */
function workerFor(language: TesseractLanguage, langPath: string): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const errorHandler = (error: unknown) => {
      reject(new Error(`tesseract: ${String(error)}`));
    };
    createWorker(language, OEM.LSTM_ONLY, { langPath, gzip: true, cacheMethod: 'none', errorHandler }).then(
      resolve,
      errorHandler,
    );
  });
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
