import { describe, expect, it } from 'vitest';
import { confusionsOf } from '../../../src/check/repair/confusions.js';

const textsOf = (text: string) => confusionsOf(text).map((other) => other.text);

describe('what a number may have been', () => {
  it.each([
    ['a digit like it', '70.00', '10.00'],
    ['a digit like it', '26.75', '28.75'],
    ['a point that was lost', '1000', '10.00'],
    ['a point that moved', '1.000', '10.00'],
    ['a stroke that was lost', '2.60', '12.60'],
    ['a stroke that is none', '112.60', '12.60'],
    ['one of two same digits that was lost', '2.30', '22.30'],
    ['a digit that was read twice', '222.30', '22.30'],
    ['a minus that was lost', '3.00', '-3.00'],
  ])('%s: %s may have been %s', (_, text, other) => {
    expect(textsOf(text)).toContain(other);
  });

  it('is never the number itself, and each number once', () => {
    const values = confusionsOf('100.00').map(({ value }) => value);
    expect(values).not.toContain(100);
    expect(new Set(values).size).toBe(values.length);
  });

  it('has no zero before its digits', () => {
    expect(textsOf('80.00')).not.toContain('00.00');
    expect(textsOf('0.60')).toContain('0.80');
  });

  it('is nothing where the text is no number', () => {
    expect(confusionsOf('-')).toEqual([]);
    expect(confusionsOf('及时')).toEqual([]);
  });
});
