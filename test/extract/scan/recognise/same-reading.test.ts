import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeOther, tidied } from '../../../../src/extract/scan/recognise/same-reading.js';

describe('a second reading in the spelling of the first', () => {
  it.each([
    ['95.30', '95.30'],
    ['１００％', '100%'],
    ['绩效 目标', '绩效目标'],
    ['(盏)', '（盏）'],
    ['2023—2024', '2023-2024'],
    ['"三公"经费', '“三公”经费'],
    ['95。30', '95.30'],
    ['95%', '≥95%'],
    ['>95%', '≥95%'],
    ['>=95%', '≥95%'],
    ['=> 95%', '≥95%'],
    ['<= 5', '≤5'],
    ['<95%', '≥95%', false],
    ['<=95%', '≥95%', false],
    ['>5', '≤5', false],
    ['2 95%', '≥95%', false],
    ['295%', '≥95%', false],
    ['.95%', '≥.95%', true],
    ['296%', '≥95%', false],
    ['96%', '95%', false],
    ['9530', '95.30', false],
    ['3', '-3', false],
  ])('%s beside %s', (text, first, isSame = true) => {
    expect(likeOther(text, first)).toBe(isSame ? first : text);
  });

  it.each([
    ['295%', '≥95%'],
    ['s5', '≤5'],
    ['5%', '≥5%'],
    ['296%', '≥95%', false],
    ['1295%', '≥95%', false],
    ['.5%', '≥5%', false],
  ])('where the sign’s strokes are seen: %s beside %s', (text, first, isSame = true) => {
    expect(likeOther(text, first, { isSignSeen: true, areMiddleDotsSeen: false })).toBe(isSame ? first : text);
  });

  it('takes a point for a middle dot where that is seen', () => {
    const seen = { isSignSeen: false, areMiddleDotsSeen: true };
    expect(likeOther('受"7.18"洪涝', '受“7·18”洪涝', seen)).toBe('受“7·18”洪涝');
    expect(likeOther('受7.18洪涝', '受7·18洪涝')).toBe('受7.18洪涝');
    expect(likeOther('受7.19洪涝', '受7·18洪涝', seen)).toBe('受7.19洪涝');
  });

  it('that says something else loses the blanks between Chinese characters, and no others', () => {
    expect(likeOther('完 成 率 95 %', '完成度 95 %')).toBe('完成率95 %');
    expect(likeOther('a b', 'c')).toBe('a b');
  });

  it('has the first’s digits where it is taken for the same', () => {
    const text = fc.string({
      unit: fc.constantFrom('0', '3', '8', '9', '.', ',', '%', '≥', '≤', '>', '-', ' ', '盏', '（', '('),
      maxLength: 8,
    });
    const digitsOf = (of: string) => of.replace(/\D/g, '');
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(digitsOf(likeOther(one, other))).toBe(digitsOf(one));
      }),
    );
  });
});

it.each([
  ['临水临崖路段事.故下降率', '临水临崖路段事故下降率'],
  ['.建设完成时间', '建设完成时间'],
  ['·.\n上年结转资金\n.', '上年结转资金'],
  ['·≤2860万元', '≤2860万元'],
  ['·2019年11月底', '2019年11月底'],
])('a speck in %s is none of the text', (text, clean) => {
  expect(tidied(text)).toBe(clean);
});

it.each(['3.4万人', '1.完成修缮', '.5%', '乌鲁木齐·米东区', '完成。质量'])('no point of %s is a speck', (text) => {
  expect(tidied(text)).toBe(text);
});

it.each([
  ['其中：当年财政拔款', '其中：当年财政拨款'],
  ['3412件/干人', '3412件/千人'],
])('%s is written %s: what no form prints', (text, clean) => {
  expect(tidied(text)).toBe(clean);
});
