import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Commit, commitStaged } from './commit.js';
import { flushFiles } from './flush.js';
import { writing } from './output-error.js';
import { createStagedFile, type StagedFile, writeStagedFile } from './staged-file.js';
import { claimStaging, settleDeadRuns, stagingPrefix } from './dead-runs.js';

/**
 * Where all files of a run are written before they appear: a hidden folder inside the output folder, so that a rename
 * suffices to put a file in its place. Paths are relative to the output folder, with `/`.
 */
export interface Staging {
  readonly folder: string;
  /** A file that grows. Close it before committing. */
  create(path: string): StagedFile;
  /** A small file, whole. */
  write(path: string, text: string): void;
  /** The path at which something else, such as a library, puts a file before the commit, which flushes it. */
  reserve(path: string): string;
  /** Flushes everything, puts each file (or `only` some) in its place, the one named `last` at the end, and removes the staging folder. */
  commit(
    options: Pick<Commit, 'removeEarlier'> & { readonly last: string; readonly only?: readonly string[] | undefined },
  ): Promise<void>;
  /** Leaves the output folder as it was. */
  discard(): void;
}

/**
 * Stages a run's files in the output folder, which is created. First settles what runs that died have left there.
 * Throws an {@link OutputError} where the folder can't be written.
 */
export function openStaging(output: string): Staging {
  const folder = writing(output, () => {
    makeFolder(output);
    settleDeadRuns(output);
    return mkdtempSync(join(output, stagingPrefix(process.pid)));
  });
  const unclaim = claimStaging(folder);
  const files: string[] = [];
  const flushed: string[] = []; // when the run is committed
  const folders = new Set(['.']);
  const place = (path: string) => {
    const parent = dirname(path);
    if (!folders.has(parent)) {
      writing(folder, () => mkdirSync(join(folder, parent), { recursive: true }));
      folders.add(parent);
    }
    files.push(path);
    return join(folder, path);
  };
  return {
    folder,
    create: (path) => createStagedFile(place(path)),
    write(path, text) {
      const staged = place(path);
      writeStagedFile(staged, text);
      flushed.push(staged);
    },
    reserve(path) {
      const staged = place(path);
      flushed.push(staged);
      return staged;
    },
    async commit({ removeEarlier, last, only }) {
      const chosen = files.filter((file) => file !== last && (only === undefined || only.includes(file)));
      await flushFiles(folder, flushed);
      commitStaged(output, folder, { files: [...chosen, last], removeEarlier });
      unclaim();
    },
    discard() {
      rmSync(folder, { recursive: true, force: true });
      unclaim();
    },
  };
}

/** Makes a folder with all above it. Node's own way never returns where the system denies a folder's existence (`/proc/x`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(resolve(folder));
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}
