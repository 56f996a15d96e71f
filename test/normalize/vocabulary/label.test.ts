import { describe, expect, it } from 'vitest';
import { labelOf, roleFinder } from '../../../src/normalize/vocabulary/label.js';

describe('labelOf', () => {
  it.each([
    ['项目名称', '项目名称', []],
    ['项 目 名 称：', '项目名称', []],
    ['项目资金 (万元)', '项目资金', ['万元']],
    ['全年执行数（B）', '全年执行数', ['B']],
    ['执行率(B/A)', '执行率', ['B/A']],
    ['执行率（％）', '执行率', ['%']],
    ['得分（10分×执行率）', '得分', ['10分×执行率']],
    ['产出指标（50分）', '产出指标', ['50分']],
    ['一、项目基本情况', '项目基本情况', []],
    ['（一）项目概况', '项目概况', []],
    ['1.项目名称', '项目名称', []],
    ['①主管部门', '主管部门', []],
    ['★预期目标', '预期目标', []],
    ['项目资金（万元', '项目资金', ['万元']],
    ['·全年执.行数.', '全年执行数', []],
    ['年度\n总体\n目标', '年度总体目标', []],
    ['⽬标', '目标', []],
    ['', '', []],
  ])('%j → %s %j', (text, key, notes) => {
    expect(labelOf(text)).toEqual({ key, notes });
  });

  it('prose is no label', () => {
    expect(labelOf('依法开展企业公示信息抽查工作，提高企业公示信息数据的质量，'.repeat(2)).key).toBe('');
  });
});

describe('roleFinder', () => {
  const role = roleFinder([
    [/^分值$/, 'weight'],
    [/^得分$/, 'score'],
  ]);
  it.each([
    ['分值', 'weight'],
    ['得分', 'score'],
    ['分值得分', null],
    ['', null],
  ])('%j is %s, asked twice', (key, expected) => {
    expect([role(key), role(key)]).toEqual([expected, expected]);
  });
});
