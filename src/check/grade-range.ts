import { exact } from './exact.js';
import { finding, type Rule } from './rule.js';

/** The least score of each grade, in the systems met: 优 良 中 差, and 优 良 合格 不合格. Source: 评分等级 rules of the forms. */
const GRADES: readonly { readonly names: RegExp; readonly from: number; readonly below: number }[] = [
  { names: /^(?:优|优秀)$/, from: 90, below: Infinity },
  { names: /^(?:良|良好)$/, from: 80, below: 90 },
  { names: /^(?:中|中等|合格|一般|基本合格)$/, from: 60, below: 80 },
  { names: /^(?:差|较差|不合格)$/, from: 0, below: 60 },
];

/** The grade follows from the total score: 优 from 90, 良 from 80, 中 (合格) from 60, 差 (不合格) below. */
export const gradeRange: Rule = {
  code: 'grade-range',
  run({ grade, totalScore }) {
    const range = GRADES.find(({ names }) => names.test(grade ?? ''));
    const score = totalScore === null ? null : exact(totalScore);
    if (!range || grade === null || totalScore === null || score === null) return [];
    if (totalScore >= range.from && totalScore < range.below) return [];
    return [
      finding(
        'grade-range',
        'warning',
        'grade',
        `The grade ${grade} does not fit the total score ${totalScore}.`,
        `评分等级“${grade}”与总分${totalScore}不符。`,
      ),
    ];
  },
};
