import { describe, expect, it } from 'vitest';
import { headMeant } from '../../../src/normalize/forms/head-meant.js';

describe('the name that a misread head means', () => {
  it.each([
    ['年初顶算数', '年初预算数'],
    ['年初■算数', '年初预算数'],
    ['全年执行效', '全年执行数'],
    ['全年行数', '全年执行数'],
    ['执行卒', '执行率'],
  ])('%s is %s', (read, meant) => {
    expect(headMeant('funds', read)).toBe(meant);
  });

  it.each([
    ['another column’s name', '上年执行数'],
    ['a name with a character more', '全年预算执行数'],
    ['a name that is known', '年初预算数'],
    ['what is too short to tell', '预算'],
    ['what is near none', '备注说明'],
  ])('is none for %s: %s', (_, read) => {
    expect(headMeant('funds', read)).toBeNull();
  });
});
