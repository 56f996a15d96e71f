import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { childCommand } from '../../src/run/child-command.js';
import { DocumentTime } from '../../src/run/document-time.js';
import type { Executor } from '../../src/run/executor.js';
import { openPool } from '../../src/run/pool.js';
import { readResult } from '../../src/run/result-file.js';
import type { ReadTask } from '../../src/run/task.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/schema/limits.js';
import { DEFAULT_READING } from '../../src/schema/reading-options.js';
import { madeFolder } from '../made/folder.js';
import { sha256Of } from '../made/form.js';
import { gone } from '../made/running.js';

const CHILD = new URL('../made/fault-child.js', import.meta.url);

let folder: string;
let pool: Executor;
beforeEach(() => {
  folder = madeFolder();
  pool = openPool({ jobs: 1, command: childCommand(DEFAULT_LIMITS, CHILD) });
});
afterEach(() => pool.close());

const task = (name: string, limits: Partial<Limits> = {}): ReadTask => ({
  type: 'read',
  path: name,
  name,
  sha256: sha256Of(name),
  limits: { ...DEFAULT_LIMITS, ...limits },
  reading: DEFAULT_READING,
  result: join(folder, `${sha256Of(name)}.result`),
  firstPages: { path: join(folder, `${sha256Of(name)}.pages`), isThere: false },
});

describe('a pool of child processes', () => {
  it('reads documents into results', async () => {
    expect(await pool.run({ ...task('2-forms.md'), type: 'hash' })).toEqual({ sha256: sha256Of('2-forms.md') });
    const read = task('2-forms.md');
    expect(await pool.run(read)).toEqual({ pages: 0, forms: 2, findings: 2, isLasting: true });
    const types: string[] = [];
    for await (const line of readResult(read.result)) types.push(line.type);
    expect(types).toEqual(['form', 'form', 'end']);
  });

  it.each([
    ['loops.md', { secondsWithoutProgress: 1 }, 'timed-out', /1 seconds \(secondsWithoutProgress\).*=2$/],
    ['sleeps.md', { secondsPerDocument: 1 }, 'timed-out', /1 seconds \(secondsPerDocument\).*=2$/],
    ['takes-memory.md', { residentMegabytes: 256 }, 'out-of-memory', /256 megabytes.*\(residentMegabytes\).*=512$/],
    ['exits.md', {}, 'crashed', /exit code 7/],
    ['aborts.md', {}, 'crashed', /SIGABRT/],
    ['babbles.md', {}, 'crashed', /SIGKILL/],
  ] as const)('%s ends that document alone', async (name, limits, code, message) => {
    const ends = [pool.run(task(name, limits)), pool.run(task('1-form.md'))];
    await expect(ends[0]).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string });
    expect(await ends[1]).toMatchObject({ forms: 1 });
  });

  it('counts what other tasks of the document have taken', async () => {
    let now = 0;
    const time = new DocumentTime(() => now);
    await time.during(() => Promise.resolve((now = DEFAULT_LIMITS.secondsPerDocument * 1_000 + 1)));
    await expect(pool.run(task('sleeps.md'), time)).rejects.toMatchObject({ code: 'timed-out' });
  });

  it('takes no lie for a result', async () => {
    await expect(pool.run(task('lies.md'))).rejects.toMatchObject({ code: 'crashed' });
  });

  it('gives a document to a fresh child where somebody else killed the first', async () => {
    const path = join(folder, 'has-a-child-sleeps');
    const running = pool.run(task(path));
    const pid = await pidIn(path);
    process.kill(Number(/PPid:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]), 'SIGKILL');
    await gone(pid);
    expect(await pidIn(path, pid)).not.toBe(pid);
    pool.kill();
    await expect(running).rejects.toThrow('has been ended');
  });

  it('begins nothing more when it has been ended', async () => {
    const running = [pool.run(task('sleeps.md')), pool.run(task('1-form.md'))];
    pool.kill();
    await expect(running[0]).rejects.toThrow('has been ended'); // no failure of the document
    await expect(pool.run(task('1-form.md'))).rejects.toThrow('has been ended');
  });

  it('starts no other child for what runs when it is closed', async () => {
    const path = join(folder, 'has-a-child-sleeps');
    const running = expect(pool.run(task(path))).rejects.toThrow('has been ended');
    const pid = await pidIn(path);
    await pool.close();
    await running;
    await gone(pid);
  });

  it('ends what a child has begun along with it', async () => {
    const path = join(folder, 'has-a-child-sleeps');
    await expect(pool.run(task(path, { secondsPerDocument: 5 }))).rejects.toMatchObject({ code: 'timed-out' });
    await gone(Number(readFileSync(path, 'utf8')));
  });
});

/** The number that a child has written into a file, other than the one known. */
async function pidIn(path: string, known = 0): Promise<number> {
  for (;;) {
    try {
      const pid = Number(readFileSync(path, 'utf8'));
      if (pid > 0 && pid !== known) return pid;
    } catch {
      // not written yet
    }
    await setTimeout(20);
  }
}

it('leaves no child behind when this process is killed, even one that never listens', async () => {
  const parent = spawn(process.execPath, [
    '--import',
    'tsx',
    'test/made/pool-parent.ts',
    join(madeFolder(), 'has-a-child-loops'),
  ]);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  parent.kill('SIGKILL');
  await gone(Number(said));
});
