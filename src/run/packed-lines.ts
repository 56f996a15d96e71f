import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createGunzip, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { OutputError, writing } from '../emit/files/output-error.js';
import { openWholeFile } from '../emit/files/whole-file.js';
import { linesOf } from './lines.js';

/** Lines are packed together in pieces of this size: smaller ones pack worse, larger ones gain little. */
const PIECE_CHARACTERS = 512 * 1024;
/** The fastest way of packing: records shrink to a twentieth. */
const PACKING = { level: 1 };
/** Far above any form or page within the limits; what writes a longer line is out of its mind. */
const LINE_BYTES = 256 * 1024 ** 2;

/** The last line: the file's name, and the SHA-256 of all lines before it. What was cut, changed or put in another's place is told by it. */
const Seal = z.object({ name: z.string(), sha256: z.string() });

/** A file of values as it is written; it appears whole, or not at all. Methods throw an `OutputError`. */
export interface PackedWriter<T> {
  add(value: T): void;
  finish(): void;
  discard(): void;
}

/** Begins a file: a line of JSON for each value and a seal, packed with gzip. Flushing it to the disk is left to the journal. */
export function openPacked<T>(path: string): PackedWriter<T> {
  writing(path, () => mkdirSync(dirname(path), { recursive: true }));
  const file = openWholeFile(path, { flush: false });
  const hash = createHash('sha256');
  let waiting = '';
  const pack = () => {
    if (waiting === '') return;
    hash.update(waiting);
    file.append(gzipSync(waiting, PACKING));
    waiting = '';
  };
  return {
    add(value) {
      waiting += `${JSON.stringify(value)}\n`;
      if (waiting.length >= PIECE_CHARACTERS) pack();
    },
    finish() {
      pack();
      const seal: z.infer<typeof Seal> = { name: basename(path), sha256: hash.digest('hex') };
      file.append(gzipSync(`${JSON.stringify(seal)}\n`, PACKING));
      file.finish();
    },
    discard() {
      file.discard();
    },
  };
}

/** The values of a file, checked one by one. Throws an `OutputError` where the file is not what was written, when its last value has been given. */
export async function* readPacked<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.once('error', (error) => unpacked.destroy(error));
  try {
    const hash = createHash('sha256');
    let before: string | null = null;
    for await (const line of linesOf(file.pipe(unpacked), LINE_BYTES)) {
      if (before !== null) {
        hash.update(`${before}\n`);
        const value: unknown = JSON.parse(before);
        schema.parse(value);
        yield value as T; // as it stands, with its order of fields
      }
      before = line;
    }
    const seal = Seal.parse(JSON.parse(before ?? ''));
    if (seal.name !== basename(path) || seal.sha256 !== hash.digest('hex')) throw new Error('it was changed');
  } catch (error) {
    throw error instanceof OutputError ? error : new OutputError(path, error);
  } finally {
    file.destroy();
  }
}

/** True where all values can be read, and each is right. */
export async function isSound<T>(
  values: AsyncIterable<T>,
  isRight: (value: T) => boolean = () => true,
): Promise<boolean> {
  try {
    for await (const value of values) if (!isRight(value)) return false;
    return true;
  } catch (error) {
    if (error instanceof OutputError) return false;
    throw error;
  }
}
