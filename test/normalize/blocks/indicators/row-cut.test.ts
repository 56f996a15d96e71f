import { describe, expect, it } from 'vitest';
import { alignByPlace } from '../../../../src/normalize/blocks/indicators/align.js';
import { columnsOf } from '../../../../src/normalize/rows/columns.js';
import { arePointsCut, areTwoValues, looksCut } from '../../../../src/normalize/blocks/indicators/row-cut.js';
import { indicatorColumn } from '../../../../src/normalize/rows/section-heads.js';
import type { IndicatorColumn } from '../../../../src/normalize/vocabulary/words.js';
import { rowFrom, rowsFrom } from '../../../made/rows.js';

const COLUMNS = columnsOf<IndicatorColumn>(
  rowsFrom('三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分'),
  indicatorColumn,
  'extra',
);
const placed = (drawing: string) => alignByPlace(rowFrom(drawing).cells, COLUMNS).cells;

describe('looksCut', () => {
  it.each([
    ['a result in words', '工程完成 | 完成 | 部分达成指 | 10 | 8', '及时性 | 及时 | 标并具有一定效果 | |'],
    ['a target that is a date', '完成时间 | 2023年11 | 达成指 | 10 | 10', '要求 | 月底 | 标 | |'],
    ['a name with an open bracket', '培训人次（含 | 提升 | 完成 | 10 | 10', '线上） | 显著 | 良好 | |'],
  ])('is true for %s', (_, above, below) => {
    expect(looksCut(placed(above), placed(below))).toBe(true);
  });

  it.each([
    ['two whole rows', '完成率 | ≥95% | 98% | 10 | 10', '合格率 | ≥90% | 95% | |'],
    ['two rows in words', '工程完成 | 及时 | 达成指标 | 10 | 10', '工程质量 | 优良 | 达成指标 | |'],
  ])('is false for %s', (_, above, below) => {
    expect(looksCut(placed(above), placed(below))).toBe(false);
  });
});

describe('arePointsCut', () => {
  it.each([
    ['a weight of nothing behind the break', '工程完 | 2019 | 2019 | 1 | 8', '工时间 | 年11月底 | 年12月 | 0 |'],
    ['a score without a weight behind it', '夜间出行安全 | 提升 | 达成指标 | 20.00 | 20.0', '感 | | | | 0'],
    ['a point before it', '完成率 | ≥95% | 98% | 10. | 7.', '（年度） | | | 00 | 50'],
    ['a point behind it', '满意度 | ≥90% | 95% | 10 | 10', '调查 | | | .00 | .00'],
  ])('is true for %s', (_, above, below) => {
    expect(arePointsCut(placed(above), placed(below), false)).toBe(true);
  });

  it.each([
    ['two whole rows', '完成率 | ≥95% | 98% | 5 | 5', '合格率 | ≥90% | 95% | 5 | 5'],
    ['more points than there are', '完成率 | ≥95% | 98% | 10 | 10', '合格率 | ≥90% | 95% | 0 | 0'],
    ['a score above its weight in the form', '完成率 | ≥95% | 98% | 5 | 6', '合格率 | ≥90% | 95% | 5 | 5'],
  ])('is false for %s', (_, above, below) => {
    expect(arePointsCut(placed(above), placed(below), false)).toBe(false);
  });

  it('is true for points that may be whole where the row is known to be cut', () => {
    expect(arePointsCut(placed('建设 | ≥34 | 32 | 1 | 1'), placed('村卫生室 | 个 | | 5 | 4.1'), true)).toBe(true);
  });
});

it.each([
  ['≥99.9%', '=100%', true],
  ['99.98%', '100%', true],
  ['2023年11', '月底', false],
  ['≤20.', '00(天)', false],
  ['26.00', '(天)', false],
  ['部分达成指', '标', false],
])('%s over %s are two values: %s', (before, after, expected) => {
  expect(areTwoValues(before, after)).toBe(expected);
});
