import { numberOf } from '../normalize/text/number.js';
import type { SelfEvaluation } from '../schema/record.js';
import { numberLeaves } from './leaves.js';
import { finding, type Rule } from './rule.js';

const AMOUNT = /\.(?:initialBudget|annualBudget|executed)$/;
const RATE = /\.executionRate$/;
/** Weights are written as per cent of the points by some issuers. */
const UNITS_OF_POINTS = ['分', '%'];

/** The units that a number may have in its own cell. */
function unitsFor(path: string, { currencyUnit }: SelfEvaluation): readonly string[] {
  if (AMOUNT.test(path)) return currencyUnit === null ? [] : [currencyUnit];
  return RATE.test(path) ? ['%'] : UNITS_OF_POINTS;
}

/**
 * A number whose own cell prints another unit than the form's: it is kept as printed. Source: amounts in 元 in forms of 万元 are wrong by
 * 10,000.
 */
export const unitDiffers: Rule = {
  code: 'unit-differs',
  run: (record) =>
    numberLeaves(record).flatMap(({ path, value }) => {
      const read = numberOf(record.evidence[path]?.text ?? '');
      if (value === null || read.kind !== 'number' || read.unit === null) return [];
      // No unit of money makes more of nothing; a share in the place of an amount is odd.
      if (value === 0 && !(AMOUNT.test(path) && read.unit === '%')) return [];
      if (unitsFor(path, record).includes(read.unit)) return [];
      const [expected = 'none', expectedZh = '无'] = unitsFor(path, record);
      return finding(
        'unit-differs',
        'error',
        path,
        `The cell prints ${value} with the unit ${read.unit}, and the form’s is ${expected}. The number is kept as printed.`,
        `单元格内${value}的单位为${read.unit}，与表中单位（${expectedZh}）不同，数字按所印保留。`,
      );
    }),
};
