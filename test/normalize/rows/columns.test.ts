import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/normalize/rows/columns.js';
import { indicatorColumn } from '../../../src/normalize/rows/section-heads.js';
import type { IndicatorColumn } from '../../../src/normalize/vocabulary/words.js';
import { rowsFrom } from '../../made/rows.js';

/** `role@start`, from left to right. */
const columns = (drawing: string) =>
  columnsOf<IndicatorColumn>(rowsFrom(drawing), indicatorColumn, 'extra').map(({ role, start }) => `${role}@${start}`);

describe('columnsOf', () => {
  it.each([
    [
      'the central form’s header',
      '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施',
      ['level1@0', 'level2@1', 'name@2', 'target@3', 'actual@4', 'weight@5', 'score@6', 'deviation@7'],
    ],
    [
      '分值 before the target',
      '一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分',
      ['level1@0', 'level2@1', 'name@2', 'weight@3', 'target@4', 'actual@5', 'score@6'],
    ],
    [
      'the target in three columns',
      '三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值',
      ['name@0', 'property@1', 'target@2', 'unit@3', 'actual@4'],
    ],
    [
      'a second row that divides a cell of the first',
      `一级指标{2x1} | 三级指标{2x1} | 指标值{1x2} | | 分值{2x1} | 得分{2x1}
       | | 年度指标值 | 实际完成值 | |`,
      ['level1@0', 'name@1', 'target@2', 'actual@3', 'weight@4', 'score@5'],
    ],
    [
      'a role that is named twice',
      '三级指标 | 分值 | 指标值 | 权重 | 得分',
      ['name@0', 'weight@1', 'target@2', 'extra@3', 'score@4'],
    ],
    ['a column with no role', '三级指标 | 去年的想法 | 得分', ['name@0', 'extra@1', 'score@2']],
  ])('%s', (_, drawing, expected) => {
    expect(columns(drawing)).toEqual(expected);
  });

  it('a column reaches to the next one, the last to the table’s edge', () => {
    const ends = columnsOf<IndicatorColumn>(rowsFrom('三级指标 | | 分值 | 得分'), indicatorColumn, 'extra').map(
      ({ start, end }) => [start, end],
    );
    expect(ends).toEqual([
      [0, 2],
      [2, 3],
      [3, Infinity],
    ]);
  });
});
