import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writing } from '../emit/files/output-error.js';
import { type Journal, type JournalEntry, openJournal } from './journal.js';
import { takeLock } from './lock.js';

/** Hidden, and so never read as an input. */
const NAME = '.zipingbiao';
const PARTS = { journal: 'journal.ndjson', results: 'results', spool: 'spool', lock: 'lock' } as const;
/** Results are spread over folders by so many of their first digits: some file systems are slow with many files in one. */
const SPREAD_DIGITS = 2;
const ENDING = '.ndjson.gz';

/**
 * Where a run keeps what it has read, so that the same command goes on after whatever ended it: a result for each document
 * (result-file.ts), the journal of the finished ones, and copies of what can be read only once. One run at a time has it.
 */
export interface WorkFolder {
  /** The version of the program that reads: results of another one are not found. */
  readonly version: string;
  readonly journal: Journal;
  /** Where the result of this name stands, or is to be written. */
  resultPath(key: string): string;
  /** A finished result. */
  find(key: string): JournalEntry | undefined;
  /** A place for a copy. */
  spoolPath(name: string): string;
  /** Removes everything but these results; called when a run is complete. */
  keepOnly(keys: ReadonlySet<string>): Promise<void>;
  /** Lets the folder go. */
  close(): Promise<void>;
  /** Lets the folder go at once, without what is half-written in it; for a process that ends, when those that write have been ended. */
  abandon(): void;
}

/**
 * The work folder inside an output folder, with what earlier runs left there; with `fresh`, empty.
 *
 * @throws FolderInUse, OutputError
 */
export async function openWorkFolder(
  output: string,
  { version, fresh = false }: { readonly version: string; readonly fresh?: boolean },
): Promise<WorkFolder> {
  const folder = join(output, NAME);
  writing(output, () => mkdirSync(folder, { recursive: true }));
  const unlock = takeLock(output, join(folder, PARTS.lock));
  try {
    writing(folder, () => {
      if (fresh)
        for (const part of [PARTS.journal, PARTS.results]) rmSync(join(folder, part), { recursive: true, force: true });
      rmSync(join(folder, PARTS.spool), { recursive: true, force: true });
    });
    return await openIn(folder, version, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A work folder that goes with the run: for results that go to a stream. */
export async function openTemporaryWorkFolder(): Promise<WorkFolder> {
  const folder = writing(tmpdir(), () => mkdtempSync(join(tmpdir(), 'zipingbiao-')));
  return openIn(folder, '', () => {
    rmSync(folder, { recursive: true, force: true });
  });
}

async function openIn(folder: string, version: string, letGo: () => void): Promise<WorkFolder> {
  const journal = await openJournal(join(folder, PARTS.journal));
  const results = join(folder, PARTS.results);
  const spool = join(folder, PARTS.spool);
  const removeSpool = () => {
    rmSync(spool, { recursive: true, force: true });
  };
  const resultPath = (key: string) => join(results, key.slice(0, SPREAD_DIGITS), key + ENDING);
  return {
    version,
    journal,
    resultPath,
    find(key) {
      const entry = journal.find(key);
      return entry !== undefined && existsSync(resultPath(key)) ? entry : undefined;
    },
    spoolPath(name) {
      writing(spool, () => mkdirSync(spool, { recursive: true }));
      return join(spool, name);
    },
    async keepOnly(keys) {
      await journal.keepOnly(keys);
      writing(folder, () => {
        removeSpool();
        removeResults(results, (name) => !keys.has(name.slice(0, -ENDING.length)));
      });
    },
    async close() {
      await journal.close();
      removeSpool();
      letGo();
    },
    abandon() {
      removeSpool();
      removeResults(results, (name) => !name.endsWith(ENDING));
      letGo();
    },
  };
}

/** Removes some results, or what killed processes left half-written. */
function removeResults(results: string, isToGo: (name: string) => boolean): void {
  if (!existsSync(results)) return;
  for (const spread of readdirSync(results)) {
    for (const name of readdirSync(join(results, spread))) {
      if (isToGo(name)) rmSync(join(results, spread, name), { force: true });
    }
  }
}
