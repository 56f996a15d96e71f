import { describe, expect, it } from 'vitest';
import { agreementOf, comparableNumber, keyFor } from '../../src/check/agreement.js';

const read = (...readings: readonly (readonly [by: string, text: string, confidence?: number])[]) =>
  readings.map(([by, text, confidence = 0.9]) => ({ by, text, confidence }));

describe('readings', () => {
  it.each([
    ['two readers say the same', read(['a', '10.00'], ['b', '10.00']), 'agreed'],
    ['they say the same number', read(['a', '10.00'], ['b', '10.0']), 'agreed'],
    ['a second reading of one of them differs', read(['a', '10.00'], ['b', '10.00'], ['b', '70.00']), 'agreed'],
    [
      'both read it otherwise as well',
      read(['a', '10.00'], ['b', '10.00'], ['b', '70.00'], ['a', '70.00']),
      'disagreed',
    ],
    ['the other reader differs', read(['a', '10.00'], ['b', '70.00']), 'disagreed'],
    ['the other reader gives nothing', read(['a', '10.00'], ['b', '']), 'disagreed'],
    ['the other reader is not sure at all', read(['a', '10.00'], ['b', '70.00', 0.1]), 'alone'],
    ['one reader says it twice', read(['a', '10.00'], ['a', '10.00']), 'alone'],
    ['one reader reads it in two ways', read(['a', '10.00'], ['a', '70.00']), 'alone'],
  ])('%s', (_, readings, agreement) => {
    expect(agreementOf(readings, comparableNumber)).toBe(agreement);
  });

  it('of a year are compared by the year that they state', () => {
    const readings = read(['a', '2023年度财政项目支出绩效自评表'], ['b', '2023年度财政顶目支出绩效自评表']);
    expect(agreementOf(readings, keyFor('year'))).toBe('agreed');
    expect(agreementOf(readings, keyFor('title'))).toBe('disagreed');
  });
});
