import { expect, it } from 'vitest';
import { asWitness, withSign } from '../../../../src/extract/scan/recognise/with-sign.js';
import { DrawnPage } from '../../../made/drawn-page.js';

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

it('a dash before digits is told by its strokes', () => {
  expect(withSign(read('-100%', 0.96), equals).text).toBe('=100%');
  expect(withSign(read('-100%', 0.96), blank)).toEqual(read('-100%', 0.5));
  expect(withSign(read('-', 0.96), blank)).toEqual(read('-', 0.96));
});

it('a reading bears out nothing where strokes do not tell that its sign is the one that is printed', () => {
  const greater = new DrawnPage(80, 48);
  for (let x = 20; x <= 44; x += 1) {
    const arm = Math.round(((x - 20) * 10) / 24);
    greater.fill(x, 9 + arm, x + 1, 12 + arm).fill(x, 29 - arm, x + 1, 32 - arm);
  }
  const surenessOf = (text: string, strip: DrawnPage, other = text) =>
    asWitness(read(text, 0.9), [{ by: 'b', text: other, confidence: 0.9 }], strip).confidence;
  expect(surenessOf('>95%', greater)).toBe(0.9);
  expect(surenessOf('＞95%', greater)).toBe(0.9);
  expect(surenessOf('<95%', greater)).toBe(0);
  expect(surenessOf('>95%', blank)).toBe(0);
  expect(surenessOf('-95%', blank)).toBe(0);
  expect(surenessOf('≥95%', blank)).toBe(0.9);
  expect(surenessOf('95%', blank)).toBe(0.9);
  expect(surenessOf('>95%', blank, '95%')).toBe(0.9);
});
