/** An operand that should be a number; `otherwise` where it is none. */
export const numberFrom = (value: unknown, otherwise: number) =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
