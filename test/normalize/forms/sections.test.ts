import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../../src/normalize/forms/sections.js';
import { isFundsHeader, isIndicatorHeader, isUpperHeader } from '../../../src/normalize/rows/section-heads.js';
import { drawnForm } from '../../made/drawn-form.js';
import { rowFrom, rowsFrom } from '../../made/rows.js';

describe('sectionsOf', () => {
  const sections = sectionsOf(rowsFrom(drawnForm({ heading: '' })));
  it.each([
    ['identity', sections.identity, 2],
    ['the funds’ header', sections.funds.headers, 1],
    ['funds', sections.funds.rows, 4],
    ['goals', sections.goals.rows, 2],
    ['the indicators’ header', sections.indicators.headers, 1],
    ['indicators', sections.indicators.rows, 3],
    ['close', sections.close, 2],
  ])('%s', (_, rows, count) => {
    expect(rows).toHaveLength(count);
  });

  it('headings of blocks are taken out of the rows', () => {
    expect(sections.heads.map(({ role, cell }) => [role, cell.label.key])).toEqual([
      ['funds', '项目资金'],
      ['goals', '年度总体目标'],
    ]);
  });
});

it('amounts behind 年度, which is what is left of 年度资金总额, are a row of funds', () => {
  const funds = `项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
     | 年度 | 20.00 | 20.00 | 19.00 | 10 | 95% | 9.5
     | 其中：当年财政拨款 | 20.00 | 20.00 | 19.00 | - | 95% | -`;
  expect(sectionsOf(rowsFrom(drawnForm({ heading: '', funds }))).funds.rows).toHaveLength(2);
});

it.each([
  ['一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值', true],
  ['指标名称 | 指标值 | 完成值 | 分值 | 得分', true],
  ['年初预算数 | 全年预算数 | 全年执行数 | 分值', false],
  ['产出指标 | 数量指标 | 完成率', false],
])('%s heads the indicators: %s', (drawing, expected) => {
  expect(isIndicatorHeader(rowFrom(drawing))).toBe(expected);
});

it.each([
  ['项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数', true],
  ['预算数(A) | 执行数(B) | 执行率(B/A)', true],
  ['分值 | 得分', false],
  ['一级指标 | 二级指标 | 三级指标 | 年度指标值', false],
])('%s heads the funds: %s', (drawing, expected) => {
  expect(isFundsHeader(rowFrom(drawing))).toBe(expected);
});

it.each([
  ['绩效指标 | 年度指标值 | 实际完成值 | 分值 | 得分', '一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值', true],
  ['绩效指标 | 年度指标值 | 实际完成值', '产出指标 | 数量指标 | 完成率', false],
  ['建成站点 | 年度指标值 | 实际完成值', '一级指标 | 二级指标 | 三级指标 | 指标值', false],
])('%s over %s is the upper row of a header: %s', (upper, lower, expected) => {
  expect(isUpperHeader(rowFrom(upper), rowFrom(lower))).toBe(expected);
});
