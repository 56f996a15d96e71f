import { expect, it } from 'vitest';
import { Losses } from '../../../src/extract/source/losses.js';
import { decode } from '../../../src/extract/text/decode.js';
import type { Encoding } from '../../../src/extract/text/encoding.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

/** Decodes byte by byte, so that every character is parted. */
async function decoded(bytes: readonly number[], encoding: Encoding): Promise<{ text: string; lost: string[] }> {
  const losses = new Losses(DEFAULT_LIMITS);
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream, as a file gives it
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }
  let text = '';
  for await (const piece of decode(chunks(), encoding, losses)) text += piece;
  return { text, lost: losses.findings().map(({ code, message }) => `${code}: ${message.split(' ')[0] ?? ''}`) };
}

it.each<[Encoding, number[], string]>([
  ['utf-8', [0xef, 0xbb, 0xbf, 0xe7, 0x94, 0xb2], '甲'],
  ['gb18030', [0xbc, 0xd7, 0x81, 0x39, 0xee, 0x39], '甲㐀'],
  ['utf-16le', [0xff, 0xfe, 0x32, 0x75], '甲'],
  ['utf-16be', [0x75, 0x32], '甲'],
])('%s', async (encoding, bytes, text) => {
  expect(await decoded(bytes, encoding)).toEqual({ text, lost: [] });
});

it('counts what it can not decode', async () => {
  expect(await decoded([0xff, 0x61, 0xff, 0xe7, 0x94], 'utf-8')).toEqual({
    text: '\uFFFDa\uFFFD\uFFFD',
    lost: ['undecodable-bytes: 3'],
  });
});
