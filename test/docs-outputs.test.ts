import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import sqlite from 'node-sqlite3-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeFormats } from '../src/emit/output/write-formats.js';
import { filesIn, lastingFolder } from './made/folder.js';
import { madeForm } from './made/form.js';

const TEXT = readFileSync(join(import.meta.dirname, '../docs/outputs.md'), 'utf8');
const INDEX = pathToFileURL(join(import.meta.dirname, '../src/index.ts')).href;

/** The snippets that stand under a word such as `sql duckdb`. */
const snippets = (word: string) =>
  [...TEXT.matchAll(/^```(?<word>[^\n]+)\n(?<code>.*?)^```$/gms)].flatMap(({ groups }) =>
    groups?.['word'] === word ? [groups['code'] ?? ''] : [],
  );

const folder = lastingFolder();
const output = join(folder, 'output');
beforeAll(async () => {
  const slow = madeForm(2).funds.map((row) => ({ ...row, executed: 100 }));
  const repairs = [{ code: 'heading-joined', path: 'indicators[0].level2', before: '数量 指标', after: '数量指标' }];
  const forms = [madeForm(1, { repairs }), madeForm(2, { funds: slow })];
  await writeFormats(forms, output, { formats: ['jsonl', 'parquet', 'sqlite', 'duckdb'] });
});

describe('docs/outputs.md', () => {
  it('has snippets for each tool', () => {
    expect(['sql duckdb', 'sql sqlite', 'js run', 'python', 'r'].map((word) => snippets(word).length)).toEqual([
      4, 2, 1, 3, 1,
    ]);
  });

  it.each(snippets('sql duckdb'))('runs in DuckDB: %s', async (code) => {
    const instance = await DuckDBInstance.create(join(output, 'zipingbiao.duckdb'), { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    const result = await connection.runAndReadAll(code.replaceAll("'output/", `'${output}/`));
    expect(result.getRows().length).toBeGreaterThan(0);
    instance.closeSync();
  });

  it.each(snippets('sql sqlite'))('runs in SQLite: %s', (code) => {
    const database = new sqlite.Database(join(output, 'zipingbiao.sqlite'), { readOnly: true });
    try {
      expect(database.all(code).length).toBeGreaterThan(0);
    } finally {
      database.close();
    }
  });

  it.each(snippets('js run'))('runs in Node: %s', (code) => {
    writeFileSync(join(folder, 'snippet.mjs'), code.replaceAll("'zipingbiao'", `'${INDEX}'`));
    const tsx = pathToFileURL(join(import.meta.dirname, '../node_modules/tsx/dist/loader.mjs')).href;
    const { status, stderr } = spawnSync(process.execPath, ['--import', tsx, 'snippet.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(filesIn(join(folder, 'again'))).toEqual(
      expect.arrayContaining(['report.html', 'zipingbiao.sqlite', 'zipingbiao.xlsx', 'projects.parquet']),
    );
  });

  const hasPandas = spawnSync('python3', ['-c', 'import pandas, pyarrow']).status === 0;
  it.skipIf(!hasPandas).each(snippets('python').slice(0, 1))('runs in pandas: %s', (code) => {
    expect(spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
  });
});
