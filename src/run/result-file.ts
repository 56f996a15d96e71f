import { createReadStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createGunzip, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { OutputError, writing } from '../emit/output-error.js';
import { openWholeFile } from '../emit/whole-file.js';
import { Finding } from '../schema/finding.js';
import { SetAside } from '../schema/manifest.js';
import { SelfEvaluation, SourceKind } from '../schema/record.js';
import { linesOf } from './lines.js';
import { Reason } from './reasons.js';

/** What became of a document: the last line of its result. Null where it ended before that was known. */
export const ResultEnd = z.object({
  type: z.literal('end'),
  kind: SourceKind.nullable(),
  pages: z.int().nullable(),
  findings: z.array(Finding),
  reason: Reason.nullable(),
  milliseconds: z.number().nonnegative(),
});
export type ResultEnd = z.infer<typeof ResultEnd>;

/** A line of a result: the document's forms in order, and its end. */
const ResultLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('form'), record: SelfEvaluation }),
  z.object({ type: z.literal('setAside'), setAside: SetAside }),
  ResultEnd,
]);
export type ResultLine = z.infer<typeof ResultLine>;

/** Lines are packed together in pieces of this size: smaller ones pack worse, larger ones gain little. */
const PIECE_CHARACTERS = 512 * 1024;
/** The fastest way of packing: records shrink to a twentieth. */
const PACKING = { level: 1 };
/** Far above any form within the limits; what writes a longer line is out of its mind. */
const LINE_BYTES = 256 * 1024 ** 2;

/** A result as it is written; it appears whole, or not at all. Methods throw an `OutputError`. */
export interface ResultWriter {
  add(line: ResultLine): void;
  finish(): void;
  discard(): void;
}

/** Begins a result: lines of JSON, packed with gzip, which brings a checksum along. Flushing it to the disk is left to the journal. */
export function openResult(path: string): ResultWriter {
  writing(path, () => mkdirSync(dirname(path), { recursive: true }));
  const file = openWholeFile(path, { flush: false });
  let waiting = '';
  const pack = () => {
    if (waiting !== '') file.append(gzipSync(waiting, PACKING));
    waiting = '';
  };
  return {
    add(line) {
      waiting += `${JSON.stringify(line)}\n`;
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

/** The lines of a result, checked one by one. Throws an `OutputError` where the file is not what was written. */
export async function* readResult(path: string): AsyncGenerator<ResultLine> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.once('error', (error) => unpacked.destroy(error));
  let last: ResultLine['type'] | null = null;
  try {
    for await (const text of linesOf(file.pipe(unpacked), LINE_BYTES)) {
      const line = JSON.parse(text) as ResultLine; // as it stands, with its order of fields, once it has been checked
      last = ResultLine.parse(line).type;
      yield line;
    }
    if (last !== 'end') throw new Error('the result has no end');
  } catch (error) {
    throw error instanceof OutputError ? error : new OutputError(path, error);
  } finally {
    file.destroy();
  }
}
