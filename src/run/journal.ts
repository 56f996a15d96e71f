import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { flushFiles } from '../emit/files/flush.js';
import { OutputError, systemCode } from '../emit/files/output-error.js';
import { openWholeFile } from '../emit/files/whole-file.js';
import { Counts } from './task.js';

/** A finished result: its name (result-key.ts) and what is in it, in counts. */
export const JournalEntry = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/), ...Counts.shape });
export type JournalEntry = z.infer<typeof JournalEntry>;

/**
 * Which results are finished: a line for each, appended and flushed to the disk behind the result itself. Many that end at once are
 * flushed together, so that nobody waits for the disk.
 */
export interface Journal {
  find(key: string): JournalEntry | undefined;
  /** Enters a result whose file stands at the path. What goes wrong is thrown by `settled`, or by the next `add`. */
  add(entry: JournalEntry, path: string): void;
  /** Resolves when everything that was added is on the disk. */
  settled(): Promise<void>;
  /** Strikes out all but these. */
  keepOnly(keys: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

/** Opens the journal at the path, or begins one. A last line that a power cut tore is no entry. Throws an `OutputError`. */
export async function openJournal(path: string): Promise<Journal> {
  const entries = await entriesOf(path);
  rewrite(path, entries.values());
  let file = await orOutputError(path, open(path, 'a'));
  let waiting: { readonly entry: JournalEntry; readonly path: string }[] = [];
  let flushing = Promise.resolve();
  let failure: OutputError | null = null;
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    await flushFiles(
      dirname(path),
      batch.map((each) => each.path),
    );
    await file.appendFile(batch.map(({ entry }) => line(entry)).join(''));
    await file.datasync();
  };
  const check = () => {
    if (failure !== null) throw failure;
  };
  const settled = async () => {
    await flushing;
    check();
  };
  return {
    find: (key) => entries.get(key),
    add(entry, result) {
      check();
      entries.set(entry.key, entry);
      waiting.push({ entry, path: result });
      if (waiting.length > 1) return; // the flush that is due takes it along
      flushing = flushing.then(flush).catch((error: unknown) => {
        failure ??= error instanceof OutputError ? error : new OutputError(path, error);
      });
    },
    settled,
    async keepOnly(keys) {
      await settled();
      for (const key of [...entries.keys()]) if (!keys.has(key)) entries.delete(key);
      await file.close();
      rewrite(path, entries.values());
      file = await orOutputError(path, open(path, 'a'));
    },
    close: () => file.close(),
  };
}

const line = (entry: JournalEntry) => `${JSON.stringify(entry)}\n`;

async function entriesOf(path: string): Promise<Map<string, JournalEntry>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '';
    throw new OutputError(path, error);
  });
  const entries = new Map<string, JournalEntry>();
  for (const each of text.split('\n')) {
    const entry = JournalEntry.safeParse(jsonOf(each));
    if (entry.success) entries.set(entry.data.key, entry.data);
  }
  return entries;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function rewrite(path: string, entries: Iterable<JournalEntry>): void {
  const file = openWholeFile(path);
  try {
    file.append([...entries].map(line).join(''));
    file.finish();
  } finally {
    file.discard();
  }
}

async function orOutputError<T>(path: string, opening: Promise<T>): Promise<T> {
  return opening.catch((error: unknown) => {
    throw new OutputError(path, error);
  });
}
