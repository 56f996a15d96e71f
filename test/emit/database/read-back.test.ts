import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import sqlite from 'node-sqlite3-wasm';
import { databaseDifferences, duckDbReader, sqliteReader } from '../../../scripts/outputs/database-differences.js';
import { openFolderOutput } from '../../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../../src/emit/output/output.js';
import type { SelfEvaluation } from '../../../src/schema/record.js';
import { lastingFolder } from '../../made/folder.js';
import { madeForm } from '../../made/form.js';
import { madeReport } from '../../made/report.js';

const NOTE = { code: 'cell-cut', severity: 'note', path: '', message: 'Cut.', messageZh: '截断。' } as const;
const [INDICATOR] = madeForm(1).indicators;
const FORMS: readonly SelfEvaluation[] = [
  madeForm(1),
  madeForm(2, {
    projectName: "它's; DROP TABLE projects; --",
    year: null,
    currencyUnit: '元',
    funds: madeForm(2).funds.map((row) => ({ ...row, annualBudget: 123_456_789_012.123, executed: 0.1 })),
  }),
  madeForm(3, {
    indicators:
      INDICATOR === undefined ? [] : [{ ...INDICATOR, target: { ...INDICATOR.target, value: 1e-7, valueMax: 5e24 } }],
    findings: [],
  }),
];
const REPORT = madeReport({ forms: 3, findings: [NOTE] });
const PARQUET = (folder: string) => (table: { readonly name: string }) =>
  `read_parquet('${join(folder, `${table.name}.parquet`)}')`;

async function write(folder: string, forms: readonly SelfEvaluation[]): Promise<void> {
  const options = OutputOptions.parse({ formats: ['parquet', 'sqlite', 'duckdb'] });
  const output = openFolderOutput(folder, options, { version: '1', options: {} });
  for (const form of forms) await output.write(form);
  await output.report(REPORT);
  await output.finish({ complete: true });
}

const folder = lastingFolder();
beforeAll(async () => {
  await write(folder, FORMS);
});

async function query(sql: string) {
  const instance = await DuckDBInstance.create(join(folder, 'zipingbiao.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  instance.closeSync();
  return rows;
}

function querySqlite(sql: string) {
  const database = new sqlite.Database(join(folder, 'zipingbiao.sqlite'), { readOnly: true });
  try {
    return database.all(sql);
  } finally {
    database.close();
  }
}

describe('the databases', () => {
  it('hold every value of the records, and nothing else', async () => {
    const readParquet = await duckDbReader(':memory:', PARQUET(folder));
    const readDuckDb = await duckDbReader(join(folder, 'zipingbiao.duckdb'), ({ name }) => name);
    for (const read of [readParquet, readDuckDb, sqliteReader(join(folder, 'zipingbiao.sqlite'))]) {
      expect(await databaseDifferences(FORMS, [REPORT], read)).toEqual([]);
    }
  });

  it('differ from records that differ', async () => {
    const [first = madeForm(1), ...others] = FORMS;
    const other = [{ ...first, totalScore: 99.5, grade: null }, ...others];
    expect(await databaseDifferences(other, [REPORT], sqliteReader(join(folder, 'zipingbiao.sqlite')))).toEqual([
      `projects ${first.id} total_score: 99.5 is 99`,
      `projects ${first.id} grade: null is 优`,
    ]);
  });

  it('have the same views', async () => {
    const [unit] = querySqlite("SELECT * FROM execution_by_unit WHERE currency_unit = '元'");
    expect(unit).toMatchObject({ projects: 1, annual_budget: 123_456_789_012.123, executed: 0.1, execution_rate: 0 });
    const [sameUnit] = await query("SELECT * FROM execution_by_unit WHERE currency_unit = '元'");
    expect(sameUnit).toMatchObject({ annual_budget: '123456789012.123000', executed: '0.100000' });
    const lost = querySqlite('SELECT * FROM lost_points');
    expect(lost).toHaveLength(15);
    expect(lost[0]).toMatchObject({ name: '第1项抽查计划完成率', weight: 15, score: 14.5, lost: 0.5 });
    expect(await query('SELECT * FROM lost_points')).toHaveLength(15);
    expect(querySqlite('SELECT severity, code FROM open_findings')).toEqual([
      { severity: 'error', code: 'score-sum' },
      { severity: 'error', code: 'score-sum' },
    ]);
  });

  it('have keys, checks and comments', async () => {
    expect(querySqlite('PRAGMA foreign_key_check')).toEqual([]);
    expect(querySqlite("SELECT name FROM pragma_table_info('funds') WHERE pk > 0")).toEqual([
      { name: 'row_number' },
      { name: 'id' },
    ]);
    const [column] = await query(
      "SELECT data_type, comment FROM duckdb_columns() WHERE table_name = 'funds' AND column_name = 'executed'",
    );
    expect(column).toEqual({
      data_type: 'DECIMAL(18,6)',
      comment: '全年执行数. Executed. In the form’s own currency unit.',
    });
  });

  it('tell of a number that no decimal holds exactly, and leave it out', async () => {
    const own = lastingFolder();
    const total = madeForm(4).funds.map((row) => ({ ...row, executed: 0.123_456_78 }));
    await write(own, [madeForm(4, { funds: total, findings: [] })]);
    const read = await duckDbReader(':memory:', PARQUET(own));
    const differences = await databaseDifferences([madeForm(4, { funds: total, findings: [] })], [REPORT], read);
    expect(differences.filter((line) => line.includes('executed'))).toHaveLength(5);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const found = await connection.runAndReadAll(
      `SELECT code, value FROM ${PARQUET(own)({ name: 'findings' })} WHERE code = 'decimal-range'`,
    );
    expect(found.getRowObjectsJson()).toEqual(
      Array.from({ length: 5 }, () => ({ code: 'decimal-range', value: '0.12345678' })),
    );
  });
});
