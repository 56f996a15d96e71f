import type { Grey } from '../raster/raster.js';

/** What a reader makes of one line of print. */
export interface LineReading {
  readonly text: string;
  /** How sure the reader says it is, 0 to 1. */
  readonly confidence: number;
  /** Where the middle of each of its characters is, by the line's width; absent where the reader does not tell. */
  readonly places?: readonly number[] | undefined;
}

/** A reader of printed lines, black on white, one line a picture. Reads the same from the same picture whatever it read before. */
export interface OcrEngine {
  /** Stands in the records' evidence. */
  readonly name: string;
  read(lines: readonly Grey[]): Promise<readonly LineReading[]>;
  close(): Promise<void>;
}

/** A reader that can't be asked: it is not installed, it died, it does not answer, or its answer is none. */
export class ReaderFailed extends Error {
  override readonly name = 'ReaderFailed';
}
