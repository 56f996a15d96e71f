import { expect, it } from 'vitest';
import { check } from '../../src/check/record/check.js';
import { drawnForm } from '../made/drawn-form.js';
import { recordOf } from '../made/normalized.js';

async function saidOf(code: string, parts: Parameters<typeof drawnForm>[0]): Promise<string[]> {
  const { findings } = check(await recordOf(drawnForm(parts)));
  return findings.flatMap((finding) => (finding.code === code ? [`${finding.severity} ${finding.path}`] : []));
}
const row = (values: string) => `产出指标 | 数量指标 | ${values} | 45 | 45 |`;

it('two rows below each other that say the same are told', async () => {
  const same = row('工程完成率 | ≥95% | 98%');
  expect(await saidOf('indicator-repeated', { indicators: `${same}\n${same}` })).toEqual([
    'warning indicators[0]',
    'warning indicators[1]',
  ]);
  expect(
    await saidOf('indicator-repeated', { indicators: `${same}\n${row('工程完成率 | ≥95%以上 | 98%')}` }),
  ).toHaveLength(2);
  expect(await saidOf('indicator-repeated', { indicators: `${same}\n${row('工程完成率 | ≥90% | 98%')}` })).toEqual([]);
});

it.each([
  ['98% | ≥95%', ['warning indicators[0].target', 'warning indicators[0].actual']],
  ['≥95% | 98%', []],
  ['≥95% | ≥98%', []],
])('target and result %s', async (values, said) => {
  expect(await saidOf('values-exchanged', { indicators: row(`工程完成率 | ${values}`) })).toEqual(said);
});

it('a rate that lost its decimals is not proved', async () => {
  const funds = (rate: string) =>
    `项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
     | 年度资金总额 | 100 | 90 | 87.5 | 10 | ${rate} | 9.72
     | 当年财政拨款 | 60 | 50 | 49.25 | - | 98.50% | -
     | 其他资金 | 40 | 40 | 38.25 | - | 95.62% | -`;
  expect(await saidOf('unproved-number', { funds: funds('97%') })).toContain('warning funds[0].executionRate');
  expect(await saidOf('unproved-number', { funds: funds('97.22%') })).not.toContain('warning funds[0].executionRate');
});

it('two years that differ are told', async () => {
  expect(await saidOf('years-differ', { heading: '2022年度财政项目支出绩效自评表\n（2023年度）' })).toEqual([
    'warning year',
  ]);
  expect(await saidOf('years-differ', {})).toEqual([]);
});
