/**
 * Exact decimals: a number as an integer of millionths, so that sums of points and of amounts (万元 with up to six decimals)
 * are never binary floating point. Null where the number has more decimals or digits than that holds.
 */
export type Exact = number;

const MILLIONTHS = 1_000_000;
const SAFE_VALUE = Number.MAX_SAFE_INTEGER / MILLIONTHS;
/** Nearer to an integer than this is that integer: a double of up to nine digits before the point is off by less. */
const NOISE = 1e-3;

export function exact(value: number): Exact | null {
  if (!Number.isFinite(value) || Math.abs(value) > SAFE_VALUE) return null;
  const scaled = value * MILLIONTHS;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) < Math.max(NOISE, Math.abs(scaled) * Number.EPSILON * 4) ? whole : null;
}

/** The sum of exact decimals; a missing number counts as nothing. Null where one of them is not exact. */
export function sum(values: readonly (number | null)[]): Exact | null {
  let total = 0;
  for (const value of values) {
    if (value === null) continue;
    const part = exact(value);
    if (part === null) return null;
    total += part;
  }
  return Number.isSafeInteger(total) ? total : null;
}

/** As a person reads it: no more decimals than it has. */
export const shown = (value: Exact): string => String(value / MILLIONTHS);

/**
 * A quotient in units of 10^-decimals, cut off and rounded half up: both ways issuers print a rate.
 * Integers throughout: `numerator` and `denominator` are exact decimals, `factor` a whole number (100 for per cent).
 */
export function quotient(
  numerator: Exact,
  denominator: Exact,
  factor: number,
  decimals: number,
): { cut: bigint; rounded: bigint } | null {
  if (denominator <= 0 || numerator < 0) return null;
  const scaled = BigInt(numerator) * BigInt(factor) * 10n ** BigInt(decimals);
  const by = BigInt(denominator);
  return { cut: scaled / by, rounded: (2n * scaled + by) / (2n * by) };
}

/** A printed number in units of 10^-decimals, or null where it has more decimals. */
export function inUnits(value: number, decimals: number): bigint | null {
  const whole = exact(value);
  if (whole === null || decimals > 6) return null;
  const divisor = 10 ** (6 - decimals);
  return whole % divisor === 0 ? BigInt(whole / divisor) : null;
}
