import type { Funds, Indicator } from './record.js';

/** The amounts of a funds row, in the order in which forms print them. */
export const AMOUNTS = ['initialBudget', 'annualBudget', 'executed'] as const satisfies readonly (keyof Funds)[];
export type Amount = (typeof AMOUNTS)[number];

/** The numbers of a funds row: its amounts, and what they are scored by. */
export const FUNDS_NUMBERS = [
  ...AMOUNTS,
  'weight',
  'executionRate',
  'score',
] as const satisfies readonly (keyof Funds)[];

/** The numbers of an indicator that the form's arithmetic is about. */
export const POINTS = ['weight', 'score'] as const satisfies readonly (keyof Indicator)[];

/** True for the name of an amount. */
export const isAmount = (name: string | null): name is Amount => AMOUNTS.some((amount) => amount === name);
