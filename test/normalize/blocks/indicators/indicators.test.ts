import { describe, expect, it } from 'vitest';
import type { SelfEvaluation } from '../../../../src/schema/record.js';
import { drawnForm } from '../../../made/drawn-form.js';
import { recordOf } from '../../../made/normalized.js';

const read = (indicators: string, header?: string) =>
  recordOf(drawnForm({ indicators, ...(header === undefined ? {} : { header }) }));
/** An indicator as `level1 · level2 · name | target | actual | weight | score | deviation`. */
const drawn = ({ indicators }: SelfEvaluation) =>
  indicators.map(
    ({ level1, level2, name, target, actual, weight, score, deviation }) =>
      `${level1} · ${level2} · ${name} | ${target.text} | ${actual.text} | ${weight ?? '-'} | ${score ?? '-'} | ${deviation}`,
  );

describe('a page break', () => {
  it('inside a row: the rest belongs to the row above, cell by cell', async () => {
    const record = await read(`产出指标 | 时效 | 完工时间 | 2023年11 | 部分达成指 | 90.00 | 85.00 | 天气

       | 指标 | | 月底 | 标并具有一定效果 | | | 原因`);
    expect(drawn(record)).toEqual([
      '产出指标 · 时效指标 · 完工时间 | 2023年11月底 | 部分达成指标并具有一定效果 | 90 | 85 | 天气原因',
    ]);
    expect(record.indicators[0]?.target).toMatchObject({ kind: 'date', date: '2023-11' });
    expect(record.indicators[0]?.actual).toMatchObject({ kind: 'achievement', achievement: 'partial' });
    expect(record.repairs.map(({ code, path }) => `${code} ${path}`)).toEqual(
      expect.arrayContaining(['row-joined indicators[0].target', 'row-joined indicators[0].actual']),
    );
  });

  it('inside a heading alone: two parts that are headings of their own are one', async () => {
    const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
       满意度指 | 服务对象 | 满意率 | ≥95% | 98% | 40 | 40 |

       标 | 满意度指标 | | | | | |`);
    expect(drawn(record)[1]).toBe('满意度指标 · 服务对象满意度指标 · 满意率 | ≥95% | 98% | 40 | 40 | ');
  });

  it('inside a row with all its cells: the rest of the heading tells', async () => {
    const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
       | 时效指 | 新书从 | ≤20. | 26.00 | 40. | 37. | 编目人

       | 标 | 到馆至上架 | 00(天) | (天) | 00 | 50 | 员不足`);
    expect(drawn(record)[1]).toBe(
      '产出指标 · 时效指标 · 新书从到馆至上架 | ≤20.00(天) | 26.00(天) | 40 | 37.5 | 编目人员不足',
    );
    expect(record.evidence['indicators[1].score']).toMatchObject({ text: '37.50' });
  });

  it('inside a row without points: two values that become one cell are told', async () => {
    const record = await read(`产出指标 | 质量指标 | 平台可用率 | ≥99.9% | 99.98% | 90 | 90 |
       | | 故障恢复成功率 | | | | |

       | | | =100% | 100% | | |`);
    expect(drawn(record)[0]).toContain('≥99.9%=100% | 99.98%100%');
    expect(record.findings).toContainEqual(expect.objectContaining({ code: 'row-unsure', path: 'indicators[0]' }));
  });

  it('between rows: the heading is inherited', async () => {
    const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |

       | | 检查次数 | 12次 | 12次 | 40 | 40 |`);
    expect(drawn(record)[1]).toBe('产出指标 · 数量指标 · 检查次数 | 12次 | 12次 | 40 | 40 | ');
  });

  it('between rows: a header that the next page repeats is no row', async () => {
    const header = '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施';
    const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |

      ${header}
       | 质量指标 | 合格率 | ≥95% | 98% | 40 | 40 |`);
    expect(drawn(record)).toHaveLength(2);
  });
});

