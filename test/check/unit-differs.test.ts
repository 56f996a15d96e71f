import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/record/check.js';
import { drawnForm } from '../made/drawn-form.js';
import { recordOf } from '../made/normalized.js';

const HEADER = '年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分';

/** The unit of a form with this funds block, and what is said of units. */
async function unitsOf(funds: string): Promise<[unit: string | null, said: string[]]> {
  const { currencyUnit, findings } = check(await recordOf(drawnForm({ funds })));
  const about = findings.filter(({ code, path }) => code === 'unit-differs' || path === 'currencyUnit');
  return [currencyUnit, about.map(({ code, severity, path }) => `${severity} ${code} ${path}`)];
}
const block = (head: string, row: string, header = HEADER) => `${head} | | ${header}\n | 年度资金总额 | ${row}`;

describe('the unit of a form', () => {
  it.each(['万元', '元', '千元', '百万元', '亿元', '美元'])('%s is as printed', async (unit) => {
    expect(await unitsOf(block(`项目资金（${unit}）`, '5 | 5 | 5 | 10 | 100% | 10'))).toEqual([unit, []]);
  });

  it('is that of the amounts’ own cells where no head states one', async () => {
    expect(await unitsOf(block('项目资金', '5万元 | 5万元 | 4万元 | 10 | 80% | 8'))).toEqual(['万元', []]);
  });

  it('is missed where nothing states one', async () => {
    expect(await unitsOf(block('项目资金', '5 | 5 | 5 | 10 | 100% | 10'))).toEqual([
      null,
      ['warning field-missing currencyUnit'],
    ]);
  });

  it.each(['元', '百万元', '%'])('is told where a column’s head states %s', async (unit) => {
    const header = HEADER.replace('年初预算数', `年初预算数（${unit}）`);
    expect(await unitsOf(block('项目资金（万元）', '5 | 5 | 5 | 10 | 100% | 10', header))).toEqual([
      '万元',
      ['error unit-differs currencyUnit'],
    ]);
  });
});

it.each([
  ['an amount', '50000元 | 5 | 5 | 10 | 100% | 10', 'funds[0].initialBudget'],
  ['a share for an amount', '5% | 5 | 5 | 10 | 100% | 10', 'funds[0].initialBudget'],
  ['points', '5 | 5 | 5 | 10元 | 100% | 10分', 'funds[0].weight'],
  ['a rate', '5 | 5 | 5 | 10 | 100分 | 10', 'funds[0].executionRate'],
])('another unit in the cell of %s is told', async (_, row, path) => {
  expect(await unitsOf(block('项目资金（万元）', row))).toEqual(['万元', [`error unit-differs ${path}`]]);
});

const points = (weights: readonly [string, string, string]) =>
  weights.map((weight, index) => `产出指标 | 数量指标 | 完成率${index} | ≥95% | 98% | ${weight} | 30 |`).join('\n');

it.each([
  ['every weight', points(['30%', '30%', '40%']), []],
  ['one weight of three', points(['30', '30%', '30']), ['error unit-differs indicators[1].weight']],
])('a share as %s', async (_, indicators, expected) => {
  const { findings } = check(await recordOf(drawnForm({ indicators })));
  expect(
    findings.flatMap(({ code, severity, path }) => (code === 'unit-differs' ? `${severity} ${code} ${path}` : [])),
  ).toEqual(expected);
});
