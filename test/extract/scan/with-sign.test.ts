import { expect, it } from 'vitest';
import { withSign } from '../../../src/extract/scan/with-sign.js';
import { DrawnPage } from '../../made/drawn-page.js';

/** A strip with two level strokes over each other. */
const equals = new DrawnPage(80, 48).fill(20, 17, 45, 20).fill(20, 29, 45, 32);
const blank = new DrawnPage(80, 48);
const read = (text: string, confidence: number) => ({ by: 'a', text, confidence });

it.each([
  ['a letter, however sure its reader is', 'V', 0.96],
  ['nothing', '', 0],
  ['a digit that its reader is not sure of', '2', 0.4],
])('a lone sign that was read as %s is told by its strokes', (_, text, confidence) => {
  expect(withSign(read(text, confidence), equals)).toEqual(read('=', Math.max(confidence, 0.95)));
});

it.each([
  ['a digit that its reader is sure of', read('2', 0.98), equals],
  ['a letter whose strokes are no sign’s', read('A', 0.98), blank],
  ['a word', read('VI', 0.98), equals],
])('%s stays as it was read', (_, reading, strip) => {
  expect(withSign(reading, strip)).toEqual(reading);
});
