import { finding, type Rule } from './rule.js';

/** Level-2 headings that stand under one level-1 heading only. 满意度 and 成本 are left out: issuers place them variously. */
const BELONGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:产出)?(?:数量|质量|时效)(?:指标)?$/, /产出|投入|过程|管理/],
  [/^(?:经济效益|社会效益|生态效益|环境效益|可持续影响)(?:指标)?$/, /效益|效果|影响|产出与/],
  [/^(?:经济成本|社会成本|生态环境成本)(?:指标)?$/, /成本/],
];

/** A level-2 heading under another level-1 heading than its own, or none at all: a merged heading may be lost or misplaced. */
export const headingLevel: Rule = {
  code: 'heading-level',
  run: ({ indicators }) => {
    const usesLevel1 = indicators.some(({ level1 }) => level1 !== '');
    const usesLevel2 = indicators.some(({ level2 }) => level2 !== '');
    return indicators.flatMap(({ level1, level2 }, index) => {
      const path = `indicators[${index}]`;
      if (level1 === '' && !usesLevel1 && !usesLevel2) return [];
      if (level1 === '')
        return finding(
          'heading-level',
          'warning',
          `${path}.level1`,
          'The row has no level-1 heading.',
          '本行没有一级指标。',
        );
      if (level2 === '' && usesLevel2)
        return finding(
          'heading-level',
          'warning',
          `${path}.level2`,
          'The row has no level-2 heading.',
          '本行没有二级指标。',
        );
      const own = BELONGS.find(([heading]) => heading.test(level2));
      if (!own || own[1].test(level1)) return [];
      return finding(
        'heading-level',
        'warning',
        `${path}.level1`,
        `“${level2}” does not usually stand under “${level1}”; the level-1 heading may be lost.`,
        `“${level2}”通常不在“${level1}”之下，一级指标可能缺失。`,
      );
    });
  },
};
