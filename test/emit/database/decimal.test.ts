import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unscaled } from '../../../src/emit/database/decimal.js';

const AMOUNT = { precision: 18, scale: 6 };
/** A cent more has a digit more than the type holds. */
const MOST_CENTS = 10 ** 14 - 1;

describe('unscaled', () => {
  it.each([
    [95.3, 95_300_000n],
    [0.1, 100_000n],
    [-24.78, -24_780_000n],
    [0, 0n],
    [1e-6, 1n],
    [999_999_999_999.999, 999_999_999_999_999_000n],
    [1e-7, null],
    [0.1234567, null],
    [1e12, null],
    [1e21, null],
  ])('%d with six decimals is %s', (value, integer) => {
    expect(unscaled(value, AMOUNT)).toBe(integer);
  });

  it('takes every number of cents exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MOST_CENTS, max: MOST_CENTS }), (cents) => {
        expect(unscaled(Number(`${cents}e-2`), AMOUNT)).toBe(BigInt(cents) * 10_000n);
      }),
    );
  });
});
