import { expect, it } from 'vitest';
import { digitize } from '../../../src/digitize/digitize.js';

const HEAD = [
  '项目支出绩效自评表',
  '项目名称\t堤防养护',
  '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
];
const ROWS = ['产出指标\t数量指标\t巡查里程\t≥500公里\t510公里\t50\t50', '效益指标\t社会效益指标\t受益户数\t≥3506户'];

it('flags the row in which a text ends', async () => {
  const text = [...HEAD, ...ROWS].join('\n').slice(0, -2);
  const { records } = await digitize({ bytes: new TextEncoder().encode(text), name: 'form.txt' });
  const [record] = records;
  expect(record?.indicators[1]?.target.text).toBe('≥350');
  expect(record?.findings.filter(({ code }) => code === 'cells-unsure').map(({ path }) => path)).toContain(
    'indicators[1]',
  );
});
