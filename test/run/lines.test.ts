import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { linesOf, LineTooLong } from '../../src/run/lines.js';

async function lines(chunks: readonly string[], longest = 100): Promise<string[]> {
  const all: string[] = [];
  for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk, 'latin1'))), longest)) {
    all.push(line);
  }
  return all;
}

it.each([
  [['a\nb\n'], ['a', 'b']],
  [
    ['a', 'b\n\n', 'c\n'],
    ['ab', '', 'c'],
  ],
  [['a\nno end'], ['a']],
  [['\xE8\xA1', '\xA8\n'], ['表']],
])('%j are the lines %j', async (chunks, expected) => {
  expect(await lines(chunks)).toEqual(expected);
});

it('keeps no line that is too long, whether it ends or not', async () => {
  expect(await lines(['1234\n', '12', '34\n'], 4)).toEqual(['1234', '1234']);
  await expect(lines(['12345\n'], 4)).rejects.toThrow(LineTooLong);
  await expect(lines(['123', '45'], 4)).rejects.toThrow(LineTooLong);
});
