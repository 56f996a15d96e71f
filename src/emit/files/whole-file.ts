import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './flush.js';
import { writing } from './output-error.js';

/** A single file that appears whole or not at all. */
export interface WholeFile {
  append(data: string | Uint8Array): void;
  /** Brings it to the disk and puts it in its place. */
  finish(): void;
  /** Leaves everything as it was; does nothing once the file is in its place. */
  discard(): void;
}

/**
 * Begins a file: what is written stands in a temporary file beside it. A device or pipe is written to directly, and a link's target
 * is replaced, not the link. Throws an `OutputError` that names the path, here and in each method. Without `flush` a power cut may
 * still take the file, or a part of it: for files that are checked when they are read.
 */
export function openWholeFile(path: string, { flush = true } = {}): WholeFile {
  const status = writing(path, () => statSync(path, { throwIfNoEntry: false }));
  const isStream = status !== undefined && !status.isFile() && !status.isDirectory();
  const place = status?.isFile() === true ? writing(path, () => realpathSync(path)) : path;
  const open = isStream || status?.isDirectory() === true ? place : `${place}.${process.pid}.tmp`;
  const descriptor = writing(path, () => openSync(open, 'w'));
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    append(data) {
      const bytes = Buffer.from(data);
      writing(path, () => {
        for (let start = 0; start < bytes.length;) start += writeSync(descriptor, bytes, start);
      });
    },
    finish() {
      writing(path, () => {
        if (!isStream && flush) fsyncSync(descriptor);
        close();
        if (isStream) return;
        renameSync(open, place);
        if (flush) flushFolder(dirname(place));
      });
    },
    discard() {
      if (!isOpen) return;
      close();
      if (!isStream) rmSync(open, { force: true });
    },
  };
}
