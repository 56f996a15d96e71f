import { describe, expect, it } from 'vitest';
import { dataPackage } from '../../src/emit/datapackage.js';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly titleZh: string;
  readonly constraints: { readonly required: boolean; readonly pattern?: string; readonly enum?: string[] };
}
interface Package {
  readonly resources: {
    name: string;
    path: string;
    encoding: string;
    schema: { fields: Field[]; foreignKeys?: unknown };
  }[];
}

const read = (csv: 'spreadsheet' | 'plain', headers: 'snake' | 'zh') =>
  JSON.parse(dataPackage('1.2.3', { csv, headers })) as Package;
const fieldsOf = (described: Package, table: string) =>
  described.resources.find(({ name }) => name === table)?.schema.fields ?? [];

describe('dataPackage', () => {
  it('describes the four files', () => {
    expect(read('spreadsheet', 'snake').resources.map(({ path, encoding }) => [path, encoding])).toEqual([
      ['projects.csv', 'utf-8'],
      ['funds.csv', 'utf-8'],
      ['indicators.csv', 'utf-8'],
      ['findings.csv', 'utf-8'],
    ]);
  });

  it('gives each field its type and its titles in both languages', () => {
    expect(fieldsOf(read('plain', 'snake'), 'indicators').find(({ name }) => name === 'target_value')).toMatchObject({
      type: 'number',
      title: 'Target: value',
      titleZh: '年度指标值·数值',
      constraints: { required: false },
    });
  });

  it('names the fields as the headers are named', () => {
    expect(fieldsOf(read('plain', 'zh'), 'funds').map(({ name }) => name)).toContain('年初预算数');
  });

  it('allows what stands in the file: guarded values in a guarded one', () => {
    const operators = (csv: 'spreadsheet' | 'plain') =>
      fieldsOf(read(csv, 'snake'), 'indicators').find(({ name }) => name === 'target_operator')?.constraints.enum;
    expect(operators('spreadsheet')).toEqual(["'=", '≥', '>', '≤', '<']);
    expect(operators('plain')).toEqual(['=', '≥', '>', '≤', '<']);
    const id = fieldsOf(read('spreadsheet', 'snake'), 'projects')[0]?.constraints.pattern ?? '';
    expect("'12345678901e-003").toMatch(new RegExp(id));
  });
});
