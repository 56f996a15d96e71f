import { describe, expect, it } from 'vitest';
import { drawnForm } from '../made/drawn-form.js';
import { normalized, recordOf, recordsOf } from '../made/normalized.js';
import { scannedSheets } from '../made/scanned.js';

describe('the central form', () => {
  it('is one record', async () => {
    expect(await recordOf(drawnForm())).toMatchObject({
      formKind: 'projectSelfEvaluation',
      title: '财政项目支出绩效自评表',
      year: 2023,
      projectName: '执法大队办公业务用房装修专项',
      competentDepartment: '上海市普陀区市场监督管理局',
      implementingUnit: '执法大队',
      currencyUnit: '万元',
      expectedGoal: '完成装修，通过验收；',
      actualResult: '已完成，正常入住办公。',
      totalWeight: 100,
      totalScore: 94.25,
      grade: '优',
      source: { ordinal: 1, pages: null },
      other: [],
      findings: [],
    });
  });

  it('has its funds', async () => {
    const { funds } = await recordOf(drawnForm());
    expect(funds).toEqual([
      ...[
        ['total', '年度资金总额', 10, 9.25] as const,
        ['currentYearAppropriation', '当年财政拨款', null, null] as const,
      ].map(([kind, label, weight, score]) => ({
        kind,
        label,
        initialBudget: 129.79,
        annualBudget: 129.79,
        executed: 120.15,
        weight,
        executionRate: 92.57,
        score,
      })),
      ...[['carriedOver', '上年结转资金'] as const, ['other', '其他资金'] as const].map(([kind, label]) => ({
        kind,
        label,
        initialBudget: 0,
        annualBudget: 0,
        executed: 0,
        weight: null,
        executionRate: 0,
        score: null,
      })),
    ]);
  });

  it('has its indicators, with the headings that are merged over them', async () => {
    const { indicators, repairs } = await recordOf(drawnForm());
    expect(indicators.map(({ ordinal, level1, level2, name }) => [ordinal, level1, level2, name])).toEqual([
      [1, '产出指标', '数量指标', '工程计划完成率'],
      [2, '产出指标', '质量指标', '一次性验收合格率'],
      [3, '效益指标', '可持续影响指标', '办公环境'],
    ]);
    expect(
      indicators.map(({ target, actual, weight, score, deviation }) => [
        target.text,
        actual.text,
        weight,
        score,
        deviation,
      ]),
    ).toEqual([
      ['=100.00(%)', '100.00(%)', 30, 30, ''],
      ['≥95.00(%)', '98(%)', 30, 30, ''],
      ['提升', '达成指标', 30, 25, '进度较慢'],
    ]);
    expect(repairs).toContainEqual({
      code: 'heading-joined',
      path: 'indicators[2].level2',
      before: '可持 续影 响指 标',
      after: '可持续影响指标',
    });
  });

  it('keeps what was read beside what it says', async () => {
    const { evidence } = await recordOf(drawnForm());
    expect(evidence['indicators[0].weight']?.text).toBe('30.00');
    expect(evidence['indicators[2].level2']?.text).toBe('可持 续影 响指 标');
    expect(evidence.expectedGoal?.text).toBe('完成装修, 通过验收;');
  });
});

describe('several forms', () => {
  it('are numbered in their order; the id is the source’s and the ordinal', async () => {
    const records = await recordsOf([drawnForm(), drawnForm(), drawnForm()].join('\n\n'));
    expect(records.map(({ source }) => source.ordinal)).toEqual([1, 2, 3]);
    expect(records.map(({ id }) => id.slice(12))).toEqual(['-001', '-002', '-003']);
    expect(new Set(records.map(({ id }) => id.slice(0, 12))).size).toBe(1);
  });

  it('the next form may have no title of its own; its year is that of the one before, with a warning', async () => {
    const [, second] = await recordsOf([drawnForm(), drawnForm({ heading: '' })].join('\n\n'));
    expect(second).toMatchObject({ title: null, year: 2023, projectName: '执法大队办公业务用房装修专项' });
    expect(second?.findings.map(({ code, path }) => [code, path])).toContainEqual(['year-inherited', 'year']);
  });
});

it.each([
  ['部门整体支出绩效自评表', 'departmentOverallSelfEvaluation'],
  ['项目支出绩效目标申报表', 'performanceTargetDeclaration'],
])('%s is set aside as %s', async (heading, kind) => {
  expect(await normalized(drawnForm({ heading }))).toEqual([
    { type: 'setAside', setAside: { kind, title: heading, pages: null } },
  ]);
});

it('a form that holds nothing of a project is set aside, and is not counted', async () => {
  const heading = '专项资金绩效自评表';
  const empty = [heading, '主管部门 | 某局 | 实施单位 | 某处 | |', '年度主要任务 | 任务一 | 任务二 | | |'].join('\n');
  const forms = await normalized(`${drawnForm()}\n\n${empty}\n\n${drawnForm()}`);
  expect(forms.map((form) => (form.type === 'setAside' ? form.setAside.kind : form.record.source.ordinal))).toEqual([
    1,
    'noProject',
    2,
  ]);
});

