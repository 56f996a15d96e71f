import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvText, openCsvTable } from '../../src/emit/csv.js';
import type { CsvOptions } from '../../src/emit/csv-options.js';
import { readCsv } from '../../src/emit/read-csv.js';
import { createStagedFile } from '../../src/emit/files/staged-file.js';
import { columnsOf, fundsRows, TABLES } from '../../src/schema/tables/tables.js';
import { madeFolder, textOf } from '../made/folder.js';
import { madeForm } from '../made/form.js';

const SPREADSHEET: CsvOptions = { csv: 'spreadsheet', headers: 'snake' };
const PLAIN: CsvOptions = { csv: 'plain', headers: 'snake' };
const [row] = fundsRows(madeForm(1));
const rowWith = (fields: object) => ({ ...row, ...fields }) as Record<string, string | number | null>;

describe('csvText', () => {
  it('writes a mark, headers, guarded texts and plain numbers for spreadsheets', async () => {
    const text = await csvText(
      TABLES.funds,
      [rowWith({ id: '12345678901e-003', projectName: '=1+1', label: 'a,"b"\n-c', score: -5 })],
      SPREADSHEET,
    );
    expect(text).toBe(
      '\uFEFFid,project_name,kind,label,initial_budget,annual_budget,executed,weight,execution_rate,score,form_kind\r\n' +
        '\'12345678901e-003,\'=1+1,total,"a,""b""\n-c",311,311.5,311.5,10,100,-5,projectSelfEvaluation\r\n',
    );
  });

  it('writes neither mark nor guard where it is to be plain', async () => {
    const text = await csvText(TABLES.funds, [rowWith({ projectName: '=1+1' })], PLAIN);
    expect(text.split('\r\n')[0]).toMatch(/^id,project_name,/);
    expect(text).toContain(',=1+1,total,');
  });

  it('gives the form’s own words as headers', async () => {
    expect(await csvText(TABLES.funds, [], { csv: 'plain', headers: 'zh' })).toBe(
      '编号,项目名称,资金类别,资金名称,年初预算数,全年预算数,全年执行数,分值,执行率(%),得分,表的类型\r\n',
    );
  });

  it('shows a NUL, which a CSV file can’t hold', async () => {
    expect(await csvText(TABLES.funds, [rowWith({ label: 'a\0b' })], PLAIN)).toContain(',a\uFFFDb,');
  });

  it.each([SPREADSHEET, PLAIN])('gives every text again when it is read: %o', async (options) => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('"', ',', '\n', '\r', "'", '=', ' ', '|'), fc.string({ unit: 'grapheme' })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text.filter((label) => !label.includes('\0'))), async (labels) => {
        const rows = labels.map((label) => rowWith({ label }));
        expect(await readCsv(TABLES.funds, await csvText(TABLES.funds, rows, options), options)).toEqual(rows);
      }),
    );
  });
});

describe('readCsv', () => {
  it('refuses other headers and rows that do not fit', async () => {
    await expect(readCsv(TABLES.funds, 'a,b\r\n', PLAIN)).rejects.toThrow('expected the columns id,project_name');
    const text = await csvText(TABLES.funds, [rowWith({ kind: 'gift' })], PLAIN);
    await expect(readCsv(TABLES.funds, text, PLAIN)).rejects.toThrow('kind');
  });
});

describe('openCsvTable', () => {
  it('gives an empty table its mark and headers', async () => {
    const path = join(madeFolder(), 'findings.csv');
    await openCsvTable(createStagedFile(path), TABLES.findings, SPREADSHEET).close();
    expect(textOf(path)).toBe(
      `\uFEFF${columnsOf(TABLES.findings)
        .map(({ header }) => header)
        .join()}\r\n`,
    );
  });

  it('keeps the order of many rows', async () => {
    const path = join(madeFolder(), 'funds.csv');
    const table = openCsvTable(createStagedFile(path), TABLES.funds, PLAIN);
    for (let score = 0; score < 20_000; score++) await table.write(rowWith({ score }));
    await table.close();
    const scores = (await readCsv(TABLES.funds, textOf(path), PLAIN)).map((read) => read.score);
    expect(scores).toEqual(Array.from({ length: 20_000 }, (_, index) => index));
  });
});
