import { DuckDBInstance } from '@duckdb/node-api';
import sqlite from 'node-sqlite3-wasm';
import { DATABASE_TABLES, type DatabaseTable, RowNumbers } from '../../src/emit/database/tables.js';
import { rowsOf } from '../../src/schema/tables/form-rows.js';
import type { InputReport } from '../../src/schema/manifest.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { documentFindingRows, type Row } from '../../src/schema/tables/tables.js';

/** Rows of a table as a database gives them: each column as a text, or null. */
type Texts = Readonly<Record<string, string | null>>;
type Reader = (table: DatabaseTable) => Promise<readonly Texts[]> | readonly Texts[];

/** All that differs between the records with their inputs' findings and what a reader gives, as lines; both directions, every column. */
export async function databaseDifferences(
  forms: readonly SelfEvaluation[],
  inputs: readonly Pick<InputReport, 'path' | 'findings'>[],
  read: Reader,
): Promise<string[]> {
  const wanted = wantedRows(forms, inputs);
  const lines: string[] = [];
  for (const table of DATABASE_TABLES) lines.push(...differences(table, wanted[table.name], await read(table)));
  return lines;
}

function wantedRows(forms: readonly SelfEvaluation[], inputs: readonly Pick<InputReport, 'path' | 'findings'>[]) {
  const numbers = new RowNumbers();
  const wanted: Record<DatabaseTable['name'], Row[]> = { projects: [], funds: [], indicators: [], findings: [] };
  for (const form of forms) {
    const rows = numbers.all(rowsOf(form));
    for (const { name } of DATABASE_TABLES) wanted[name].push(...rows[name]);
  }
  for (const { path, findings } of inputs) {
    wanted.findings.push(...numbers.of('findings', documentFindingRows(path, findings)));
  }
  return wanted;
}

function differences(
  { name, columns, primaryKey }: DatabaseTable,
  wanted: readonly Row[],
  got: readonly Texts[],
): string[] {
  const keyOf = (texts: Texts) => primaryKey.map((header) => texts[header]).join('|');
  const texts = wanted.map((row): Texts => {
    return Object.fromEntries(columns.map(({ key, header }) => [header, textOf(row[key])]));
  });
  // Findings of documents stand among the others in the order of the inputs: what counts is that each is there once.
  const contentOf = (one: Texts) => (name === 'findings' ? JSON.stringify({ ...one, row_number: null }) : keyOf(one));
  const found = new Map(got.map((one) => [contentOf(one), one]));
  const count = wanted.length === got.length ? [] : [`${name}: ${wanted.length} rows, found ${got.length}`];
  return [
    ...count,
    ...texts.flatMap((want) => {
      const row = found.get(contentOf(want));
      if (row === undefined) return [`${name} ${keyOf(want)}: missing`];
      const headers = new Set([...Object.keys(want), ...Object.keys(row)]);
      if (name === 'findings') headers.delete('row_number');
      return [...headers].flatMap((header) =>
        want[header] === row[header]
          ? []
          : [`${name} ${keyOf(want)} ${header}: ${String(want[header])} is ${String(row[header])}`],
      );
    }),
  ];
}

function textOf(value: Row[string] | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? plainDecimal(String(value)) : value;
}

/** `1e-7` as 0.0000001, `311.000000` as 311. */
function plainDecimal(text: string): string {
  const {
    sign = '',
    whole = '',
    fraction = '',
    exponent = '0',
  } = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:e(?<exponent>[+-]\d+))?$/.exec(text)?.groups ?? {};
  const shift = Number(exponent);
  const digits = '0'.repeat(Math.max(0, -shift)) + whole + fraction + '0'.repeat(Math.max(0, shift - fraction.length));
  const point = Math.max(0, -shift) + whole.length + shift;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const after = digits.slice(point).replace(/0+$/, '');
  return `${sign}${before === '' ? '0' : before}${after === '' ? '' : `.${after}`}`;
}

/** Reads tables with DuckDB, exactly: decimals as texts. `from`: where a table is, such as read_parquet('…'). */
export async function duckDbReader(path: string, from: (table: DatabaseTable) => string): Promise<Reader> {
  const instance = await DuckDBInstance.create(path, path === ':memory:' ? {} : { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  return async (table) => {
    const columns = table.columns.map(({ header }) => `CAST(${header} AS VARCHAR) AS ${header}`).join(', ');
    const result = await connection.runAndReadAll(`SELECT ${columns} FROM ${from(table)}`);
    const numbers = new Set(
      table.columns.filter(({ databaseType }) => databaseType !== 'text').map(({ header }) => header),
    );
    return result
      .getRowObjectsJson()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row as Texts).map(([header, text]) => [
            header,
            text !== null && numbers.has(header) ? plainDecimal(text) : text,
          ]),
        ),
      );
  };
}

/** Reads tables with SQLite: its numbers are the records' own. */
export function sqliteReader(path: string): Reader {
  return (table) => {
    const database = new sqlite.Database(path, { readOnly: true });
    try {
      return database
        .all(`SELECT * FROM ${table.name}`)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row as Record<string, string | number | bigint | null>).map(([header, value]) => [
              header,
              value === null || typeof value === 'string' ? value : plainDecimal(String(value)),
            ]),
          ),
        );
    } finally {
      database.close();
    }
  };
}
