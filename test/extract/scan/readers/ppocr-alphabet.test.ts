import { expect, it } from 'vitest';
import { ppocrAlphabet } from '../../../../src/extract/scan/readers/ppocr-alphabet.js';

it.each([
  ['缮', true],
  ['洑', false],
])('the recogniser has a letter for %s: %s', async (character, expected) => {
  expect((await ppocrAlphabet()).has(character)).toBe(expected);
});
