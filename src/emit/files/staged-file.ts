import { closeSync, fsyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { writing } from './output-error.js';

/** Text is gathered to pieces of this size before it is written: larger ones gain nothing, smaller ones cost calls. */
const PIECE_CHARACTERS = 256 * 1024;

/** A file that grows piece by piece in a staging folder. Writing is synchronous: at most one piece waits in memory. */
export interface StagedFile {
  append(text: string): void;
  /** Writes what waits and flushes the file to the disk. */
  close(): void;
}

/** Creates a file that must not exist yet. Throws an {@link OutputError} that names it, here and in each of its methods. */
export function createStagedFile(path: string): StagedFile {
  const descriptor = writing(path, () => openSync(path, 'wx'));
  let waiting = '';
  const empty = () => {
    writing(path, () => {
      writeAll(descriptor, Buffer.from(waiting));
    });
    waiting = '';
  };
  return {
    append(text) {
      waiting += text;
      if (waiting.length >= PIECE_CHARACTERS) empty();
    },
    close() {
      empty();
      writing(path, () => {
        fsyncSync(descriptor);
        closeSync(descriptor);
      });
    },
  };
}

/** Writes a small file whole, without flushing it. */
export function writeStagedFile(path: string, text: string): void {
  writing(path, () => {
    writeFileSync(path, text, { flag: 'wx' });
  });
}

/** `writeSync` may write less than it was given. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let start = 0; start < bytes.length;) start += writeSync(descriptor, bytes, start);
}
