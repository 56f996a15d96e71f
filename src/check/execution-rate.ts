import type { RateRounding } from '../schema/record.js';
import type { Identity, IdentityCheck, NumberAt } from './identity.js';
import { printedStep } from './printed-step.js';
import { rateFits, roundingOf, roundingsOf, type RateFit } from './rounding.js';

/** The smallest step of an amount; one that is printed without decimals may have lost those that are 0. */
const LARGEST_STEP = 0.01;
/** Amounts of a form have no more decimals than an exact decimal holds. */
const MOST_DECIMALS = 6;

/**
 * An amount is proved by the rate where even the smallest change of it would give another rate, by every way of rounding that the
 * form may use: `known`, or both where it does not tell.
 */
function provedAmounts(
  { path, row, decimals }: RateFit,
  known: RateRounding | null,
  stepAt: (path: string) => number,
): string[] {
  const { executed, annualBudget, executionRate } = row;
  if (executed === null || annualBudget === null || executionRate === null) return [];
  const opens = (spent: number, budget: number) => {
    const [numerator, denominator] = [spent, budget].map((amount) => Number(amount.toFixed(MOST_DECIMALS)));
    const ways = roundingsOf(numerator ?? 0, denominator ?? 0, executionRate, decimals);
    return ways !== null && (known === null ? ways.length === 0 : !ways.includes(known));
  };
  const [spentPath, budgetPath] = [`${path}.executed`, `${path}.annualBudget`];
  const [spentStep, budgetStep] = [stepAt(spentPath), stepAt(budgetPath)];
  const proved: string[] = [];
  if (opens(executed + spentStep, annualBudget) && opens(executed - spentStep, annualBudget)) proved.push(spentPath);
  if (opens(executed, annualBudget + budgetStep) && opens(executed, annualBudget - budgetStep)) proved.push(budgetPath);
  return proved;
}

/** A rate with fewer decimals than the form's others, which those would not be 0 of: its end may be lost (97.22 as 97). */
function isCutShort({ row, decimals }: RateFit, mostDecimals: number): boolean {
  const { executed, annualBudget, executionRate } = row;
  if (decimals >= mostDecimals || executed === null || annualBudget === null || executionRate === null) return false;
  return (roundingsOf(executed, annualBudget, executionRate, mostDecimals) ?? []).length === 0;
}

/**
 * 执行率 = 全年执行数 / 全年预算数 in per cent, cut off or rounded to the decimals printed. Source: the funds block’s header (B/A).
 * A rate that only one way of rounding gives is proved when another row tells that the form rounds so; else the last digit could be
 * misread for the other way’s.
 */
export const executionRate: IdentityCheck = {
  code: 'execution-rate',
  severity: 'error',
  run(record) {
    const all = rateFits(record);
    const telling = all.filter(({ fits }) => fits.length === 1);
    const agreed = roundingOf(all);
    // One telling row may be the misread one; two that agree tell the form's way.
    const known = telling.length > 1 ? agreed : null;
    const mostDecimals = Math.max(0, ...all.map(({ decimals }) => decimals));
    const stepAt = (path: string) => Math.min(LARGEST_STEP, printedStep(record, path));
    return all.map((fit): Identity => {
      const { path, row, fits } = fit;
      const contradicts = telling.length > 1 && agreed === null && fits.length === 1;
      const closes = fits.length > 0 && !contradicts;
      const sure = (fits.length > 1 || known !== null) && !isCutShort(fit, mostDecimals);
      const members = [`${path}.executed`, `${path}.annualBudget`, `${path}.executionRate`];
      const closesWith = (at: NumberAt) => {
        const [spent, budget, rate] = members.map(at);
        if (!spent || !budget || !rate) return false;
        return (roundingsOf(spent.value, budget.value, rate.value, rate.decimals)?.length ?? 0) > 0;
      };
      return {
        code: 'execution-rate',
        result: `${path}.executionRate`,
        members,
        closes,
        arithmetic: { kind: 'quotient', inputs: members, closesWith },
        proves: closes ? [...(sure ? [`${path}.executionRate`] : []), ...provedAmounts(fit, known, stepAt)] : [],
        message: contradicts
          ? `The rate ${row.executionRate ?? ''} is rounded another way than the form’s other rates.`
          : `${row.executed ?? ''} of ${row.annualBudget ?? ''} is not ${row.executionRate ?? ''} per cent, neither cut off nor rounded.`,
        messageZh: contradicts
          ? `执行率${row.executionRate ?? ''}与本表其他执行率的取舍方式不一致。`
          : `${row.executed ?? ''}除以${row.annualBudget ?? ''}，截尾或四舍五入均不等于${row.executionRate ?? ''}%。`,
      };
    });
  },
};
