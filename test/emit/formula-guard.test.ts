import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, unguard } from '../../src/emit/formula-guard.js';

describe('guard', () => {
  it.each([
    ['=100.00(%)', "'=100.00(%)"],
    ['+1', "'+1"],
    ['-1+2', "'-1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['  =1+1', "'  =1+1"],
    ['\u200b=1+1', "'\u200b=1+1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    ["'quoted", "''quoted"],
  ])('marks what a spreadsheet would run: %j', (text, cell) => {
    expect(guard(text)).toBe(cell);
  });

  it.each([
    '1-3',
    '3/4',
    '2023-11',
    '2023-11-30',
    '0012',
    '100.00',
    '511324240000001234',
    '12345678901e-003',
    '(5)',
    '12:30',
  ])('marks what a spreadsheet would show differently: %s', (text) => {
    expect(guard(text)).toBe(`'${text}`);
  });

  it.each([
    '≥95.00(%)',
    '100.00(%)',
    '85%-95%',
    '5000人次',
    '2023年11月底',
    '100',
    '0.5',
    '95%',
    '3f2a9c81d04e-003',
    '达成指标',
    '',
  ])('leaves what it shows as it is: %s', (text) => {
    expect(guard(text)).toBe(text);
  });

  it('is taken back by unguard, for every text', () => {
    const risky = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', '\r', ' ', '0', '1', '.', 'e', '%', '项'),
    });
    fc.assert(
      fc.property(fc.oneof(risky, fc.string({ unit: 'binary' })), (text) => {
        expect(unguard(guard(text))).toBe(text);
      }),
    );
  });
});
