import { spawnSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, takeLock } from '../../src/run/lock.js';
import { outputOf } from '../../scripts/kill/run-and-kill.js';
import { writeSmallInputs } from '../../scripts/kill/small-inputs.js';
import { filesIn, madeFolder } from '../made/folder.js';
import { startProgram } from '../made/program.js';

const DEAD = spawnSync(process.execPath, ['-e', '']).pid;
const HOUR_SECONDS = 3_600;

let folder: string;
let path: string;
beforeEach(() => {
  folder = madeFolder();
  path = join(folder, 'lock');
});

const put = (holder: object) => {
  writeFileSync(path, JSON.stringify({ pid: process.ppid, host: hostname(), started: '', token: 'x', ...holder }));
};

describe('takeLock', () => {
  it('keeps a second run out until the first has ended', () => {
    const unlock = takeLock(folder, path);
    expect(() => takeLock(folder, path)).toThrow(new FolderInUse(folder, process.pid, hostname()));
    unlock();
    takeLock(folder, path)();
    expect(filesIn(folder)).toEqual([]);
  });

  it.each([
    ['a process that is dead', { pid: DEAD }],
    ['this process’s number, borne by another before it', { pid: process.pid }],
    ['a number that another process bears now', { started: 'long ago' }],
    ['nobody that can be made out', { pid: 'x' }],
  ])('takes the lock of %s', (_, holder) => {
    put(holder);
    takeLock(folder, path)();
    expect(filesIn(folder)).toEqual([]);
  });

  it('takes another computer’s lock only when it has been silent for long', () => {
    put({ host: 'elsewhere', pid: DEAD });
    expect(() => takeLock(folder, path)).toThrow(new FolderInUse(folder, DEAD, 'elsewhere'));
    const before = Date.now() / 1_000 - HOUR_SECONDS;
    utimesSync(path, before, before);
    takeLock(folder, path)();
  });

  it('says that the folder can’t be written', () => {
    expect(() => takeLock(folder, join(folder, 'none', 'lock'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

it('a second run on an output folder says so and ends with 2; the first goes on unharmed', async () => {
  const [inputs, output, whole, temporary] = ['in', 'out', 'whole', 'tmp'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  mkdirSync(temporary);
  writeSmallInputs(inputs, 60, 10);
  const start = (to: string) => startProgram(['extract', inputs, '-o', to, '--force', '--json-log'], temporary);
  const first = start(output);
  await first.said('"event":"input"');
  const second = await start(output).ended;
  expect([second.code, second.stderr]).toEqual([2, expect.stringMatching(/another run .*process \d+/s)]);
  expect((await first.ended).code).toBe(0);
  expect((await start(whole).ended).code).toBe(0);
  expect(outputOf(output)).toEqual(outputOf(whole));
}, 120_000);
