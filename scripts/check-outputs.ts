/**
 * Compares what a run wrote with its records: `npx tsx scripts/check-outputs.ts <output folder>`. The folder needs projects.jsonl; every
 * other format that stands there is read back by another program and compared value by value. Ends with 1 where anything differs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest } from '../src/schema/manifest.js';
import { SelfEvaluation } from '../src/schema/record.js';
import { databaseDifferences, duckDbReader, sqliteReader } from './outputs/database-differences.js';
import { HAS_LIBREOFFICE, sheetsOf } from './outputs/libreoffice.js';
import { workbookDifferences } from './outputs/workbook-differences.js';

const SHOWN = 20;

const folder = process.argv[2] ?? 'output';
const forms = readFileSync(join(folder, 'projects.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => SelfEvaluation.parse(JSON.parse(line)));
const { inputs } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
console.log(`${forms.length} forms`);

const workbook = join(folder, 'zipingbiao.xlsx');
if (existsSync(workbook) && HAS_LIBREOFFICE)
  say('xlsx, by LibreOffice', workbookDifferences(forms, inputs, await sheetsOf(workbook)));

const parquet = ({ name }: { readonly name: string }) => `read_parquet('${join(folder, `${name}.parquet`)}')`;
if (existsSync(join(folder, 'projects.parquet'))) {
  const read = await duckDbReader(':memory:', parquet);
  say('parquet, by DuckDB', await databaseDifferences(forms, inputs, read));
}
const sqlite = join(folder, 'zipingbiao.sqlite');
if (existsSync(sqlite)) say('sqlite, by SQLite', await databaseDifferences(forms, inputs, sqliteReader(sqlite)));
const duckdb = join(folder, 'zipingbiao.duckdb');
if (existsSync(duckdb)) {
  const read = await duckDbReader(duckdb, ({ name }) => name);
  say('duckdb, by DuckDB', await databaseDifferences(forms, inputs, read));
}

function say(what: string, differences: readonly string[]): void {
  console.log(`${what}: ${differences.length} differences`);
  for (const line of differences.slice(0, SHOWN)) console.log(`  ${line}`);
  if (differences.length > 0) process.exitCode = 1;
}
