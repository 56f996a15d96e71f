import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { sourceOf } from '../../src/run/source.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';

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