describe('a row that slid', () => {
  it('by one to the left is put right, and the repair is recorded', async () => {
    const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
       | 政府采购合规性 | 合规 | 达成指标 | 40.00 | 40.00 | |`);
    expect(drawn(record)[1]).toBe('产出指标 · 数量指标 · 政府采购合规性 | 合规 | 达成指标 | 40 | 40 | ');
    expect(record.repairs.map(({ code, path }) => [code, path])).toContainEqual(['row-slid', 'indicators[1]']);
  });

  it('so that a share stands under the points is told', async () => {
    const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
       | 可持 | 40.00 | >90.00(%) | 91% | 40.00 | 市民知晓度 |`);
    expect(record.findings.map(({ code, path }) => `${code} ${path}`)).toContain('row-unsure indicators[1]');
  });

  it('a level-2 heading in the first column stands in the second', async () => {
    const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
      时效指标 | | 及时性 | 及时 | 达成指标 | 40.00 | 40.00 |`);
    expect(drawn(record)[1]).toBe('产出指标 · 时效指标 · 及时性 | 及时 | 达成指标 | 40 | 40 | ');
    expect(record.repairs.some(({ path }) => path.startsWith('indicators[1]'))).toBe(true);
  });
});

describe('other issuers', () => {
  it.each([
    [
      '分值 before the target',
      '一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 | 偏差原因',
      '产出指标 | 数量指标 | 完成率 | 90 | ≥95% | 98% | 88 | 进度慢',
      '产出指标 · 数量指标 · 完成率 | ≥95% | 98% | 90 | 88 | 进度慢',
    ],
    [
      'the target in three columns',
      '一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分',
      '产出指标 | 数量指标 | 完成率 | ≥ | 95 | % | 98 | 90 | 88',
      '产出指标 · 数量指标 · 完成率 | ≥95% | 98 | 90 | 88 | ',
    ],
    [
      'names of levels whose strokes were lost',
      '级指标 | —级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分',
      '产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 90 | 88',
      '产出指标 · 数量指标 · 完成率 | ≥95% | 98% | 90 | 88 | ',
    ],
    [
      'a heading with its points',
      undefined,
      '产出指标（50分） | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |',
      '产出指标 · 数量指标 · 完成率 | ≥95% | 98% | 50 | 50 | ',
    ],
    [
      '指标1： before a name',
      undefined,
      '产出指标 | 数量指标 | 指标1：完成率 | ≥95% | 98% | 90 | 90 |',
      '产出指标 · 数量指标 · 完成率 | ≥95% | 98% | 90 | 90 | ',
    ],
    [
      'signs of other shapes',
      undefined,
      '产出指标 | 数量指标 | 完成率 | ≧９５％ | ═98％ | 90 | 90 |',
      '产出指标 · 数量指标 · 完成率 | ≥95% | =98% | 90 | 90 | ',
    ],
  ])('%s', async (_, header, row, expected) => {
    expect(drawn(await read(row, header))).toEqual([expected]);
  });

  it('a result without a unit takes the target’s, but not into its text', async () => {
    const header = '一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分';
    const record = await read('产出指标 | 数量指标 | 完成率 | ≥ | 95 | % | 98 | 90 | 88', header);
    expect(record.indicators[0]?.actual).toMatchObject({ text: '98', value: 98, unit: '%' });
  });

  it('a misread sign in its column moves no cell, and stays in the target', async () => {
    const header =
      '一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 权重 | 得分 | 偏差原因';
    const record = await read(
      `产出指标 | 数量指标 | 完成数量 | ≥ | 34 | 个 | 34 | 50 | 50 |
       | | 配备设备 | D | 34 | 套 | 34 | 40 | 40 |`,
      header,
    );
    expect(drawn(record)[1]).toBe('产出指标 · 数量指标 · 配备设备 | D34套 | 34 | 40 | 40 | ');
  });

  it('placeholder rows are no indicators', async () => {
    const record = await read(`产出指标 | 数量指标 | 指标1：完成率 | ≥95% | 98% | 90 | 90 |
       | | 指标2： | | | | |
       | | …… | | | | |
       | | / | | | | |
       | | … | | | | |
       | 质量指标 | | | | | |`);
    expect(drawn(record)).toHaveLength(1);
  });

  it('an 其中 row with a target and a result is an indicator, without weight and score', async () => {
    const record = await read(`产出指标 | 数量指标 | 检查次数 | 12次 | 12次 | 90 | 90 |
       | | 其中：夜间检查 | 4次 | 4次 | | |`);
    expect(drawn(record)[1]).toBe('产出指标 · 数量指标 · 其中：夜间检查 | 4次 | 4次 | - | - | ');
  });
});

it('a heading cut for good is flagged', async () => {
  const record = await read(`产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
    效益指标 | 社会效益指标 | 知晓度 | 提升 | 达成指标 | 30 | 30 |
    满意度指标 | 成员单 | 成员单位满意度 | ≥95% | 98% | 10 | 10 |`);
  expect(record.indicators[2]?.level2).toBe('成员单');
  expect(record.findings.map(({ code, path }) => [code, path])).toContainEqual(['heading-cut', 'indicators[2].level2']);
});

it('words where a number should stand are an error, never a guess', async () => {
  const record = await read('产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 十分 | 90 |');
  expect(record.indicators[0]?.weight).toBeNull();
  expect(record.findings.map(({ code, severity, path }) => [code, severity, path])).toContainEqual([
    'not-a-number',
    'error',
    'indicators[0].weight',
  ]);
});

describe('a row of signs for none', () => {
  const whole = '产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 | /';
  const told = ({ findings }: SelfEvaluation) => findings.filter(({ severity }) => severity !== 'note');

  it('is no indicator, and no heading of the next one', async () => {
    const record = await read(`${whole}
       效益指标 | 经济效益指标 | / | / | / | / | / | /
       | 社会效益指标 | 能力 | 提升 | 提升 | 20 | 20 | /
       / | / | / | / | / | / | / | /
       | 生态效益指标 | 环境 | 改善 | 改善 | 20 | 20 | /`);
    expect(drawn(record).slice(1)).toEqual([
      '效益指标 · 社会效益指标 · 能力 | 提升 | 提升 | 20 | 20 | ',
      '效益指标 · 生态效益指标 · 环境 | 改善 | 改善 | 20 | 20 | ',
    ]);
    expect(told(record)).toEqual([]);
  });

  it('but for its name stands where it is', async () => {
    const record = await read(`${whole}\n 满意度指标 | / | 满意率 | / | / | / | / | /`);
    expect(drawn(record)[1]).toBe('满意度指标 · / · 满意率 |  |  | - | - | ');
  });

  it.each([
    ['of its own', '| 影响指标 | / | / | / | / | / | /\n | | 能力 | 提升 | 提升 | 40 | 40 | /'],
    ['with the heading’s rest', '| 影响指标 | 能力 | 提升 | 提升 | 40 | 40 | /'],
    ['whose page begins with the second level', '影响指标 | 能力 | 提升 | 提升 | 40 | 40 | / |'],
    [
      'whose heading’s rest stands alone in the first column',
      '影响指标 | | | | | | |\n | | 能力 | 提升 | 提升 | 40 | 40 | /',
    ],
  ])('beside a heading that the page cut, before a row %s', async (_, rest) => {
    const record = await read(`${whole}\n 效益指标 | 可持续 | / | / | / | / | / | /\n\n ${rest}`);
    expect(drawn(record).slice(1)).toEqual(['效益指标 · 可持续影响指标 · 能力 | 提升 | 提升 | 40 | 40 | ']);
  });
});

it('points whose closing bracket was read before them are the heading’s', async () => {
  const record = await read(`产出指标）50分 | 数量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
     效益指标（40 分） | 社会效益指标 | 能力 | 提升 | 提升 | 40 | 40 |`);
  expect(record.indicators.map(({ level1 }) => level1)).toEqual(['产出指标', '效益指标']);
});

it.each(['一级指标', '二级指标', '质量指标'])(
  'a row is unsure whose result changed places with %s',
  async (heading) => {
    const swapped = (text: string) => text.replace(heading, '达成指标');
    const record = await read(
      swapped(`产出指标 | 质量指标 | 完成率 | ≥95% | 98% | 50 | 50 |
     效益指标 | 社会效益指标 | 能力 | 提升 | `) + `${heading} | 50 | 50 |`,
      swapped('一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施'),
    );
    expect(record.findings.map(({ code, path }) => `${code} ${path}`)).toContain('row-unsure indicators[1]');
  },
);
