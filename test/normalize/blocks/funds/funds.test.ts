import { describe, expect, it } from 'vitest';
import { drawnForm } from '../../../made/drawn-form.js';
import { normalized, recordOf } from '../../../made/normalized.js';
import { scannedSheets } from '../../../made/scanned.js';
import { sheetsFrom } from '../../../made/sheets.js';
import type { Sheet } from '../../../../src/schema/sheet.js';

/** Funds rows as `kind label: initial annual executed weight rate score`. */
async function read(funds: string): Promise<string[]> {
  const record = await recordOf(drawnForm({ funds }));
  return record.funds.map(
    ({ kind, label, initialBudget, annualBudget, executed, weight, executionRate, score }) =>
      `${kind} ${label}: ${[initialBudget, annualBudget, executed, weight, executionRate, score].map((cell) => cell ?? '-').join(' ')}`,
  );
}

describe('the funds block', () => {
  it.each([
    [
      'rows one to the right of their header',
      `项目资金 (万元) | | 年初预算数 | 全年预算数 | 全年执行数 | 分数 | 执行率(%) | 得分
       | 年度资金总额: | | 311.00 | 311.00 | 300.00 | 10.00 | 96.46 | 9.64`,
      ['total 年度资金总额: 311 311 300 10 96.46 9.64'],
    ],
    [
      'columns of other issuers',
      `项目资金（元） | | 年初预算 | 调整后预算数 | 预算执行数 | 执行率 | 权重 | 得分 | 原因
       | 资金总额 | 1,200,000.00 | 1,100,000.00 | 1,000,000.00 | 90.9% | 10 | 9.09 | 结余`,
      ['total 资金总额: 1200000 1100000 1000000 10 90.9 9.09'],
    ],
    [
      'letters in the header',
      `项目资金（万元） | | 预算数(A) | 执行数(B) | 分值 | 执行率(B/A) | 得分
       | 年度资金总额 | 26.00 | 24.78 | 10 | 95.30% | 9.53`,
      ['total 年度资金总额: - 26 24.78 10 95.3 9.53'],
    ],
    [
      'rows beyond the four kinds',
      `项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
       | 年度资金总额 | 6 | 6 | 6 | 10 | 100% | 10
       | 中央补助 | 1 | 1 | 1 | - | - | -
       | 财政专户管理资金 | 2 | 2 | 2 | - | - | -
       | 单位资金 | 3 | 3 | 3 | - | - | -`,
      [
        'total 年度资金总额: 6 6 6 10 100 10',
        'subsidy 中央补助: 1 1 1 - - -',
        'specialAccount 财政专户管理资金: 2 2 2 - - -',
        'ownFunds 单位资金: 3 3 3 - - -',
      ],
    ],
    [
      'a weight that stands only in a heading',
      `预算执行情况（20分） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分
       | 年度资金总额 | 26.00 | 26.00 | 24.78 | 95.30% | 19.06`,
      ['total 年度资金总额: 26 26 24.78 20 95.3 19.06'],
    ],
    [
      '其中 without its colon',
      `项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
       | 年度资金总额 | 6 | 6 | 6 | 10 | 100% | 10
       | 其中当年财政拨款 | 6 | 6 | 6 | - | 100% | -`,
      ['total 年度资金总额: 6 6 6 10 100 10', 'currentYearAppropriation 当年财政拨款: 6 6 6 - 100 -'],
    ],
    [
      'marks that a reader took for a colon',
      `项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
       | 年度资金总额. | 6 | 6 | 6 | 10 | 100% | 10
       | 其中．当年财政拨款 | 6 | 6 | 6 | - | 100% | -`,
      ['total 年度资金总额: 6 6 6 10 100 10', 'currentYearAppropriation 当年财政拨款: 6 6 6 - 100 -'],
    ],
  ])('%s', async (_, drawing, expected) => {
    expect(await read(drawing)).toEqual(expected);
  });

  it.each([
    ['项目资金（元）', '元'],
    ['项目资金（万元）', '万元'],
    ['项目资金', null],
  ])('%s states its unit: %s', async (head, unit) => {
    const funds = `${head} | | 年初预算数 | 全年预算数 | 全年执行数\n | 年度资金总额 | 6 | 6 | 6`;
    expect((await recordOf(drawnForm({ funds }))).currencyUnit).toBe(unit);
  });

  it('a digit’s lookalike is read, and the repair is recorded', async () => {
    const funds = `项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数\n | 年度资金总额 | 1O.00 | 10.00 | 10.00`;
    const { funds: rows, repairs } = await recordOf(drawnForm({ funds }));
    expect(rows[0]?.initialBudget).toBe(10);
    expect(repairs).toContainEqual({
      code: 'digit-lookalike',
      path: 'funds[0].initialBudget',
      before: '1O.00',
      after: '10.00',
    });
  });
});

