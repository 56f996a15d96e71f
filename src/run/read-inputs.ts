import pLimit from 'p-limit';
import { OutputError } from '../emit/output-error.js';
import { Failure } from '../schema/failure.js';
import type { Limits } from '../schema/limits.js';
import type { Executor } from './executor.js';
import type { Input } from './inputs.js';
import { interrupted, type Reason, reasonOf } from './reasons.js';
import { openResult } from './result-file.js';
import { givenUpKey, resultKey } from './result-key.js';
import { fileOf, nameOf } from './source.js';
import { type Counts, THIS_DOCUMENT } from './task.js';
import type { WorkFolder } from './work-folder.js';

export interface ReadOptions {
  readonly executor: Executor;
  readonly work: WorkFolder;
  readonly limits: Limits;
  /** Tried on PDFs that are protected; never written anywhere. */
  readonly password?: string | undefined;
  /** Where `-` is read from. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Aborted: what runs is finished, and the other inputs end as `interrupted`. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each input that has ended, in the order in which they end. */
  readonly onEnded?: ((ended: InputEnd) => void) | undefined;
}

/** What came of an input: the name of its content's result in the work folder, or why there is none. */
export interface InputEnd {
  readonly sha256: string | null;
  readonly result: string | null;
  readonly reason: Reason | null;
  readonly counts: Counts;
  /** The result is of an earlier run. */
  readonly isReused: boolean;
  readonly milliseconds: number;
}

const NOTHING: Counts = { pages: 0, forms: 0, findings: 0 };

/**
 * Reads inputs, as many at once as the executor has room for, each content once, and none whose result is there already. Gives a
 * promise for each input, in their order; one that rejects (`OutputError`) ends the run.
 */
export function readInputs(inputs: readonly Input[], options: ReadOptions): Promise<InputEnd>[] {
  const contents = new Map<string, Promise<ContentEnd>>();
  const limit = pLimit(options.executor.width);
  return inputs.map((input, index) => {
    const ending = limit(() => readInput(input, index, contents, options));
    ending.catch(() => undefined); // whoever waits for it hears of it
    return ending;
  });
}

type ContentEnd = Pick<InputEnd, 'result' | 'reason' | 'counts' | 'isReused'>;

async function readInput(
  input: Input,
  index: number,
  contents: Map<string, Promise<ContentEnd>>,
  options: ReadOptions,
): Promise<InputEnd> {
  const start = performance.now();
  const name = nameOf(input);
  let sha256: string | null = null;
  let end: ContentEnd;
  try {
    const stopped = stopOf(options, name);
    if (stopped !== null) end = stopped;
    else {
      const { limits, stdin, work, executor } = options;
      const path = await fileOf(input, limits, stdin, () => work.spoolPath(String(index)));
      ({ sha256 } = await executor.run({ type: 'hash', path, name, limits }));
      end = await readOnce(sha256, contents, () => readContent(path, sha256 ?? '', options));
    }
  } catch (error) {
    if (error instanceof OutputError) throw error;
    end = { ...withoutResult(reasonOf(name, error)) };
  }
  const ended = { sha256, ...end, milliseconds: Math.round(performance.now() - start) };
  options.onEnded?.(ended);
  return ended;
}

/** The same content is read once, also while it is being read. An end that left no result holds for nobody else: then it is tried anew. */
async function readOnce(
  sha256: string,
  contents: Map<string, Promise<ContentEnd>>,
  read: () => Promise<ContentEnd>,
): Promise<ContentEnd> {
  for (let other = contents.get(sha256); other !== undefined; other = contents.get(sha256)) {
    const end = await other;
    if (end.result !== null) return { ...end, isReused: true };
    if (contents.get(sha256) === other) contents.delete(sha256);
  }
  const reading = read();
  contents.set(sha256, reading);
  return reading;
}

async function readContent(path: string, sha256: string, options: ReadOptions): Promise<ContentEnd> {
  const { executor, work, limits, password } = options;
  const under = { version: work.version, limits };
  const [key, givenUp] = [resultKey(sha256, under), givenUpKey(sha256, under)];
  for (const known of [key, givenUp]) {
    const entry = work.find(known);
    if (entry !== undefined) return { result: known, reason: null, counts: entry, isReused: true };
  }
  const stopped = stopOf(options, THIS_DOCUMENT);
  if (stopped !== null) return stopped;
  const result = work.resultPath(key);
  const start = performance.now();
  try {
    const task = { type: 'read', path, name: THIS_DOCUMENT, sha256, password, limits, result } as const;
    const { isLasting, ...counts } = await executor.run(task);
    if (isLasting) work.journal.add({ key, ...counts }, result);
    return { result: key, reason: null, counts, isReused: false };
  } catch (error) {
    if (error instanceof OutputError || !(error instanceof Failure)) throw error;
    const reason = reasonOf(THIS_DOCUMENT, error);
    writeFailure(work.resultPath(givenUp), reason, Math.round(performance.now() - start));
    work.journal.add({ key: givenUp, ...NOTHING }, work.resultPath(givenUp));
    return { result: givenUp, reason: null, counts: NOTHING, isReused: false };
  }
}

/** The result of a document whose child was ended, so that the same command does not wait for it once more. */
function writeFailure(path: string, reason: Reason, milliseconds: number): void {
  const result = openResult(path);
  try {
    result.add({ type: 'end', kind: null, pages: null, findings: [], reason, milliseconds });
    result.finish();
  } finally {
    result.discard();
  }
}

const stopOf = ({ signal }: ReadOptions, name: string): ContentEnd | null =>
  signal?.aborted === true ? withoutResult(interrupted(name)) : null;

const withoutResult = (reason: Reason): ContentEnd => ({ result: null, reason, counts: NOTHING, isReused: false });
