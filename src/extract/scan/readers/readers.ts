import type { OcrEngine } from './ocr-engine.js';

/** The readers that are there. The first reads everything; the others what needs a second look. */
export interface Readers {
  readonly first: OcrEngine;
  /** For text that the first is not sure of, or that has numbers in it; null where there is one reader. */
  readonly text: OcrEngine | null;
  /** For numbers alone. */
  readonly numbers: OcrEngine | null;
  /** The characters that the first can read at all; absent where that is not known. */
  readonly alphabet?: () => Promise<ReadonlySet<string>>;
}

/** The readers where the first fails: the other reads everything. Null where there is none. */
export const withoutFirst = (readers: Readers): Readers | null =>
  readers.text === null ? null : { first: readers.text, text: null, numbers: readers.numbers };
