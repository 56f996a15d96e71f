import { describe, expect, it } from 'vitest';
import { joinedRow, withCutRowsJoined } from '../../../src/normalize/rows/cut-rows.js';
import { rowsFrom } from '../../made/rows.js';

const textsOf = (drawing: string) =>
  withCutRowsJoined(rowsFrom(drawing)).map(({ cells }) => cells.map(({ text }) => text.replace('\n', '')).join(' | '));

describe('a page break', () => {
  it.each([
    [
      'inside the header of the indicators',
      `一级指 | 二级指标 | 三级指 | 年度 | 实际完 | 分 | 得 | 偏差原因

       标 | | 标 | 指标值 | 成值 | 值 | 分 | 及改进措施`,
      ['一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因及改进措施'],
    ],
    [
      'behind a name that is one already',
      `一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进

       | | | | | | | 措施
       产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 90 | 90 |`,
      [
        '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施',
        '产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 90 | 90',
      ],
    ],
    [
      'inside the header of the funds',
      `项目资金（万 | 年初预算数 | 全年预算 | 全年执行数 | 分值 | 执行 | 得分

       元） | | 数 | | | 率 |`,
      ['项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分'],
    ],
    [
      'inside a label and its value',
      '主管部门 | 民政局 | 实 | 安和区养老服\n\n | | 施单位 | 务指导中心',
      ['主管部门 | 民政局 | 实施单位 | 安和区养老服务指导中心'],
    ],
    [
      'inside a label of the goals',
      '年度绩效目标 | 开展培训。 |\n目标完 | 已开展培训， |\n\n成情况 | 通过考核。 |',
      ['年度绩效目标 | 开展培训。', '目标完成情况 | 已开展培训，通过考核。'],
    ],
    [
      'inside the heading of a block, between its rows',
      '年度总 | 预期目标 | 实际完成情况\n\n体目标 | 开展培训。 | 已开展培训。',
      ['年度总体目标 | 预期目标 | 实际完成情况', '开展培训。 | 已开展培训。'],
    ],
    ['inside the numbers of the total', '总分 | | 10 | 9\n\n | | 0.00 | 4.23', ['总分 | 100.00 | 94.23']],
    ['inside the grade', '评分等级 | | 基本\n\n | | 合格', ['评分等级 | 基本合格']],
  ])('%s', (_, drawing, expected) => {
    expect(textsOf(drawing)).toEqual(expected);
  });

  it.each([
    [
      'the header and its first row',
      '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 分值\n\n产出指标 | 数量指标 | 完成率 | ≥95% | 90',
    ],
    ['a header and its second row', '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 分值\n\n | | | 指标性质 |'],
    ['two labels with their values', '主管部门 | 民政局\n\n实施单位 | 民政局'],
    ['the total and the grade', '总分 | | 100 | 94.23\n\n评分等级 | | 优 |'],
    ['the total and a number that is too large for it', '总分 | | 100 | 94.23\n\n | | 第3页 |'],
  ])('between %s parts them', (_, drawing) => {
    expect(withCutRowsJoined(rowsFrom(drawing))).toHaveLength(2);
  });
});

it('two rows without a break between them are two', () => {
  const [above, rest] = rowsFrom('总分 | | 10 | 9\n | | 0.00 | 4.23');
  expect(above && rest && joinedRow(above, rest)).toBeNull();
});

it('a joined cell knows its parts', () => {
  const [row] = withCutRowsJoined(rowsFrom('总分 | | 10 | 9\n\n | | 0.00 | 4.23'));
  expect(row?.cells.map(({ parts }) => parts?.map(({ text }) => text))).toEqual([
    undefined,
    ['10', '0.00'],
    ['9', '4.23'],
  ]);
});
