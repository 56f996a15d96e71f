/** How many digits a decimal has in all, and behind the point. */
export interface DecimalType {
  readonly precision: number;
  readonly scale: number;
}

const WRITTEN = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:e(?<exponent>[+-]\d+))?$/;

/**
 * A number as an integer of its smallest units: 95.3 with scale 6 is 95300000n. Taken from the digits that print it, never from a
 * product, so that it is exact. Null where the type can't hold it.
 */
export function unscaled(value: number, { precision, scale }: DecimalType): bigint | null {
  const { sign = '', whole = '', fraction = '', exponent = '0' } = WRITTEN.exec(String(value))?.groups ?? {};
  if (whole === '') return null;
  const digits = whole + fraction;
  const zeros = scale - fraction.length + Number(exponent);
  const kept = zeros >= 0 ? digits + '0'.repeat(zeros) : digits.slice(0, zeros);
  if (zeros < 0 && /[1-9]/.test(digits.slice(zeros))) return null;
  const significant = kept.replace(/^0+/, '');
  if (significant.length > precision) return null;
  return BigInt(`${sign}${significant === '' ? '0' : significant}`);
}
