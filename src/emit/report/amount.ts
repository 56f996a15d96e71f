import { unscaled } from '../database/decimal.js';

/** Sums of printed decimals are taken in units of 10⁻⁶, exactly. */
const SCALE = 6;
const TYPE = { precision: 38, scale: SCALE };
const ONE = 10n ** BigInt(SCALE);

/** A printed number as a whole number of 10⁻⁶; null where it has more decimals, which no sum can show. */
export function exactly(value: number | null): bigint | null {
  return value === null ? null : unscaled(value, TYPE);
}

/** `1,234.5`: thousands apart, no zeros at the end, at most so many decimals, cut off. */
export function shown(sum: bigint, decimals = SCALE): string {
  const [sign, magnitude] = sum < 0n ? ['-', -sum] : ['', sum];
  // eslint-disable-next-line regexp/no-super-linear-move -- an amount of a few digits
  const whole = (magnitude / ONE).toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
  // eslint-disable-next-line regexp/no-super-linear-move -- the decimals of an amount
  const fraction = (magnitude % ONE).toString().padStart(SCALE, '0').slice(0, decimals).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A part of a whole in per cent with two decimals, cut off as the forms do; null where the whole is nothing. */
export function percentOf(part: bigint, whole: bigint): string | null {
  return whole === 0n ? null : shown((part * 100n * ONE) / whole, 2);
}

export const asNumber = (sum: bigint) => Number(sum) / Number(ONE);
