import { describe, expect, it } from 'vitest';
import { FormFinder, yearIn } from '../../../src/normalize/forms/find-forms.js';
import { setAsideKindOf } from '../../../src/normalize/forms/set-aside.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import { drawnForm } from '../../made/drawn-form.js';
import { sheetsFrom } from '../../made/sheets.js';

function formsIn(drawing: string) {
  const finder = new FormFinder(DEFAULT_LIMITS);
  return [...sheetsFrom(drawing).flatMap((sheet) => finder.add(sheet)), ...finder.end()];
}

it.each([
  ['(2023年度)', 2023],
  ['[2023年度]', 2023],
  ['2023年', 2023],
  ['2023', 2023],
  ['2023年度项目支出绩效自评表', 2023],
  ['二〇二三年度', 2023],
  ['二○二一年度', 2021],
  ['项目支出绩效自评表', null],
  ['第2023号', null],
])('the year in %s is %s', (compact, year) => {
  expect(yearIn(compact)).toBe(year);
});

describe('the forms of a document', () => {
  it.each([
    ['one', drawnForm(), 1],
    ['two, each with its title', `${drawnForm()}\n\n${drawnForm()}`, 2],
    ['two, the second without a title', `${drawnForm()}\n\n${drawnForm({ heading: '' })}`, 2],
    ['one over a page break', drawnForm().replace('年度总体目标', '\n年度总体目标'), 1],
    ['one over a page break with a page number', drawnForm().replace('年度总体目标', '\n-1-\n年度总体目标'), 1],
    [
      'one whose running header stands on both pages',
      drawnForm().replace('一级指标 |', '\n项目支出绩效自评表\n一级指标 |'),
      1,
    ],
    ['one inside a report', `一、部门概况\n本部门共有编制50人。\n\n收入 | 支出\n1 | 2\n\n${drawnForm()}`, 1],
    ['none', '收入 | 支出\n100 | 98', 0],
  ])('%s', (_, drawing, count) => {
    expect(formsIn(drawing)).toHaveLength(count);
  });

  it('a title in the table is the form’s title', () => {
    const [form] = formsIn(drawnForm({ heading: '项目支出绩效自评表 |\n（2023年度） |' }));
    expect(form).toMatchObject({ title: '项目支出绩效自评表', year: 2023 });
  });

  it.each([
    ['项目支出绩效自评表\n单位：万元', '项目支出绩效自评表', null, '万元'],
    ['项目支出绩效自评表\n（2023年度） 金额单位：万元', '项目支出绩效自评表', 2023, '万元'],
    ['项目支出绩效自评表\n金额单位：元（2023年度）', '项目支出绩效自评表', 2023, '元'],
    ['2023年度项目支出绩效自评表（单位：元）', '2023年度项目支出绩效自评表', 2023, '元'],
    [
      '项目支出绩效自评表\n填报单位：云川县图书馆 单位：万元 填报日期：2023年3月15日',
      '项目支出绩效自评表',
      null,
      '万元',
    ],
    ['项目支出绩效自评表\n填报单位：元谋县图书馆', '项目支出绩效自评表', null, null],
    ['注：金额单位：元\n项目支出绩效自评表', '项目支出绩效自评表', null, null],
  ])('%s', (heading, title, year, currencyUnit) => {
    expect(formsIn(drawnForm({ heading }))[0]).toMatchObject({ title, year, currencyUnit });
  });
});

it.each([
  [drawnForm(), null],
  [drawnForm({ heading: '部门整体支出绩效自评表' }), 'departmentOverallSelfEvaluation'],
  [drawnForm({ heading: '绩效目标申报表' }), 'performanceTargetDeclaration'],
  [
    drawnForm({
      heading: '',
      header: '一级指标 | 二级指标 | 三级指标 | 指标值',
      indicators: '产出指标 | 数量指标 | 完成率 | ≥95%',
      close: '',
    }),
    'performanceTargetDeclaration',
  ],
])('a related form is set aside', (drawing, kind) => {
  expect(formsIn(drawing).map(setAsideKindOf)).toEqual([kind]);
});

describe('a title of two lines on a page', () => {
  const under = (gap: number, ...texts: readonly string[]): (string | number | null)[] => {
    const finder = new FormFinder(DEFAULT_LIMITS);
    const lines = texts.map((text, index) => ({
      text,
      page: 1,
      box: [0, index * (20 + gap), 200, index * (20 + gap) + 20] as [number, number, number, number],
    }));
    finder.add({ lines, cells: [], spansKnown: true });
    const forms = sheetsFrom(drawnForm({ heading: '' })).flatMap((sheet) => finder.add(sheet));
    const [form] = [...forms, ...finder.end()];
    return [form?.title ?? null, form?.year ?? null];
  };

  it.each<[number, string[], (string | number | null)[]]>([
    [5, ['2023年度微型消防站建设项目支出绩效自', '评表'], ['2023年度微型消防站建设项目支出绩效自评表', 2023]],
    [5, ['某某市财政局2023年度', '项目支出绩效自评表'], ['项目支出绩效自评表', 2023]],
    [5, ['某某市财政局2022年度', '项目支出绩效自评表', '（2023年度）'], ['项目支出绩效自评表', 2023]],
    [5, ['2024年1月5日', '项目支出绩效自评表'], ['项目支出绩效自评表', null]],
    [90, ['某某市财政局2023年度', '项目支出绩效自评表'], ['项目支出绩效自评表', null]],
    [5, ['2023年度报告说明了项目支出。', '评表'], [null, null]],
  ])('%i points apart: %j', (gap, texts, expected) => {
    expect(under(gap, ...texts)).toEqual(expected);
  });
});
