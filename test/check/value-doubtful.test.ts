import { expect, it } from 'vitest';
import { check } from '../../src/check/record/check.js';
import { drawnForm } from '../made/drawn-form.js';
import { recordOf } from '../made/normalized.js';

const header = '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因';

async function saidOf(target: string): Promise<string[]> {
  const indicators = `产出指标 | 数量指标 | 完成率 | ${target} | 100% | 90.00 | 84.25 | 较慢`;
  const { findings } = check(await recordOf(drawnForm({ header, indicators })));
  return findings.flatMap(({ code, severity, path }) => (code === 'value-doubtful' ? [`${severity} ${path}`] : []));
}

it.each([
  '1OO%',
  'l00%',
  '≥9S%',
  '≥9O个',
  '98-95%',
  '≥个',
  '≥',
  '%',
  '≥■%',
  '≥95..5%',
  '≥95。5%',
  '≥1 234人',
  '10.00达成指标',
])('%s is probably not what the form says', async (target) => {
  expect(await saidOf(target)).toEqual(['warning indicators[0].target']);
});

it('a date without a year is a note', async () => {
  expect(await saidOf('12月底前')).toEqual(['note indicators[0].target']);
});

it.each(['≥95%', '95-98%', '4S店', '5G基站', '全部完成', '2023年12月底', '12个月', '≥3.2万亩', '10²', '5l', '-5%'])(
  '%s is nothing to look at',
  async (target) => {
    expect(await saidOf(target)).toEqual([]);
  },
);
