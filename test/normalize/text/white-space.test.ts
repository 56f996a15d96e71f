import { describe, expect, it } from 'vitest';
import { withoutBlanks, withoutLayoutBlanks } from '../../../src/normalize/text/white-space.js';

describe('withoutLayoutBlanks', () => {
  it.each([
    ['between Chinese characters', '可持 续影 响指 标', '可持续影响指标'],
    ['between Chinese and digits', '2023 年 7 月 10 日', '2023年7月10日'],
    ['between Chinese and Latin', '完成 APP 升级', '完成APP升级'],
    ['where a line wraps', '维护交易\n安全', '维护交易安全'],
    ['where a line wraps inside a number', '1,2\n34', '1,234'],
    ['at both ends', ' \t指标\n', '指标'],
  ])('drops those %s', (_, text, expected) => {
    expect(withoutLayoutBlanks(text)).toBe(expected);
  });

  it.each([
    ['between Latin words', 'Smart City', 'Smart City'],
    ['several of them are one', 'Smart   City', 'Smart City'],
    ['a line end between Latin words', 'Smart\nCity', 'Smart City'],
    ['behind the stop of a Latin sentence', 'Done. Next', 'Done. Next'],
    ['between two numbers', '3 5', '3 5'],
  ])('keeps one %s', (_, text, expected) => {
    expect(withoutLayoutBlanks(text)).toBe(expected);
  });
});

it('withoutBlanks drops every blank', () => {
  expect(withoutBlanks(' 服务 对象\n满意\u3000度 ')).toBe('服务对象满意度');
});