describe('a funds row of a scan', () => {
  it('has its label apart from the number of a column whose rule was not seen', async () => {
    const funds = `项目资金（万元） {3x1} | 年初预算数 {1x3} | | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
       | 年度资金总额129.79 {1x3} | | | 129.79 | 120.15 | 10.00 | 92.57 | 9.25
       | 其中：当年财政拨款129.79 {1x3} | | | 129.79 | 120.15 | - | 92.57 | -`;
    const [form] = await normalized(scannedSheets(drawnForm({ funds })));
    expect(form).toMatchObject({
      record: {
        funds: [
          { kind: 'total', label: '年度资金总额', initialBudget: 129.79, annualBudget: 129.79 },
          { kind: 'currentYearAppropriation', label: '当年财政拨款', initialBudget: 129.79, annualBudget: 129.79 },
        ],
      },
    });
  });
});

it('a first amount that was read badly is none, and said to be; it is no label', async () => {
  const record = await recordOf(drawnForm().replace('129.79', '12 9.7.9'));
  expect(record.funds[0]).toMatchObject({ label: '年度资金总额', initialBudget: null, annualBudget: 129.79 });
  expect(record.findings).toContainEqual(
    expect.objectContaining({ code: 'not-a-number', path: 'funds[0].initialBudget' }),
  );
});

describe('a funds row with an unknown label', () => {
  const head = '项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数';
  const block = (...labels: string[]) => [head, ...labels.map((label) => ` | ${label} | 6 | 6 | 6`)].join('\n');
  const saidOf = async (sheets: readonly Sheet[]) => {
    const [form] = await normalized(sheets);
    const findings = form?.type === 'form' ? form.record.findings : [];
    const found = findings.filter(({ code }) => code === 'funds-row-unknown');
    return found.map(({ severity, path }) => `${severity} ${path}`);
  };
  const ofScan = (...labels: string[]) => saidOf(scannedSheets(drawnForm({ funds: block(...labels) })));
  const ofText = (...labels: string[]) => saidOf(sheetsFrom(drawnForm({ funds: block(...labels) })));

  it('may be misread: the whole block is to be looked at', async () => {
    expect(await ofScan('年度资金总额', '当年财政抜款')).toEqual(['warning funds']);
    expect(await ofText('年度资金总额', '当年财政抜款')).toEqual(['warning funds']);
  });

  it('is as printed in a PDF: its kind alone is not known', async () => {
    const printed = sheetsFrom(drawnForm({ funds: block('年度资金总额', '对口支援') })).map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, reading: 'glyphs' as const })),
    }));
    expect(await saidOf(printed)).toEqual(['note funds[1].label']);
  });

  it('is the total where it is the first one and no other is', async () => {
    expect(await ofScan('年度资全总领', '当年财政拨款')).toEqual([]);
    expect(await ofScan('当年财政抜款', '上年结转资金')).toEqual(['warning funds']);
    const funds = block('当年财政抜款', '年度资金总额');
    expect(await ofScan('当年财政抜款', '年度资金总额')).toEqual(['warning funds']);
    expect((await recordOf(drawnForm({ funds }))).funds.map(({ kind }) => kind)).toEqual(['unclassified', 'total']);
  });

  it('is none that is known, however many labels it has', async () => {
    expect(await ofScan('年度资金总额', '当年财政拨款', '政府性基金')).toEqual([]);
  });
});

describe('a funds column whose header is not known', () => {
  const said = async (header: string) => {
    const funds = `项目资金（万元） | | 年初预算数 | 全年预算数 | ${header}\n | 年度资金总额 | 6 | 6 | 5\n | 当年财政拨款 | 6 | 6 | 5`;
    const { findings } = await recordOf(drawnForm({ funds }));
    return findings.flatMap(({ code, severity, path }) =>
      code === 'number-without-column' ? [`${severity} ${path}`] : [],
    );
  };

  it('is said of each of its rows where a column that every form has is missing', async () => {
    expect(await said('全行数')).toEqual(['warning funds[0]', 'warning funds[1]']);
  });

  it('is none where all of them are there, or its name is known', async () => {
    expect(await said('全年执行数 | 批复文号')).toEqual([]);
    expect(await said('备注')).toEqual([]);
  });
});

it('a text that is no number under a blank head makes its row unsure', async () => {
  const funds = `项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值 |
     | 年度资金总额 | 20 | 20 | 19 | 95% | 10 | 9.5
     | 当年财政拨款 | 20 | 20 | 19 | 95% | | 得分`;
  const { findings } = await recordOf(drawnForm({ funds }));
  expect(findings).toContainEqual(expect.objectContaining({ code: 'row-unsure', path: 'funds[1]' }));
});

it('a block that is moved by a head in the wrong place is told, though its rate is near the one of other amounts', async () => {
  const funds = `得分 | | 年初预算数 | 全年预算数 | 全年执行数 | 分数 | 执行率(%) | 项目资金 (万元)
     | 年度资金总额: | 129.79 | 129.79 | 120.15 | 10.00 | 92.57 | 9.25
     | 其中: 当年财政拨款 | 129.79 | 129.79 | 120.15 | - | 92.57 | -`;
  const { findings } = await recordOf(drawnForm({ funds }));
  expect(findings).toContainEqual(expect.objectContaining({ code: 'row-unsure', path: 'funds' }));
});
