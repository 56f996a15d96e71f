import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  FindingRow,
  findingRows,
  FundsRow,
  fundsRows,
  IndicatorRow,
  indicatorRows,
  ProjectRow,
  projectRow,
  TABLES,
} from '../../../src/schema/tables/tables.js';
import { madeForm } from '../../made/form.js';

const FORM = madeForm(3, { source: { ...madeForm(3).source, pages: [5, 6] } });

describe('columnsOf', () => {
  it.each(Object.values(TABLES))('gives $name headers that are unique in both languages', (table) => {
    const columns = columnsOf(table);
    expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
    expect(new Set(columns.map(({ titleZh }) => titleZh)).size).toBe(columns.length);
    for (const { header, titleZh } of columns)
      expect(`${header} ${titleZh}`).toMatch(/^[a-z][a-z0-9_]* .*\p{Script=Han}/u);
  });

  it('derives type, words and constraints from the schema', () => {
    expect(columnsOf(TABLES.projects).find(({ key }) => key === 'totalFundsExecutionRate')).toEqual({
      key: 'totalFundsExecutionRate',
      header: 'total_funds_execution_rate',
      title: 'Total funds: execution rate (%)',
      titleZh: '年度资金总额·执行率(%)',
      description: 'Per cent, as printed.',
      type: 'number',
      nullable: true,
    });
  });
});

describe('rows', () => {
  it('fit their schemas, key for key', () => {
    const rows = [
      { schema: ProjectRow, row: projectRow(FORM) },
      ...fundsRows(FORM).map((row) => ({ schema: FundsRow, row })),
      ...indicatorRows(FORM).map((row) => ({ schema: IndicatorRow, row })),
      ...findingRows(FORM).map((row) => ({ schema: FindingRow, row })),
    ];
    expect(rows).toHaveLength(1 + 4 + 7 + 1);
    for (const { schema, row } of rows) {
      expect(schema.strict().parse(row)).toEqual(row);
      expect(Object.keys(row)).toEqual(Object.keys(schema.shape));
    }
  });

  it('say what the form says', () => {
    expect(projectRow(FORM)).toMatchObject({
      id: FORM.id,
      totalFundsAnnualBudget: 311.5,
      indicatorCount: 7,
      errorCount: 1,
      warningCount: 0,
      sourceOrdinal: 3,
      pages: '5;6',
    });
    expect(indicatorRows(FORM)[0]).toMatchObject({
      ordinal: 1,
      target: '=100.00(%)',
      targetOperator: '=',
      targetValue: 100,
      targetValueMax: null,
      actual: '100.00(%)',
      score: 14.5,
    });
  });

  it('show what was read where a finding points', () => {
    const finding = (path: string) => ({ code: 'x', severity: 'note' as const, path, message: 'm', messageZh: '说' });
    const evidence = { totalScore: { text: '99.O0', page: null, box: null, confidence: null, proof: [] } };
    const findings = ['totalScore', 'grade', 'indicators[6].score', 'indicators', ''].map(finding);
    expect(findingRows(madeForm(1, { findings, evidence })).map(({ value }) => value)).toEqual([
      '99.O0',
      '优',
      '14.5',
      null,
      null,
    ]);
  });
});
