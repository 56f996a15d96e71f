import { spawnSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, takeLock } from '../../src/run/lock.js';
import { filesIn, madeFolder } from '../made/folder.js';

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
