import type { OcrMode } from '../../../schema/reading-options.js';
import type { Readers } from './readers.js';
import { ppocrAlphabet } from './ppocr-alphabet.js';
import { hasSecondReader, PPOCR, TESSERACT } from './installed-readers.js';
import { ReaderProcess } from './reader-process.js';

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
  return mode === 'best' ? { first, text, numbers, alphabet: ppocrAlphabet } : { first, text: null, numbers: null };
}
