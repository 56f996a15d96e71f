import { rm } from 'node:fs/promises';
import pLimit from 'p-limit';
import { OutputError } from '../emit/files/output-error.js';
import { DocumentTime } from './document-time.js';
import type { Input } from './inputs.js';
import { type ContentEnd, type ContentOptions, Interrupted, NOTHING, readContent } from './read-content.js';
import { interrupted, reasonOf } from './reasons.js';
import { fileOf, nameOf } from './source.js';

export interface ReadOptions extends ContentOptions {
  /** Where `-` is read from. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Told of each input that has ended, in the order in which they end. */
  readonly onEnded?: ((ended: InputEnd) => void) | undefined;
}

/** What came of an input. */
export interface InputEnd extends ContentEnd {
  readonly sha256: string | null;
  readonly milliseconds: number;
}

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

async function readInput(
  input: Input,
  index: number,
  contents: Map<string, Promise<ContentEnd>>,
  options: ReadOptions,
): Promise<InputEnd> {
  const start = performance.now();
  const name = nameOf(input);
  const time = new DocumentTime();
  let sha256: string | null = null;
  let end: ContentEnd;
  let unpacked: string | null = null;
  try {
    if (options.signal?.aborted === true) throw new Interrupted();
    const { limits, stdin, work, executor } = options;
    const path = await fileOf(input, limits, stdin, () => work.spoolPath(String(index)));
    if (input.archive !== undefined) unpacked = path;
    const hash = await executor.run({ type: 'hash', path, name, limits }, time);
    sha256 = hash.sha256;
    end = await readOnce(sha256, contents, () => readContent(path, hash.sha256, options, time));
  } catch (error) {
    if (error instanceof OutputError) throw error;
    const reason = error instanceof Interrupted ? interrupted(name) : reasonOf(name, error);
    end = { result: null, reason, counts: NOTHING, isReused: false };
  } finally {
    if (unpacked !== null) await rm(unpacked, { force: true });
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
    if (end.result !== null) return { ...end, counts: NOTHING, isReused: true }; // its forms are counted once
    if (contents.get(sha256) === other) contents.delete(sha256);
  }
  const reading = read();
  contents.set(sha256, reading);
  return reading;
}
