import { expect, it } from 'vitest';
import { drawnForm } from '../../made/drawn-form.js';
import { recordOf } from '../../made/normalized.js';

it.each([
  [
    'under their labels',
    `年度总体目标 | 预期目标 | | | 实际完成情况 | | |
      | 完成装修, 通过验收。 | | | 已完成。 | | |`,
    '完成装修，通过验收。',
    '已完成。',
  ],
  [
    'behind their labels',
    '年度总体目标 | 预期目标 | 完成装修。 | | 实际完成情况 | 已完成。 | |',
    '完成装修。',
    '已完成。',
  ],
  [
    'over a page break',
    `年度总体目标 | 预期目标 | | | 实际完成情况 | | |
      | 依法开展企业公 | | | 已开展企业公 | | |

      | 示信息抽查。 | | | 示信息抽查。 | | |`,
    '依法开展企业公示信息抽查。',
    '已开展企业公示信息抽查。',
  ],
  [
    'beside labels that might head the block',
    '年度绩效目标 | 完成装修。 | | | | | |\n目标完成情况 | 已完成。 | | | | | |',
    '完成装修。',
    '已完成。',
  ],
  [
    'under their labels, the heading of the block on both rows',
    `年度总体目标 | 预期目标 | | | 实际完成情况 | | |
     年度总体目标 | 完成装修。 | | | 已完成。 | | |`,
    '完成装修。',
    '已完成。',
  ],
  [
    'in paragraphs',
    `年度总体目标 | 预期目标 | | | 实际完成情况 | | |
      | 1.完成抽查。⏎2.提升质量。 | | | 1.已完成。⏎2.已提升。 | | |`,
    '1.完成抽查。\n2.提升质量。',
    '1.已完成。\n2.已提升。',
  ],
])('goals %s', async (_, goals, expectedGoal, actualResult) => {
  expect(await recordOf(drawnForm({ goals }))).toMatchObject({ expectedGoal, actualResult });
});
