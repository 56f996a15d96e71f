import { describe, expect, it } from 'vitest';
import { exact, inUnits, quotient, shown, sum } from '../../src/check/exact.js';

const exactly = (value: number): number => {
  const found = exact(value);
  if (found === null) throw new Error(`${value} has no exact decimal.`);
  return found;
};

describe('sum', () => {
  it.each([
    [[0.1, 0.2], 0.3],
    [[1.1, 2.2, 3.3], 6.6],
    [[0.000001, 0.000002], 0.000003],
    [[311.123456, 0.000001], 311.123457],
    [[100.01, null, 200.02], 300.03],
    [[999_999_999.99, 0.01], 1_000_000_000],
    [[], 0],
  ])('of %j is %d, exactly', (values, total) => {
    expect(sum(values)).toBe(exact(total));
  });

  it.each([[[0.1, 0.1000001]], [[1e15, 1]], [[Infinity]], [[NaN]], [[9_000_000_000, 9_000_000_000]]])(
    'of %j is not told: a part of it is not exact',
    (values) => {
      expect(sum(values)).toBeNull();
    },
  );

  it('0.1 ten times is 1, which binary floating point misses', () => {
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(exact(1));
  });
});

it.each([
  [0.3, '0.3'],
  [100, '100'],
  [0.000001, '0.000001'],
  [1234.5, '1234.5'],
])('%d is shown as %s', (value, text) => {
  expect(shown(exactly(value))).toBe(text);
});

describe('quotient in hundredths of a per cent', () => {
  it.each([
    [24.78, 26, 9530n, 9531n],
    [120.15, 129.79, 9257n, 9257n],
    [1, 3, 3333n, 3333n],
    [2, 3, 6666n, 6667n],
    [5, 100_000, 0n, 1n],
    [26, 26, 10_000n, 10_000n],
    [0, 26, 0n, 0n],
    [30, 26, 11_538n, 11_538n],
  ])('%d of %d: cut %s, rounded %s', (spent, budget, cut, rounded) => {
    expect(quotient(exactly(spent), exactly(budget), 100, 2)).toEqual({ cut, rounded });
  });

  it.each([
    [1, 0],
    [1, -1],
    [-1, 1],
  ])('%d of %d is not told', (spent, budget) => {
    expect(quotient(exactly(spent), exactly(budget), 100, 2)).toBeNull();
  });
});

it.each([
  [95.3, 2, 9530n],
  [95.31, 1, null],
  [100, 0, 100n],
  [0.1, 7, null],
])('%d in units of %i decimals is %s', (value, decimals, units) => {
  expect(inUnits(value, decimals)).toBe(units);
});
