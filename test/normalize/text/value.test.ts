import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../src/normalize/text/value.js';
import type { Operator } from '../../../src/schema/record.js';

const number = (operator: Operator | null, value: number, unit: string | null) => ({
  kind: 'number',
  operator,
  value,
  unit,
});

describe('valueOf', () => {
  it.each([
    ['=100.00(%)', '=100.00(%)', number('=', 100, '%')],
    ['≥95.00(%)', '≥95.00(%)', number('≥', 95, '%')],
    ['>90.00(%)', '>90.00(%)', number('>', 90, '%')],
    ['≤64万元', '≤64万元', number('≤', 64, '万元')],
    ['≥4.00(件/千人)', '≥4.00(件/千人)', number('≥', 4, '件/千人')],
    ['365 天', '365天', number(null, 365, '天')],
    ['5000 人次', '5000人次', number(null, 5000, '人次')],
    ['98(%)', '98(%)', number(null, 98, '%')],
    ['187(家)', '187(家)', number(null, 187, '家')],
    ['100', '100', number(null, 100, null)],
    ['1,200户', '1,200户', number(null, 1200, '户')],
    ['-3.5%', '-3.5%', number(null, -3.5, '%')],
    ['120m2', '120m2', number(null, 120, 'm2')],
  ])('a number: %s', (cell, text, rest) => {
    expect(valueOf(cell)).toEqual({ text, ...rest });
  });

  it.each([
    ['≧95%', '≥95%', '≥'],
    ['>=95%', '>=95%', '≥'],
    ['﹥=95%', '>=95%', '≥'],
    ['＞=95%', '>=95%', '≥'],
    ['不低于95%', '不低于95%', '≥'],
    ['不少于95%', '不少于95%', '≥'],
    ['95%以上', '95%以上', '≥'],
    ['=95%', '=95%', '='],
    ['＝95%', '=95%', '='],
    ['═95%', '=95%', '='],
    ['﹦95%', '=95%', '='],
    ['≦95%', '≤95%', '≤'],
    ['<=95%', '<=95%', '≤'],
    ['不超过95%', '不超过95%', '≤'],
    ['95%以内', '95%以内', '≤'],
    ['﹥95%', '>95%', '>'],
    ['＜95%', '<95%', '<'],
    ['９５％', '95%', null],
  ] as const)('a sign: %s', (cell, text, operator) => {
    expect(valueOf(cell)).toEqual({ text, ...number(operator, 95, '%') });
  });

  it('a number of papers in words: 不少于600篇', () => {
    expect(valueOf('不少于600篇')).toEqual({ text: '不少于600篇', ...number('≥', 600, '篇') });
  });

  it('a change: 提升8%', () => {
    expect(valueOf('提升8%')).toEqual({ text: '提升8%', ...number(null, 8, '%') });
  });

  it.each([
    ['85%-95%', '85%-95%', 85, 95, '%'],
    ['85%~95%', '85%~95%', 85, 95, '%'],
    ['85-95%', '85-95%', 85, 95, '%'],
    ['85%至95%', '85%至95%', 85, 95, '%'],
    ['８５％－９５％', '85%-95%', 85, 95, '%'],
    ['3-5天', '3-5天', 3, 5, '天'],
  ])('a range: %s', (cell, text, value, valueMax, unit) => {
    expect(valueOf(cell)).toEqual({ text, kind: 'range', operator: null, value, valueMax, unit });
  });

  it.each([
    ['2023年11月底', '2023年11月底', '2023-11'],
    ['2023 年 7 月', '2023年7月', '2023-07'],
    ['2023年12月31日前', '2023年12月31日前', '2023-12-31'],
    ['２０２３年', '2023年', '2023'],
  ])('a date: %s', (cell, text, date) => {
    expect(valueOf(cell)).toEqual({ text, kind: 'date', operator: null, value: null, unit: null, date });
  });

  it.each([
    ['达成指标', 'full'],
    ['达成年度指标', 'full'],
    ['达成 指标', 'full'],
    ['部分达成指标并具有一定效果', 'partial'],
    ['未达成指标且效果较差', 'none'],
  ])('an achievement: %s', (cell, achievement) => {
    expect(valueOf(cell)).toEqual({
      text: cell.replace(' ', ''),
      kind: 'achievement',
      operator: null,
      value: null,
      unit: null,
      achievement,
    });
  });

  it.each([
    ['提升', '提升'],
    ['及时', '及时'],
    ['完善', '完善'],
    ['已完成, 效果良好', '已完成，效果良好'],
    ['完成2次，参加100人', '完成2次,参加100人'],
    ['提前3天完成，好评率95%', '提前3天完成,好评率95%'],
    ['', ''],
  ])('words: %s', (cell, halfWidthText) => {
    const { text, ...rest } = valueOf(cell);
    expect(rest).toEqual({ kind: 'text', operator: null, value: null, unit: null });
    expect(text.replaceAll('，', ',')).toBe(halfWidthText.replaceAll('，', ','));
  });

  it.each(['2023年比2022年提升', '100%（含2次）', '12.5.3', '第3季度完成2项'])(
    'two numbers are no number: %s',
    (cell) => {
      expect(valueOf(cell).kind).toBe('text');
    },
  );
});
