import type { Identity, IdentityCheck } from './identity.js';
import { rateFits, roundingOf, roundingsOf, type RateFit } from './rounding.js';

/** The smallest step of an amount as printed. */
const STEP = 0.01;

/** An amount is proved by the rate where even the smallest change of it would give another rate. */
function provedAmounts({ path, row, decimals, fits }: RateFit): string[] {
  const { executed, annualBudget, executionRate } = row;
  if (executed === null || annualBudget === null || executionRate === null) return [];
  const opens = (spent: number, budget: number) => {
    const ways = roundingsOf(Number(spent.toFixed(6)), Number(budget.toFixed(6)), executionRate, decimals);
    return ways !== null && !ways.some((way) => fits.includes(way));
  };
  const proved: string[] = [];
  if (opens(executed + STEP, annualBudget) && opens(executed - STEP, annualBudget)) proved.push(`${path}.executed`);
  if (opens(executed, annualBudget + STEP) && opens(executed, annualBudget - STEP)) proved.push(`${path}.annualBudget`);
  return proved;
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
    return all.map((fit): Identity => {
      const { path, row, fits } = fit;
      const contradicts = telling.length > 1 && agreed === null && fits.length === 1;
      const closes = fits.length > 0 && !contradicts;
      const sure = fits.length > 1 || (agreed !== null && telling.length > 1);
      const members = [`${path}.executed`, `${path}.annualBudget`, `${path}.executionRate`];
      return {
        code: 'execution-rate',
        result: `${path}.executionRate`,
        members,
        closes,
        proves: closes ? [...(sure ? [`${path}.executionRate`] : []), ...provedAmounts(fit)] : [],
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
