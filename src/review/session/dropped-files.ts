import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';
import { openFolderOutput } from '../../emit/output/folder-output.js';
import type { Executor } from '../../run/executor.js';
import { run } from '../../run/run.js';
import { Limits } from '../../schema/limits.js';
import { ReadingOptions } from '../../schema/reading-options.js';
import type { Job } from '../api.js';
import { Refused, refused } from '../refused.js';
import type { Review } from './review.js';

/** Where dropped files are kept, in the folder of results. */
const SOURCES = 'sources';
/** Longer names are cut: file systems take 255 bytes, and a character takes up to four. */
const LONGEST_NAME = 50;

export interface DroppedOptions {
  readonly review: Review;
  readonly executor: Executor;
  readonly password?: string | undefined;
}

/** Files that were dropped on the page: kept beside the results, digitised one after the other, and put among the forms. */
export class DroppedFiles {
  readonly #jobs: Job[] = [];
  readonly #limits = Limits.parse({});
  readonly #oneAtATime = pLimit(1);

  constructor(private readonly options: DroppedOptions) {}

  get jobs(): readonly Job[] {
    return this.#jobs;
  }

  /** Takes a file's bytes; gives the job that reads it. */
  async take(name: string, bytes: Readable): Promise<Job> {
    const path = this.#placeFor(safeName(name));
    let size = 0;
    const { bytesPerFile } = this.#limits;
    bytes.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesPerFile) bytes.destroy(refused(413, 'file-too-large', 'The file is too large.', '文件过大。'));
    });
    try {
      await pipeline(bytes, createWriteStream(path, { flags: 'wx' }));
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
    const job: Job = { id: this.#jobs.length + 1, name: basename(path), state: 'waiting', forms: 0, reason: null };
    this.#jobs.push(job);
    void this.#oneAtATime(() => this.#read(job, path));
    return job;
  }

  /** Resolves when nothing is being read. */
  async settled(): Promise<void> {
    await this.#oneAtATime(() => Promise.resolve());
  }

  #placeFor(name: string): string {
    const folder = join(this.options.review.folder, SOURCES);
    mkdirSync(folder, { recursive: true });
    const ending = extname(name);
    for (let number = 1; ; number += 1) {
      const tried = number === 1 ? name : `${name.slice(0, name.length - ending.length)}-${number}${ending}`;
      if (!existsSync(join(folder, tried))) return join(folder, tried);
    }
  }

  async #read(job: Job, path: string): Promise<void> {
    const { review, executor, password } = this.options;
    job.state = 'reading';
    const results = mkdtempSync(join(tmpdir(), 'zipingbiao-dropped-'));
    try {
      const { options, version } = review.index.manifest;
      await run([{ path, named: true }], {
        executor,
        limits: Limits.safeParse(options).data ?? this.#limits,
        reading: ReadingOptions.safeParse(options).data ?? ReadingOptions.parse({}),
        password,
        stdin: nothing(),
        output: openFolderOutput(
          results,
          { formats: ['jsonl'], csv: 'plain', headers: 'snake', perProject: false },
          { version, options },
        ),
        onReport: ({ forms, reason }) => {
          job.forms = forms;
          job.reason = reason;
        },
      });
      await review.write([results]);
      job.state = job.forms > 0 ? 'done' : 'failed';
    } catch (error) {
      job.state = 'failed';
      job.reason = reasonOf(error);
    } finally {
      rmSync(results, { recursive: true, force: true });
    }
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream without anything
async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* [];
}

const reasonOf = (error: unknown): Job['reason'] => {
  if (error instanceof Refused) return error.refusal;
  const message = error instanceof Error ? error.message : String(error);
  return { message, messageZh: message };
};

/** A name that leads nowhere else, is not hidden, and is none that a system keeps for itself. */
export function safeName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}<>:"|?*]/gu, '_')
    // eslint-disable-next-line regexp/no-super-linear-move -- the name of a file, a header of 16 KB at most
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = extname(plain).slice(0, LONGEST_NAME / 5);
  const stem = plain.slice(0, plain.length - extname(plain).length).slice(0, LONGEST_NAME);
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(stem) ? `file${ending}` : stem + ending;
}
