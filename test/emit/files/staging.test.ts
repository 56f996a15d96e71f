import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { OutputError } from '../../../src/emit/files/output-error.js';
import { openStaging } from '../../../src/emit/files/staging.js';
import { filesIn, madeFolder, textOf } from '../../made/folder.js';

const ID = '3f2a9c81d04e';
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
const DEAD = spawnSync(process.execPath, ['-e', '']).pid;

let output: string;
beforeEach(() => {
  output = join(madeFolder(), 'a', 'b');
});

function put(path: string, text = 'old'): void {
  mkdirSync(join(output, path, '..'), { recursive: true });
  writeFileSync(join(output, path), text);
}

describe('openStaging', () => {
  it('lets nothing appear before commit, and only the files after', async () => {
    const staging = openStaging(output);
    const grows = staging.create('table.csv');
    grows.append('one\n');
    staging.write('projects/a.json', '{}');
    expect(filesIn(output).every((file) => file.startsWith('.zipingbiao-'))).toBe(true);
    grows.append('two\n');
    grows.close();
    await staging.commit({ removeEarlier: true, last: 'table.csv' });
    expect(filesIn(output)).toEqual(['projects/a.json', 'table.csv']);
    expect(textOf(output, 'table.csv')).toBe('one\ntwo\n');
  });

  it('leaves the last good output when it is discarded', () => {
    put('table.csv');
    const staging = openStaging(output);
    staging.write('table.csv', 'new');
    staging.discard();
    expect([filesIn(output), textOf(output, 'table.csv')]).toEqual([['table.csv'], 'old']);
  });

  it('removes projects of earlier runs, and nothing else', async () => {
    const users = ['notes.txt', 'projects/notes.json', `projects/${ID}-002-mine.txt`, `${ID}-002-old/notes.txt`];
    for (const path of [
      ...users,
      `projects/${ID}-002-old.json`,
      `${ID}-002-old/funds.csv`,
      `${ID}-003-old/funds.csv`,
    ]) {
      put(path);
    }
    const staging = openStaging(output);
    staging.write(`projects/${ID}-001-new.json`, '{}');
    await staging.commit({ removeEarlier: true, last: `projects/${ID}-001-new.json` });
    expect(filesIn(output)).toEqual([...users, `projects/${ID}-001-new.json`].sort());
  });

  it('keeps projects of earlier runs where it was interrupted', async () => {
    put(`projects/${ID}-002-old.json`);
    const staging = openStaging(output);
    staging.write('manifest.json', '{}');
    await staging.commit({ removeEarlier: false, last: 'manifest.json' });
    expect(filesIn(output)).toEqual(['manifest.json', `projects/${ID}-002-old.json`]);
  });

  it('removes what a dead run left, keeps what a living one or another computer uses', () => {
    const living = [`.zipingbiao-${HOST}-${process.ppid}-aaaaaa/x`, `.zipingbiao-000000-1-aaaaaa/x`];
    for (const path of [
      ...living,
      `.zipingbiao-${HOST}-${DEAD}-aaaaaa/x`,
      `.zipingbiao-${HOST}-${process.pid}-aaaaaa/x`,
    ]) {
      put(path);
    }
    openStaging(output).discard();
    expect(filesIn(output)).toEqual(living.sort());
  });

  it('keeps two runs of one process apart', () => {
    const first = openStaging(output);
    first.write('a', 'first');
    openStaging(output).discard();
    expect(textOf(first.folder, 'a')).toBe('first');
  });

  it('finishes a run that was killed while it put its files in place', () => {
    const dead = `.zipingbiao-${HOST}-${DEAD}-aaaaaa`;
    const files = [`projects/${ID}-001-a.json`, `projects/${ID}-002-b.json`, 'manifest.json'];
    put(`projects/${ID}-001-a.json`, 'new'); // was moved already
    put(`projects/${ID}-009-old.json`);
    put('manifest.json', 'old');
    put(`${dead}/projects/${ID}-002-b.json`, 'new');
    put(`${dead}/manifest.json`, 'new');
    put(`${dead}/.commit.json`, JSON.stringify({ files, removeEarlier: true }));
    openStaging(output).discard();
    expect(filesIn(output)).toEqual([...files].sort());
    expect(files.map((file) => textOf(output, file))).toEqual(['new', 'new', 'new']);
  });

  it('names the folder that can’t be written', () => {
    writeFileSync(join(madeFolder(), 'file'), '');
    const place = join(output, '..', '..', 'file');
    writeFileSync(place, '');
    expect(() => openStaging(join(place, 'out'))).toThrow(OutputError);
    expect(() => openStaging(join(place, 'out'))).toThrow(join(place, 'out'));
  });

  it('puts many files in place quickly and whole', async () => {
    const staging = openStaging(output);
    for (let index = 0; index < 500; index++) staging.write(`projects/${index}.json`, 'x'.repeat(index));
    await staging.commit({ removeEarlier: true, last: 'projects/499.json' });
    expect(filesIn(output)).toHaveLength(500);
    expect(textOf(output, 'projects/499.json')).toHaveLength(499);
  });
});
