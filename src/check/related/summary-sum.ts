import type { SelfEvaluationSummary } from '../../schema/related/summary.js';
import { exact, shown, sum } from '../exact.js';
import { finding } from '../rule.js';
import type { ListIdentity } from './list-identity.js';

/** What a row 合计 adds up; a rate and a score are no sums. */
const ADDED = ['initialBudget', 'annualBudget', 'executed'] as const;
const NAMES: Readonly<Record<(typeof ADDED)[number], readonly [string, string]>> = {
  initialBudget: ['initial budgets', '年初预算数'],
  annualBudget: ['annual budgets', '全年预算数'],
  executed: ['executed amounts', '全年执行数'],
};

/**
 * The rows from..to that a sum may be over: those since the sum before it, or all above it. One choice for its three columns, the one
 * that closes more of them.
 */
function rangesOf({ sums }: SelfEvaluationSummary, at: number): (readonly [from: number, to: number])[] {
  const to = sums[at]?.after ?? 0;
  const from = sums[at - 1]?.after ?? 0;
  return from === 0 || from === to
    ? [[0, to]]
    : [
        [from, to],
        [0, to],
      ];
}

function identitiesOf(
  record: SelfEvaluationSummary,
  at: number,
  [from, to]: readonly [number, number],
): ListIdentity[] {
  return ADDED.flatMap((field): ListIdentity[] => {
    const printed = record.sums[at]?.[field] ?? null;
    const stated = printed === null ? null : exact(printed);
    const rows = record.rows.slice(from, to);
    const added = sum(rows.map((row) => row[field]));
    const members = rows.flatMap((row, index) => (row[field] === null ? [] : [`rows[${from + index}].${field}`]));
    if (stated === null || added === null || members.length === 0) return [];
    const path = `sums[${at}].${field}`;
    const paths = [...members, path];
    const [name, nameZh] = NAMES[field];
    return [
      {
        code: 'summary-sum',
        closes: added === stated,
        members: paths,
        proves: paths,
        finding: finding(
          'summary-sum',
          'error',
          path,
          `The ${name} of rows ${from + 1} to ${to} add up to ${shown(added)}, but the sum is printed as ${shown(stated)}.`,
          `第${from + 1}至${to}行的${nameZh}合计为${shown(added)}，而表中合计为${shown(stated)}。`,
        ),
      },
    ];
  });
}

const closing = (identities: readonly ListIdentity[]) => identities.filter(({ closes }) => closes).length;

/** Each 小计 and 合计 is the sum of the rows above it. Source: the form itself. */
export function summarySums(record: SelfEvaluationSummary): ListIdentity[] {
  return record.sums.flatMap((_, at) => {
    const ways = rangesOf(record, at).map((range) => identitiesOf(record, at, range));
    return ways.reduce((best, next) => (closing(next) > closing(best) ? next : best), ways[0] ?? []);
  });
}
