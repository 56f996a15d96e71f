import { exact, sum } from './exact.js';
import { totalFunds } from './leaves.js';
import { finding, type Rule } from './rule.js';

/** Weights that come to less than the total weight: rows of the indicator table may be missing altogether. */
export const indicatorsIncomplete: Rule = {
  code: 'indicators-incomplete',
  run(record, { open }) {
    if (!open.has('weight-sum') || record.totalWeight === null) return [];
    const weights = [...record.indicators.map(({ weight }) => weight), totalFunds(record)?.row.weight ?? null];
    const [added, stated] = [sum(weights), exact(record.totalWeight)];
    if (added === null || stated === null || added >= stated) return [];
    return [
      finding(
        'indicators-incomplete',
        'warning',
        'indicators',
        'The weights come to less than the total weight: indicators may be missing. Count the rows on the page.',
        '各项分值之和小于总分，可能遗漏了指标，请对照原件清点。',
      ),
    ];
  },
};
