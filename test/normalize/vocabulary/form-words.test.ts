import { describe, expect, it } from 'vitest';
import { mayBeOfForm } from '../../../src/normalize/vocabulary/form-words.js';

describe('a page that may be of a form', () => {
  it.each([
    '财政项目支出绩效自评表',
    '部门整体支出绩效自评表',
    '项目支出绩效目标申报表',
    '项目支出绩效自评情况汇总表',
    '项目名称 道路照明设施运行维护专项',
    '项 目 名 称',
    '专项（项目）名称 专项资金名称',
    '年度资金总额 264.80 264.80',
    '一级指标 二级指标 三级指标',
    '时效 指标 报修处置及时性 及时 达成指标',
    '总分 100.00 97.53',
    '全年预算数 全年执行数',
    '⽬标：绩效⽬标',
  ])('%s', (text) => {
    expect(mayBeOfForm(text)).toBe(true);
  });

  it.each([
    '根据预算绩效管理要求，我局对2022年度2个项目支出开展绩效自评，涉及资金279.90万元，自评覆盖率100%。',
    '科目 年初预算 决算数 比上年增减 2070000 1.50',
    '财政拨款收入：指单位从同级财政部门取得的财政预算资金。',
    '',
  ])('not %s', (text) => {
    expect(mayBeOfForm(text)).toBe(false);
  });
});
