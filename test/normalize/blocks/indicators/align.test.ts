import { describe, expect, it } from 'vitest';
import { alignByPlace, alignRow, type Alignment } from '../../../../src/normalize/blocks/indicators/align.js';
import { columnsOf } from '../../../../src/normalize/rows/columns.js';
import { indicatorColumn } from '../../../../src/normalize/rows/section-heads.js';
import type { IndicatorColumn } from '../../../../src/normalize/vocabulary/words.js';
import { rowFrom, rowsFrom } from '../../../made/rows.js';

const COLUMNS = columnsOf<IndicatorColumn>(
  rowsFrom('一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施'),
  indicatorColumn,
  'extra',
);

const drawn = ({ cells }: Alignment) =>
  Object.fromEntries([...cells].map(([role, found]) => [role, found.map(({ text }) => text).join('+')]));

const WHOLE = {
  level1: '产出指标',
  level2: '数量指标',
  name: '抽查计划完成率',
  target: '=100.00(%)',
  actual: '100.00(%)',
  weight: '25.00',
  score: '25.00',
};
const WITHOUT_HEADINGS = {
  name: '政府采购合规性',
  target: '合规',
  actual: '达成指标',
  weight: '10.00',
  score: '10.00',
};

describe('alignRow', () => {
  it.each([
    ['a row in place', '产出指标 | 数量指标 | 抽查计划完成率 | =100.00(%) | 100.00(%) | 25.00 | 25.00 |', WHOLE, false],
    [
      'one whose headings are merged',
      ' | | 政府采购合规性 | 合规 | 达成指标 | 10.00 | 10.00 |',
      WITHOUT_HEADINGS,
      false,
    ],
    [
      'one that slid one to the left',
      ' | 政府采购合规性 | 合规 | 达成指标 | 10.00 | 10.00 | |',
      WITHOUT_HEADINGS,
      true,
    ],
    [
      'one that slid one to the right',
      ' | | | 政府采购合规性 | 合规 | 达成指标 | 10.00 | 10.00',
      WITHOUT_HEADINGS,
      true,
    ],
    [
      'a name in the level-2 column, the rest in place',
      ' | 政府采购合规性 | | 合规 | 达成指标 | 10.00 | 10.00 |',
      WITHOUT_HEADINGS,
      true,
    ],
  ])('%s', (_, drawing, expected, moved) => {
    const alignment = alignRow(rowFrom(drawing).cells, COLUMNS);
    expect(drawn(alignment)).toEqual(expected);
    expect(alignment.moved).toBe(moved);
    expect(alignment.unsure).toBe(false);
  });

  it('a row that fits nowhere is unsure', () => {
    const { unsure } = alignRow(rowFrom('10.00 | 10.00 | 10.00 | 达成指标 | | 说明 | 优 | 10.00').cells, COLUMNS);
    expect(unsure).toBe(true);
  });

  it.each([
    ['a result in the score’s place', ' | 可持续影响指 | 服务水平 | 持续提升 | 10.00 | 10.00 | 达成指标 |'],
    ['a target in the score’s place, of a row without points', ' | | 故障恢复率 | | 100% | | =100% |'],
    ['a target as the reason', ' | | 故障恢复率 | | 100% | 10 | 10 | =100%'],
  ])('%s is unsure', (_, drawing) => {
    expect(alignRow(rowFrom(drawing).cells, COLUMNS).unsure).toBe(true);
  });

  it('loses no cell of a row in place', () => {
    const row = rowFrom('产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 10 | 9.5 | 进度较慢');
    expect([...alignRow(row.cells, COLUMNS).cells.values()].flat()).toHaveLength(8);
  });
});

it('a row that is moved so that its target has no unit is unsure', () => {
  const columns = columnsOf<IndicatorColumn>(
    rowsFrom('三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分 | 偏差原因'),
    indicatorColumn,
    'extra',
  );
  const { cells, unsure } = alignRow(rowFrom('完成时间 | ≤ | 12 | 10 | 12 | 10 | 月 |').cells, columns);
  expect([cells.get('deviation')?.[0]?.text, unsure]).toEqual(['月', true]);
});

it('alignByPlace takes each cell by its column alone', () => {
  expect(drawn(alignByPlace(rowFrom(' | 指标 | | | 月底 | | |').cells, COLUMNS))).toEqual({
    level2: '指标',
    actual: '月底',
  });
});
