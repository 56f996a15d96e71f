import { exact } from './exact.js';
import { totalFunds } from './leaves.js';
import { finding, type Rule } from './rule.js';

/** 0 ≤ score ≤ weight, for each indicator, the funds row and the total. */
export const scoreRange: Rule = {
  code: 'score-range',
  run(record) {
    const total = totalFunds(record);
    const rows = [
      ...record.indicators.map((row, index) => ({
        path: `indicators[${index}].score`,
        score: row.score,
        weight: row.weight,
      })),
      ...(total ? [{ path: `${total.path}.score`, score: total.row.score, weight: total.row.weight }] : []),
      { path: 'totalScore', score: record.totalScore, weight: record.totalWeight },
    ];
    return rows.flatMap(({ path, score, weight }) => {
      if (score === null) return [];
      const [points, most] = [exact(score), weight === null ? null : exact(weight)];
      if (points === null || (points >= 0 && (most === null || points <= most))) return [];
      return finding(
        'score-range',
        'error',
        path,
        `The score ${score} is not between 0 and the weight ${weight ?? 'of the row'}.`,
        `得分${score}不在0与分值${weight ?? ''}之间。`,
      );
    });
  },
};
