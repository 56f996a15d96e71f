import type { SelfEvaluation } from '../../schema/record.js';
import { rateFits, roundingsOf, USUAL_DECIMALS } from '../rounding.js';

/** How many decimals the form's rates have: as most of them; a rate that stands alone, as usual if it is one off. */
function decimalsOf(all: readonly number[]): number {
  const [only, another] = all;
  if (only !== undefined && another === undefined) return Math.abs(only - USUAL_DECIMALS) === 1 ? USUAL_DECIMALS : only;
  const count = (decimals: number) => all.filter((other) => other === decimals).length;
  return Math.max(...all.filter((decimals) => all.every((other) => count(other) <= count(decimals))));
}

/**
 * Rates with more or fewer decimals than the others of the form, that do not close with as many: where readers of a scan lose the last
 * decimal, or double it, the quotient closes all the same.
 */
export function oddRates(record: SelfEvaluation): string[] {
  const all = rateFits(record);
  const usual = decimalsOf(all.map(({ decimals }) => decimals));
  return all.flatMap(({ path, row: { executed, annualBudget, executionRate }, decimals }) => {
    if (decimals === usual || executed === null || annualBudget === null || executionRate === null) return [];
    const closes = (roundingsOf(executed, annualBudget, executionRate, usual)?.length ?? 0) > 0;
    return closes ? [] : [`${path}.executionRate`];
  });
}
