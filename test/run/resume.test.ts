import { readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { openFolderOutput } from '../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../src/emit/output/output.js';
import type { Executor } from '../../src/run/executor.js';
import { noProgress } from '../../src/run/given-up.js';
import { run } from '../../src/run/run.js';
import { openSerial } from '../../src/run/serial.js';
import type { Task } from '../../src/run/task.js';
import { openWorkFolder } from '../../src/run/work-folder.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/schema/limits.js';
import { DEFAULT_READING, type ReadingOptions } from '../../src/schema/reading-options.js';
import { MADE_READER } from '../made/documents.js';
import { filesIn, madeFolder, textOf } from '../made/folder.js';

let folder: string;
beforeEach(() => {
  folder = madeFolder();
});

interface Again {
  readonly version?: string;
  readonly limits?: Partial<Limits>;
  readonly reading?: Partial<ReadingOptions>;
  readonly fresh?: boolean;
  readonly interruptAt?: string;
}

/** Runs over made-up documents with results in the folder; gives the documents that were read, and those that failed. */
async function runOver(paths: string[], { version = '1', limits, reading, fresh = false, ...ends }: Again = {}) {
  const read: string[] = [];
  const interrupt = new AbortController();
  const serial = openSerial(MADE_READER);
  const executor: Executor = {
    ...serial,
    run<T extends Task>(task: T) {
      if (task.type === 'read') {
        read.push(task.path);
        if (task.path === ends.interruptAt) interrupt.abort();
        if (task.path === 'hangs-1-form.md') throw noProgress(task.name, task.limits.secondsWithoutProgress);
      }
      return serial.run(task);
    },
  };
  const work = await openWorkFolder(folder, { version, fresh });
  const output = openFolderOutput(folder, OutputOptions.parse({}), { version, options: {} });
  const failed: (string | undefined)[] = [];
  try {
    await run(
      paths.map((path) => ({ path, named: true })),
      {
        executor,
        work,
        output,
        limits: { ...DEFAULT_LIMITS, ...limits },
        reading: { ...DEFAULT_READING, ...reading },
        stdin: Readable.from([]),
        signal: interrupt.signal,
        onReport: ({ reason }) => {
          if (reason !== null) failed.push(reason.code);
        },
      },
    );
  } finally {
    await work.close();
  }
  return { read, failed };
}

const INPUTS = ['1-form.md', '2-forms.md', '3-forms.md'];

/** All files but what the run keeps for itself; times are measured. */
const outputOf = (of: string) =>
  filesIn(of)
    .filter((file) => !file.startsWith('.'))
    .map((file) => [file, textOf(of, file).replace(/"milliseconds":\d+/g, '')]);

describe('the same command again', () => {
  it('reads nothing that was read', async () => {
    expect((await runOver(INPUTS)).read).toEqual(INPUTS);
    const before = outputOf(folder);
    expect((await runOver(INPUTS)).read).toEqual([]);
    expect(outputOf(folder)).toEqual(before);
  });

  it('goes on where it was interrupted, and ends with what an uninterrupted run gives', async () => {
    expect(await runOver(INPUTS, { interruptAt: '2-forms.md' })).toEqual({
      read: ['1-form.md', '2-forms.md'],
      failed: ['interrupted'],
    });
    expect(await runOver(INPUTS)).toEqual({ read: ['3-forms.md'], failed: [] });
    const resumed = outputOf(folder);
    folder = join(folder, 'other');
    await runOver(INPUTS);
    expect(outputOf(folder)).toEqual(resumed);
  });

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -9)],
    ['edited', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"totalScore":', '"totalScore":1'))],
  ])('reads a document again whose result is %s', async (_, damage) => {
    await runOver(INPUTS);
    const before = outputOf(folder);
    const results = join(folder, '.zipingbiao/results');
    for (const name of filesIn(results)) writeFileSync(join(results, name), damage(readFileSync(join(results, name))));
    expect((await runOver(INPUTS)).read).toEqual(INPUTS);
    expect(outputOf(folder)).toEqual(before);
    expect((await runOver(INPUTS)).read).toEqual([]);
  });

  it('reads what has changed: content, version, an option; and all with fresh', async () => {
    await runOver(INPUTS);
    expect((await runOver([...INPUTS, '4-forms.md'])).read).toEqual(['4-forms.md']);
    expect((await runOver(INPUTS, { version: '2' })).read).toEqual(INPUTS);
    expect((await runOver(INPUTS, { version: '2', limits: { rowsPerForm: 9 } })).read).toEqual(INPUTS);
    expect((await runOver(INPUTS, { version: '2', limits: { rowsPerForm: 9 }, fresh: true })).read).toEqual(INPUTS);
    expect((await runOver(INPUTS, { version: '2', reading: { ocr: 'fast' } })).read).toEqual(INPUTS);
  });

  it('does not read again because a document may now cost more', async () => {
    await runOver(INPUTS);
    expect((await runOver(INPUTS, { limits: { secondsPerDocument: 9, residentMegabytes: 900 } })).read).toEqual([]);
  });

  it('finds a document under another path', async () => {
    await runOver(['1-form.md']);
    const { read } = await runOver(['copy-of-it.md']);
    expect(read).toEqual([]);
    expect(textOf(folder, 'projects.jsonl')).toContain('"file":"copy-of-it.md"');
  });

  it('keeps no results of inputs that are gone', async () => {
    await runOver(INPUTS);
    await runOver(['1-form.md']);
    expect((await runOver(INPUTS)).read).toEqual(['2-forms.md', '3-forms.md']);
  });

  it('waits for a document that was given up once in a run, and tries it again in the next', async () => {
    const inputs = ['1-form.md', 'hangs-1-form.md', '2-forms.md', '3-forms.md'];
    await runOver(inputs, { interruptAt: '2-forms.md' });
    expect(await runOver(inputs)).toEqual({ read: ['3-forms.md'], failed: ['timed-out'] });
    expect((await runOver(inputs)).read).toEqual(['hangs-1-form.md']);
  });

  it('tries a document again that was given up under another limit', async () => {
    const inputs = ['hangs-1-form.md', '1-form.md', '2-forms.md'];
    await runOver(inputs, { interruptAt: '1-form.md' });
    const { read } = await runOver(inputs, { limits: { secondsWithoutProgress: 120 } });
    expect(read).toEqual(['hangs-1-form.md', '2-forms.md']);
  });

  it('reads a document again when one of its readers failed', async () => {
    const inputs = ['1-form.md', 'reader-failed-2-forms.md'];
    await runOver(inputs);
    expect(await runOver(inputs)).toEqual({ read: ['reader-failed-2-forms.md'], failed: [] });
  });

  it('tries again what failed', async () => {
    await runOver(['refused.pdf', '1-form.md']);
    expect(await runOver(['refused.pdf', '1-form.md'])).toEqual({
      read: ['refused.pdf'],
      failed: ['unsupported-kind'],
    });
  });
});
