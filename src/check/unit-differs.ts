import { numberOf } from '../normalize/text/number.js';
import type { SelfEvaluation } from '../schema/record.js';
import { numberLeaves, type NumberLeaf } from './leaves.js';
import { finding, type Rule } from './rule.js';

const AMOUNT = /\.(?:initialBudget|annualBudget|executed)$/;
const RATE = /\.executionRate$/;
const WEIGHT = /[wW]eight$/;
const SCORE = /[sS]core$/;
/** Some issuers write points as per cent of the whole: then most of them are. A single one is a share that stands where points should. */
const SHARES_OF_POINTS = 0.5;

const unitAt = ({ evidence }: SelfEvaluation, path: string) => {
  const read = numberOf(evidence[path]?.text ?? '');
  return read.kind === 'number' ? read.unit : null;
};

/** The units of weights, or of scores. */
function unitsOfPoints(record: SelfEvaluation, leaves: readonly NumberLeaf[], isMeant: RegExp): readonly string[] {
  const points = leaves.filter(({ path, value }) => value !== null && isMeant.test(path));
  const shares = points.filter(({ path }) => unitAt(record, path) === '%');
  return shares.length > SHARES_OF_POINTS * points.length ? ['分', '%'] : ['分'];
}

/** The units that a number may have in its own cell, by its path. */
function unitsFor(record: SelfEvaluation, leaves: readonly NumberLeaf[]): (path: string) => readonly string[] {
  const ofAmounts = record.currencyUnit === null ? [] : [record.currencyUnit];
  const [ofWeights, ofScores] = [unitsOfPoints(record, leaves, WEIGHT), unitsOfPoints(record, leaves, SCORE)];
  return (path) => (AMOUNT.test(path) ? ofAmounts : RATE.test(path) ? ['%'] : WEIGHT.test(path) ? ofWeights : ofScores);
}

/**
 * A number whose own cell prints another unit than the form's: it is kept as printed. Source: amounts in 元 in forms of 万元 are wrong by
 * 10,000.
 */
export const unitDiffers: Rule = {
  code: 'unit-differs',
  run: (record) => {
    const leaves = numberLeaves(record);
    const unitsAt = unitsFor(record, leaves);
    return leaves.flatMap(({ path, value }) => {
      const unit = unitAt(record, path);
      if (value === null || unit === null) return [];
      // No unit of money makes more of nothing; a share in the place of an amount is odd.
      if (value === 0 && !(AMOUNT.test(path) && unit === '%')) return [];
      const units = unitsAt(path);
      if (units.includes(unit)) return [];
      const [expected = 'none', expectedZh = '无'] = units;
      return finding(
        'unit-differs',
        'error',
        path,
        `The cell prints ${value} with the unit ${unit}, and the form’s is ${expected}. The number is kept as printed.`,
        `单元格内${value}的单位为${unit}，与表中单位（${expectedZh}）不同，数字按所印保留。`,
      );
    });
  },
};
