import { describe, expect, it } from 'vitest';
import { DepartmentSelfEvaluation } from '../../../../src/schema/related/department.js';
import { departmentIn, told } from '../../../made/related.js';

const INDICATORS = `
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
履职效能 | 工作完成率 | 重点工作完成率 | 100% | 100% | 60 | 60 |
管理效率 | 预算管理 | 预算执行率 | ≥95% | 97.9% | 30 | 29 | 进度较慢
总分 | | | | | 100 | 98.79 |`;

const form = (middle: string) => `
部门整体支出绩效自评表
（2023年度）
部门名称 | 青川县林业局 | | | | | |
${middle.trim()}
${INDICATORS.trim()}`;

const FUNDS = `
年度资金（万元） | 资金名称 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
| 年度资金总额 | 900 | 1000 | 979 | 10 | 97.90 | 9.79
| 财政拨款 | 900 | 1000 | 979 | - | 97.90 | -
| 其中：基本支出 | 600 | 640 | 640 | - | 100.00 | -
| 项目支出 | 300 | 360 | 339 | - | - | -`;

describe('the form of a department', () => {
  it('says who, with what money, for what, and how well', async () => {
    const record = await departmentIn(form(FUNDS));
    expect(DepartmentSelfEvaluation.parse(record)).toEqual(record);
    expect(record).toMatchObject({ department: '青川县林业局', year: 2023, currencyUnit: '万元', totalScore: 98.79 });
    expect(record.id).toMatch(/-r001$/);
    expect(record.funds.map(({ kind, annualBudget, executed }) => [kind, annualBudget, executed])).toEqual([
      ['total', 1000, 979],
      ['currentYearAppropriation', 1000, 979],
      ['basicExpenditure', 640, 640],
      ['projectExpenditure', 360, 339],
    ]);
    expect(record.indicators.map(({ level1, level2, score }) => [level1, level2, score])).toEqual([
      ['履职效能', '工作完成率', 60],
      ['管理效率', '预算管理', 29],
    ]);
    expect(told(record)).toEqual(['target-result indicators[1].score']);
  });

  it('tells a spending that does not add up to the total', async () => {
    const record = await departmentIn(form(FUNDS.replace('| 339 |', '| 338 |')));
    expect(told(record)).toContain('funds-sum funds[0].executed');
  });

  it('is set aside where it names a project', async () => {
    await expect(departmentIn(form(`项目名称 | 林区道路 | | | | | |\n${FUNDS.trim()}`))).rejects.toThrow(
      'another form',
    );
  });
});

describe('the tasks of the year', () => {
  const TASKS = `
年度主要任务 | 任务名称 | 主要内容 | 预算数（万元） | 执行数（万元） | 完成情况 | |
| 造林绿化 | 造林2.4万亩 | 520.50 | 510.20 | 已完成 | |
| 森林防火 | 巡护312公里 | 130.00 | 128.90 | 基本完成 | |
| 金额合计 | | 650.50 | 639.10 | | |`;

  it('are rows, with the sum below them', async () => {
    const { tasks, taskTotals, currencyUnit, evidence, ...record } = await departmentIn(form(TASKS));
    expect(
      tasks.map(({ name, content, budget, executed, result }) => [name, content, budget, executed, result]),
    ).toEqual([
      ['造林绿化', '造林2.4万亩', 520.5, 510.2, '已完成'],
      ['森林防火', '巡护312公里', 130, 128.9, '基本完成'],
    ]);
    expect(taskTotals).toMatchObject({ budget: 650.5, executed: 639.1 });
    expect([currencyUnit, evidence['tasks[0].budget']?.proof]).toEqual(['万元', ['task-sum']]);
    expect(record.other).toEqual([]);
  });

  it('are told where their sum does not close', async () => {
    const record = await departmentIn(form(TASKS.replace('130.00', '180.00')));
    expect(told(record)).toContain('task-sum taskTotals.budget');
    expect(told(record)).toContain('unproved-number tasks[1].budget');
  });

  it('may have amounts in parts, under a header of two rows', async () => {
    const { tasks } = await departmentIn(
      form(`
年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | | | 完成情况 |
| | | 总额 | 财政拨款 | 其他资金 | |
| 造林绿化 | 造林 | 520.50 | 500.50 | 20 | 已完成 |`),
    );
    expect(tasks).toMatchObject([{ budget: 520.5, budgetAppropriation: 500.5, budgetOther: 20, result: '已完成' }]);
  });

  it('keep what stands in a column of no name under that column’s head', async () => {
    const { other } = await departmentIn(
      form(TASKS.replace('完成情况 | |', '完成情况 | 牵头科室 |').replace('已完成 | |', '已完成 | 造林科 |')),
    );
    expect(other).toEqual([{ label: '造林绿化 · 牵头科室', text: '造林科' }]);
  });
});
