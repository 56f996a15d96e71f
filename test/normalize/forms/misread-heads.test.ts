import { describe, expect, it } from 'vitest';
import { drawnForm } from '../../made/drawn-form.js';
import { recordOf } from '../../made/normalized.js';

const fundsUnder = (head: string) =>
  `项目资金（万元） | | 年初预算数 | 全年预算数 | ${head} | 分值 | 执行率 | 得分
   | 年度资金总额 | 100.00 | 80.00 | 60.00 | 10 | 75% | 7.5`;

describe('a form with a misread head', () => {
  it('is read as if it said what it means, which is told', async () => {
    const record = await recordOf(drawnForm({ funds: fundsUnder('全年执行效') }));
    expect(record.funds[0]?.executed).toBe(60);
    expect(record.repairs).toContainEqual({
      code: 'header-misread',
      path: 'funds',
      before: '全年执行效',
      after: '全年执行数',
    });
    expect(record.findings).toContainEqual(expect.objectContaining({ code: 'header-unsure', severity: 'warning' }));
  });

  it('is told where the head names nothing known', async () => {
    const record = await recordOf(drawnForm({ funds: fundsUnder('■■■') }));
    expect(record.findings.map(({ code, path }) => `${code} ${path}`)).toContain('row-unsure funds');
  });
});

describe('funds that a lost cell or head moved', () => {
  const lost = (funds: string) => recordOf(drawnForm({ funds }));
  const codes = async (funds: string) => (await lost(funds)).findings.map(({ code, path }) => `${code} ${path}`);

  it('are told where their rate does not bear the columns out', async () => {
    expect(
      await codes(`项目资金（万元） | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 100.00 | 80.00 | 60.00 | 10 | 75% | 7.5
        | 其他资金 | 100.00 | 80.00 | 60.00 | - | 75% | -`),
    ).toContain('row-unsure funds');
  });

  it('are told where a head of amounts stands twice and another one is missing', async () => {
    expect(
      await codes(`项目资金（万元） | | 全年预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 80.00 | 80.00 | 60.00 | 10 | 75% | 7.5`),
    ).toContain('row-unsure funds');
  });

  it('are told where their points have no total to belong to', async () => {
    expect(
      await codes(`项目资金（10分） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分
        | 年度财政资金 | 100.00 | 80.00 | 60.00 | 75% | 7.5`),
    ).toContain('row-unsure funds');
  });

  it('are told where a row of them stands among the goals', async () => {
    expect(
      await codes(`项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 100.00 | 80.00 | 60.00 | 10 | 75% | 7.5
        年度总体目标 | 预期目标 | | | 实际完成情况 | | |
        | 其他资金 | 100.00 | 80.00 | 60.00 | - | 75% | -`),
    ).toContain('row-unsure funds');
  });
});
