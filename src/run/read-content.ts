import pLimit from 'p-limit';
import { installedReaders } from '../extract/scan/readers/installed-readers.js';
import { Failure, type FailureCode } from '../schema/failure.js';
import type { Limits } from '../schema/limits.js';
import type { Reason } from '../schema/manifest.js';
import type { ReadingOptions } from '../schema/reading-options.js';
import { DocumentTime } from './document-time.js';
import type { Executor } from './executor.js';
import { reasonOf } from './reasons.js';
import { areSoundReadings } from './page-readings.js';
import { isSoundResult, openResult } from './result-file.js';
import { givenUpKey, pagesKey, resultKey } from './result-key.js';
import { type Content, type Counts, type ReadCounts, type RestOfPages, THIS_DOCUMENT } from './task.js';
import type { WorkFolder } from './work-folder.js';

export interface ContentOptions {
  readonly executor: Executor;
  readonly work: WorkFolder;
  readonly limits: Limits;
  readonly reading: ReadingOptions;
  /** Tried on PDFs that are protected; never written anywhere. */
  readonly password?: string | undefined;
  /** Aborted: the tasks that run are finished, and no others are begun. */
  readonly signal?: AbortSignal | undefined;
}

interface DocumentOptions extends ContentOptions {
  readonly time: DocumentTime;
}

/** What came of a document's content: the name of its result in the work folder, or why there is none. */
export interface ContentEnd {
  readonly result: string | null;
  readonly reason: Reason | null;
  readonly counts: Counts;
  /** The result was there already. */
  readonly isReused: boolean;
}

/** The run is to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Failures of a document whose child was ended. */
const GIVEN_UP: readonly FailureCode[] = ['timed-out', 'out-of-memory', 'crashed'];

const SECOND = 1_000;

export const NOTHING: Counts = { pages: 0, forms: 0, findings: 0 };

/**
 * So many pages of a large document are read in one task: half a minute or so. Not for any number of workers to change; but the result
 * does not depend on it, for each page is read on its own.
 */
const PAGES_PER_TASK = { text: 64, scan: 8 } as const;

/**
 * Reads a document whose content is known, unless its result is there. `time`: that which the document has taken so far.
 *
 * @throws Interrupted, OutputError, Failure one that says nothing about the content
 */
export async function readContent(
  path: string,
  sha256: string,
  options: ContentOptions,
  time: DocumentTime = new DocumentTime(),
): Promise<ContentEnd> {
  const { work, limits, reading, password } = options;
  const under = { version: work.version, limits, reading, readers: installedReaders() };
  const [key, givenUp] = [resultKey(sha256, under), givenUpKey(sha256, under)];
  for (const known of [key, givenUp]) {
    const entry = work.find(known);
    if (entry !== undefined && (await isSoundResult(work.resultPath(known), sha256)))
      return { result: known, reason: null, counts: entry, isReused: true };
  }
  try {
    const content = { path, name: THIS_DOCUMENT, sha256, password, limits, reading };
    const { isLasting, ...counts } = await readInTasks(content, key, { ...options, time });
    if (isLasting) work.journal.add({ key, ...counts }, work.resultPath(key));
    return { result: key, reason: null, counts, isReused: false };
  } catch (error) {
    if (!(error instanceof Failure) || !GIVEN_UP.includes(error.code)) throw error;
    const reason = reasonOf(THIS_DOCUMENT, error);
    writeFailure(work.resultPath(givenUp), reason, millisecondsOf(time));
    work.journal.add({ key: givenUp, ...NOTHING }, work.resultPath(givenUp));
    return { result: givenUp, reason: null, counts: NOTHING, isReused: false };
  }
}

/** A small document in one task; of a large one the first pages, then the others by ranges, and from all of them the result. */
async function readInTasks(content: Content, key: string, options: DocumentOptions): Promise<ReadCounts> {
  stopIfInterrupted(options);
  const { executor, work, time } = options;
  const first = pagesKey(key, 'first');
  const firstPages = { path: work.resultPath(first), isThere: await isKept(first, work) };
  const result = work.resultPath(key);
  const read = await executor.run({ type: 'read', ...content, result, firstPages }, time);
  if (!('from' in read)) return read;
  if (!firstPages.isThere) work.journal.add({ key: first, ...NOTHING }, firstPages.path);
  const readings = [firstPages.path, ...(await readRest(read, content, key, options))];
  stopIfInterrupted(options);
  const millisecondsBefore = millisecondsOf(time);
  return executor.run({ type: 'assemble', ...content, readings, result, millisecondsBefore }, time);
}

/** Reads the ranges of the other pages, as many at once as there is room for; gives the files with their readings, in order. */
async function readRest(rest: RestOfPages, content: Content, key: string, options: DocumentOptions): Promise<string[]> {
  const { executor, work, time } = options;
  const limit = pLimit(executor.width);
  try {
    return await limit.map(rangesOf(rest), async (range) => {
      const name = pagesKey(key, range);
      const readings = work.resultPath(name);
      if (await isKept(name, work)) return readings;
      stopIfInterrupted(options);
      await executor.run({ type: 'pages', ...content, ...range, readings }, time);
      work.journal.add({ key: name, ...NOTHING }, readings);
      return readings;
    });
  } finally {
    limit.clearQueue(); // where one has failed, the others are for nothing
  }
}

/** Whether an earlier run left the readings of these pages. */
const isKept = async (name: string, work: WorkFolder): Promise<boolean> =>
  work.find(name) !== undefined && areSoundReadings(work.resultPath(name));

const millisecondsOf = ({ seconds }: DocumentTime) => Math.round(seconds * SECOND);

function rangesOf({ from, to, isScan }: RestOfPages): { from: number; to: number }[] {
  const pages = PAGES_PER_TASK[isScan ? 'scan' : 'text'];
  const count = Math.ceil((to - from + 1) / pages);
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * pages,
    to: Math.min(to, from + (index + 1) * pages - 1),
  }));
}

function stopIfInterrupted({ signal }: ContentOptions): void {
  if (signal?.aborted === true) throw new Interrupted();
}

/** The result of a document that was given up, so that the same command does not wait for it once more. */
function writeFailure(path: string, reason: Reason, milliseconds: number): void {
  const result = openResult(path);
  try {
    result.add({ type: 'end', kind: null, pages: null, findings: [], reason, milliseconds });
    result.finish();
  } finally {
    result.discard();
  }
}
