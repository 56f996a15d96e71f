import { createReadStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createGunzip, gzipSync } from 'node:zlib';
import type { z } from 'zod';
import { OutputError, writing } from '../emit/files/output-error.js';
import { openWholeFile } from '../emit/files/whole-file.js';
import { linesOf } from './lines.js';

/** Lines are packed together in pieces of this size: smaller ones pack worse, larger ones gain little. */
const PIECE_CHARACTERS = 512 * 1024;
/** The fastest way of packing: records shrink to a twentieth. */
const PACKING = { level: 1 };
/** Far above any form or page within the limits; what writes a longer line is out of its mind. */
const LINE_BYTES = 256 * 1024 ** 2;

/** A file of values as it is written; it appears whole, or not at all. Methods throw an `OutputError`. */
export interface PackedWriter<T> {
  add(value: T): void;
  finish(): void;
  discard(): void;
}

/** Begins a file: a line of JSON for each value, packed with gzip, which brings a checksum along. Flushing it to the disk is left to the journal. */
export function openPacked<T>(path: string): PackedWriter<T> {
  writing(path, () => mkdirSync(dirname(path), { recursive: true }));
  const file = openWholeFile(path, { flush: false });
  let waiting = '';
  const pack = () => {
    if (waiting !== '') file.append(gzipSync(waiting, PACKING));
    waiting = '';
  };
  return {
    add(value) {
      waiting += `${JSON.stringify(value)}\n`;
      if (waiting.length >= PIECE_CHARACTERS) pack();
    },
    finish() {
      pack();
      file.finish();
    },
    discard() {
      file.discard();
    },
  };
}

/** The values of a file, checked one by one. Throws an `OutputError` where the file is not what was written. */
export async function* readPacked<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.once('error', (error) => unpacked.destroy(error));
  try {
    for await (const line of linesOf(file.pipe(unpacked), LINE_BYTES)) {
      const value: unknown = JSON.parse(line);
      schema.parse(value);
      yield value as T; // as it stands, with its order of fields
    }
  } catch (error) {
    throw error instanceof OutputError ? error : new OutputError(path, error);
  } finally {
    file.destroy();
  }
}