it('a text that only mentions the form gives nothing', async () => {
  expect(await normalized('我单位填报了项目支出绩效自评表，自评结果良好。\n\n收入 | 支出\n100.00 | 98.00')).toEqual([]);
});

it('a form longer than the limit ends there, with an error', async () => {
  const [form] = await normalized(drawnForm(), { rowsPerForm: 10 });
  expect(form?.type === 'form' && form.record.findings.map(({ code, severity }) => [code, severity])).toContainEqual([
    'form-cut',
    'error',
  ]);
});

describe('what each reader of a scan made of a cell', () => {
  const readingsOf = async (path: string, drawing: string, second: (text: string) => string | null) => {
    const [form] = await normalized(scannedSheets(drawing, second));
    return form?.type === 'form'
      ? form.record.evidence[path]?.readings?.map(({ by, text }) => `${by}: ${text}`)
      : undefined;
  };

  it('stays with its leaf', async () => {
    const second = (text: string) => text.replace('94.25', '94.26').replace('129.79', '729.79');
    expect(await readingsOf('totalScore', drawnForm(), second)).toEqual(['first: 94.25', 'second: 94.26']);
    expect(await readingsOf('funds[1].annualBudget', drawnForm(), second)).toEqual(['first: 129.79', 'second: 729.79']);
    expect(await readingsOf('indicators[2].level2', drawnForm(), second)).toEqual([
      'first: 可持 续影 响指 标',
      'second: 可持 续影 响指 标',
    ]);
  });

  it('stays with the title and the year', async () => {
    const second = (text: string) => text.replace('2023', '2028');
    expect(await readingsOf('year', drawnForm(), second)).toEqual(['first: (2023 年度)', 'second: (2028 年度)']);
    expect(await readingsOf('title', drawnForm(), second)).toEqual([
      'first: 财政项目支出绩效自评表',
      'second: 财政项目支出绩效自评表',
    ]);
  });

  it('is joined with the cells that a page break cut', async () => {
    const cut = drawnForm({
      indicators: `产出指标 | 数量指标 | 工程计划完成率 | 及时 | 部分达成指 | 30.00 | 30.00 |

       | | | | 标并具有一定效果 | | |`,
    });
    const second = (text: string) => text.replace('一定', '-定');
    expect(await readingsOf('indicators[0].actual', cut, second)).toEqual([
      'first: 部分达成指\n标并具有一定效果',
      'second: 部分达成指\n标并具有-定效果',
    ]);
  });

  it('is divided with a cell that holds two numbers', async () => {
    const merged = drawnForm({ close: '总分 | | | | | 100.00 94.25 | |' });
    const second = (text: string) => text.replace(' 94.25', '94.26');
    expect(await readingsOf('totalWeight', merged, second)).toEqual(['first: 100.00', 'second: 100.00']);
    expect(await readingsOf('totalScore', merged, second)).toEqual(['first: 94.25', 'second: 94.26']);
  });

  it('is nowhere in a text', async () => {
    const { evidence } = await recordOf(drawnForm());
    expect(Object.values(evidence).filter((one) => 'readings' in one)).toEqual([]);
  });
});

describe('a word that only the second reader of a scan read', () => {
  it('is taken, with a record of it where a leaf holds it', async () => {
    const misread = drawnForm({
      close: `总分 | | | | | 100.00 | 94.25 |
        评分等圾 | 伏 | | | | | |`,
    });
    const second = (text: string) => ({ 评分等圾: '评分等级', 伏: '优' })[text] ?? text;
    const [form] = await normalized(scannedSheets(misread, second));
    expect(form).toMatchObject({ record: { grade: '优', other: [] } });
    expect(form?.type === 'form' ? form.record.repairs : []).toContainEqual({
      code: 'reading-chosen',
      path: 'grade',
      before: '伏',
      after: '优',
    });
  });

  it('that took a point for a colon is a number that is to be compared; in a text that nobody recognised it is none', async () => {
    const misread = drawnForm().replace('129.79', '129:79');
    const [scan] = await normalized(scannedSheets(misread));
    const { funds, repairs, findings } = (scan as Extract<typeof scan, { type: 'form' }>).record;
    expect(funds[0]?.initialBudget).toBe(129.79);
    expect(repairs).toContainEqual({
      code: 'digit-lookalike',
      path: 'funds[0].initialBudget',
      before: '129:79',
      after: '129.79',
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'reading-doubtful', path: 'funds[0].initialBudget' }),
    );
    const text = await recordOf(misread);
    expect(text.funds[0]?.initialBudget).toBeNull();
    expect(text.findings).toContainEqual(
      expect.objectContaining({ code: 'not-a-number', path: 'funds[0].initialBudget' }),
    );
  });
});
