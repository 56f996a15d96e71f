import type { Indicator } from '../schema/record.js';
import { finding, type Rule } from './rule.js';

const losesPoints = ({ weight, score }: Indicator) => weight !== null && score !== null && score < weight;
const isFull = ({ weight, score }: Indicator) => weight !== null && score !== null && score === weight;

/** A score below its weight wants a reason. Source: the column 偏差原因分析及改进措施 of the form. */
export const lossWithoutReason: Rule = {
  code: 'loss-without-reason',
  run: ({ indicators }) =>
    indicators.flatMap((row, index) =>
      losesPoints(row) && row.deviation === ''
        ? finding(
            'loss-without-reason',
            'warning',
            `indicators[${index}].deviation`,
            `The score ${row.score ?? ''} is below the weight ${row.weight ?? ''}, but no reason is given.`,
            `得分${row.score ?? ''}低于分值${row.weight ?? ''}，但未说明偏差原因。`,
          )
        : [],
    ),
};

/**
 * A reason beside a full score is odd. Where the row next to it lost points and gives none, the reason probably stands one row off:
 * a warning; alone it's a note, for some issuers comment on full scores.
 */
export const reasonBesideFullScore: Rule = {
  code: 'reason-beside-full-score',
  run: ({ indicators }) =>
    indicators.flatMap((row, index) => {
      if (!isFull(row) || row.deviation === '') return [];
      const neighbours = [indicators[index - 1], indicators[index + 1]].filter((next) => next !== undefined);
      const displaced = neighbours.some((next) => losesPoints(next) && next.deviation === '');
      return finding(
        'reason-beside-full-score',
        displaced ? 'warning' : 'note',
        `indicators[${index}].deviation`,
        displaced
          ? 'A reason stands beside a full score, and the row next to it lost points without one: it may stand one row off.'
          : 'A reason stands beside a full score.',
        displaced ? '满分指标旁有偏差原因，而相邻失分指标没有，原因可能错行。' : '满分指标旁有偏差原因。',
      );
    }),
};
