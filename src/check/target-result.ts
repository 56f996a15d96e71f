import type { Indicator, Value } from '../schema/record.js';
import { exact } from './exact.js';
import { finding, type Rule } from './rule.js';

const isComparable = (target: Value, actual: Value): target is Value & { value: number } =>
  target.kind === 'number' &&
  actual.kind === 'number' &&
  target.value !== null &&
  actual.value !== null &&
  target.unit === actual.unit;

const MET: Readonly<Record<string, (result: number, target: number) => boolean>> = {
  '≥': (result, target) => result >= target,
  '>': (result, target) => result > target,
  '≤': (result, target) => result <= target,
  '<': (result, target) => result < target,
  '=': (result, target) => result === target,
};

/** The usual score: full where the target is met, else result ÷ target × weight; null where that can't be told. */
function usualScore({ target, actual, weight }: Indicator): number | null {
  if (weight === null || !isComparable(target, actual) || actual.value === null) return null;
  const met = MET[target.operator ?? '=']?.(actual.value, target.value) ?? false;
  if (met) return weight;
  const short =
    target.operator === '≥' || target.operator === '>' || target.operator === '=' || target.operator === null;
  return short && target.value > 0 && actual.value < target.value ? (actual.value / target.value) * weight : null;
}

/** Nearer than this is the same score, cut off or rounded to one decimal. */
const TOLERANCE = 0.1;

/** A number target with a number result is usually scored in proportion. Issuers depart from it, so a difference is a note. */
export const targetResult: Rule = {
  code: 'target-result',
  run: ({ indicators }) =>
    indicators.flatMap((row, index) => {
      const usual = usualScore(row);
      if (usual === null || row.score === null || exact(row.score) === null || Math.abs(usual - row.score) < TOLERANCE)
        return [];
      return finding(
        'target-result',
        'note',
        `indicators[${index}].score`,
        `“${row.actual.text}” of “${row.target.text}” would usually score ${usual.toFixed(2)}; the form gives ${row.score}.`,
        `目标“${row.target.text}”、完成“${row.actual.text}”，按比例应得${usual.toFixed(2)}分，表中为${row.score}分。`,
      );
    }),
};
