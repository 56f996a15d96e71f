import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { fileOf, sourceOf } from '../../src/run/source.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { madeFolder, textOf } from '../made/folder.js';

const stdin = () => Readable.from([Buffer.from('ab'), Buffer.from('cd')]);

it('leaves a file where it is', async () => {
  expect(await sourceOf({ path: 'a.md', named: true }, DEFAULT_LIMITS, stdin())).toEqual({ path: 'a.md' });
});

it('reads standard input whole, up to the limit', async () => {
  const input = { path: '-', named: true };
  expect(await sourceOf(input, DEFAULT_LIMITS, stdin())).toEqual({ bytes: Buffer.from('abcd'), name: 'stdin' });
  await expect(sourceOf(input, { ...DEFAULT_LIMITS, bytesPerFile: 3 }, stdin())).rejects.toMatchObject({
    code: 'file-too-large',
  });
});

it('fails for a folder that can’t be listed', async () => {
  const input = { path: 'closed', named: true, unlisted: new Error('EACCES') };
  await expect(sourceOf(input, DEFAULT_LIMITS, stdin())).rejects.toMatchObject({ code: 'unreadable' });
});

it('copies standard input to a file, and gives a file with an odd name another one', async () => {
  const folder = madeFolder();
  const copy = join(folder, 'copy');
  expect(await fileOf({ path: '-', named: true }, DEFAULT_LIMITS, stdin(), () => copy)).toBe(copy);
  expect(textOf(copy)).toBe('abcd');
  const raw = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xb1)]);
  writeFileSync(raw, 'odd');
  const link = join(folder, 'link');
  const input = { path: `${folder}/\\xb1`, named: false, raw };
  expect(textOf(await fileOf(input, DEFAULT_LIMITS, stdin(), () => link))).toBe('odd');
});
