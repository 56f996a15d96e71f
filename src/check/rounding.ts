import type { Funds, RateRounding, SelfEvaluation } from '../schema/record.js';
import { numberOf } from '../normalize/text/number.js';
import { exact, inUnits, quotient } from './exact.js';

const PER_CENT = 100;
/** Decimals of a rate whose printed form is not known. */
export const USUAL_DECIMALS = 2;

/** The ways of making two decimals of a quotient that give what a row prints; empty where none does. */
export interface RateFit {
  readonly path: string;
  readonly row: Funds;
  readonly decimals: number;
  readonly fits: readonly RateRounding[];
}

/** How a rate of `executed` to `budget` would have to be made to be printed as `rate`; null where it can't be evaluated. */
export function roundingsOf(executed: number, budget: number, rate: number, decimals: number): RateRounding[] | null {
  const [numerator, denominator, printed] = [exact(executed), exact(budget), inUnits(rate, decimals)];
  if (numerator === null || denominator === null || printed === null) return null;
  if (denominator === 0) return numerator === 0 && rate === 0 ? ['truncated', 'rounded'] : null;
  const ways = quotient(numerator, denominator, PER_CENT, decimals);
  if (!ways) return null;
  return [
    ...(ways.cut === printed ? (['truncated'] as const) : []),
    ...(ways.rounded === printed ? (['rounded'] as const) : []),
  ];
}

/** Each funds row whose rate can be evaluated, with the ways that give it. */
export function rateFits(record: SelfEvaluation): RateFit[] {
  return record.funds.flatMap((row, index): RateFit[] => {
    const { executed, annualBudget, executionRate } = row;
    if (executed === null || annualBudget === null || executionRate === null) return [];
    const path = `funds[${index}]`;
    const read = numberOf(record.evidence[`${path}.executionRate`]?.text ?? '');
    const decimals = read.kind === 'number' ? read.decimals : USUAL_DECIMALS;
    const fits = roundingsOf(executed, annualBudget, executionRate, decimals);
    return fits === null ? [] : [{ path, row, decimals, fits }];
  });
}

/** The way the form's rates are made: what all rows agree on; null where they tell nothing, or contradict each other. */
export function roundingOf(fits: readonly RateFit[]): RateRounding | null {
  const telling = fits.filter(({ fits: ways }) => ways.length === 1).map(({ fits: [way] }) => way);
  const [first] = telling;
  return first !== undefined && telling.every((way) => way === first) ? first : null;
}
