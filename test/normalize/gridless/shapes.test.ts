import { describe, expect, it } from 'vitest';
import { digitize } from '../../../src/digitize/digitize.js';

const TABLE = [
  ['项目名称', '河道清淤'],
  ['主管部门', '市水利局', '实施单位', '清江河道所'],
  ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '300.00', '320.00', '304.00', '10', '95.00%', '9.5'],
  ['其中：当年财政拨款', '300.00', '320.00', '304.00', '-', '95.00%', '-'],
  ['年度总体目标', '预期目标', '实际完成情况'],
  ['清淤12公里，汛期行洪通畅。', '清淤12.4公里，汛期行洪通畅。'],
  [
    '绩效指标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
  ['产出指标', '数量指标', '清淤长度', '≥12公里', '12.4公里', '30', '30'],
  ['质量指标', '验收合格率', '=100%', '96%', '20', '18', '一处返工'],
  ['效益指标', '社会效益指标', '受涝户数', '≤8户', '5户', '30', '30'],
  ['满意度指标', '服务对象满意度指标', '居民满意度', '≥90%', '93%', '10', '10'],
  ['总分', '100', '97.5'],
];
const HEADING = ['项目支出绩效自评表', '（2023年度）'];

const SHAPES: Readonly<Record<string, string>> = {
  'a cell a line': [...HEADING, ...TABLE.flat()].join('\n'),
  'a cell a line, blank lines between': [...HEADING, ...TABLE.flat()].join('\n\n'),
  'a cell a line, a bar behind it': [...HEADING, ...TABLE.flat().map((cell) => `${cell} |`)].join('\n'),
  'a row a line, tabs': [...HEADING, ...TABLE.map((row) => row.join('\t'))].join('\n'),
  'a row a line, ragged bars': [...HEADING, ...TABLE.map((row) => `${row.join(' | ')} ||`)].join('\n'),
  'a row a line, blanks': [...HEADING, ...TABLE.map((row) => row.join(' '))].join('\n'),
  'one flat line': [...HEADING, ...TABLE.flat()].join(' '),
  'a row a line, nothing between': [...HEADING, ...TABLE.map((row) => row.join(''))].join('\n'),
};

describe('a form without a grid', () => {
  it.each(Object.entries(SHAPES))('%s', async (_, text) => {
    const { records } = await digitize({ bytes: new TextEncoder().encode(text), name: 'form.txt' });
    expect(records).toHaveLength(1);
    const [record] = records;
    expect(record).toMatchObject({
      year: 2023,
      projectName: '河道清淤',
      competentDepartment: '市水利局',
      implementingUnit: '清江河道所',
      currencyUnit: '万元',
      totalWeight: 100,
      totalScore: 97.5,
      expectedGoal: '清淤12公里，汛期行洪通畅。',
      actualResult: '清淤12.4公里，汛期行洪通畅。',
    });
    expect(record?.funds[0]).toMatchObject({
      annualBudget: 320,
      executed: 304,
      weight: 10,
      executionRate: 95,
      score: 9.5,
    });
    expect(
      record?.indicators.map((row) => [row.level2, row.name, row.target.text, row.actual.text, row.weight, row.score]),
    ).toEqual([
      ['数量指标', '清淤长度', '≥12公里', '12.4公里', 30, 30],
      ['质量指标', '验收合格率', '=100%', '96%', 20, 18],
      ['社会效益指标', '受涝户数', '≤8户', '5户', 30, 30],
      ['服务对象满意度指标', '居民满意度', '≥90%', '93%', 10, 10],
    ]);
  });
});
