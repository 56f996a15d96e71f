import { describe, expect, it } from 'vitest';
import {
  anyOf,
  DIGITS,
  one,
  optional,
  phrase,
  signs,
  some,
  tableOf,
  wordsOf,
} from '../../../src/normalize/vocabulary/phrase.js';

describe('a list of words', () => {
  it.each([
    ['a word', ['项目名称'], '项目名称', '项目'],
    ['one of its words', ['总额', '合计'], '合计', '总额合计'],
    ['a part that may be missing', [phrase(optional('主管'), '单位')], '单位', '主管'],
    ['one of several parts', [phrase(one('数', '额'), '值')], '额值', '值'],
    ['parts again and again', [phrase(some('省', '市'), '级')], '省市级', '级'],
    ['parts as often as you like', [phrase('目标', anyOf('及', '完成'))], '目标及完成', '及完成'],
    ['what is unknown', [phrase('是否', signs(2, 4))], '是否完成', '是否完成了全部'],
    ['digits', [phrase('指标', optional(...DIGITS))], '指标3', '指标33'],
    ['signs that expressions use', ['A.B'], 'A.B', 'AxB'],
  ])('knows %s', (_, words, label, other) => {
    expect(wordsOf(words).test(label)).toBe(true);
    expect(wordsOf(words).test(other)).toBe(false);
  });
});

describe('a table of words', () => {
  it('has an expression for each role, in order', () => {
    const table = tableOf<'weight' | 'score'>({ weight: ['分值'], score: ['得分', '自评分'] });
    expect(table.map(([pattern, role]) => [role, pattern.test('自评分')])).toEqual([
      ['weight', false],
      ['score', true],
    ]);
  });
});

describe('words that repeat', () => {
  it('are read in one way, though some are made of others', () => {
    expect(some('市', '县', '市县').source).toBe('(?:市|县)+');
    expect(anyOf('预算', '年度', '年度预算').source).toBe('(?:预算|年度)*');
  });

  it('are refused where a text could be parted in two ways', () => {
    expect(() => some('市', '市县', '县区', '区')).toThrow('“区”');
  });
});
