import { createRequire } from 'node:module';
import type { TableName } from '../../schema/form-rows.js';
import { OutputError } from '../output-error.js';
import { comments, createTables, quoted } from './sql.js';
import { DATABASE_TABLES } from './tables.js';
import { createViews } from './views.js';

/** The code of the error that the package is missing. */
const NO_DUCKDB = 'NO_DUCKDB';

const PACKAGE = '@duckdb/node-api';

/** DuckDB takes most of a computer's memory otherwise. One thread keeps the rows in their order. */
const CONFIG = { memory_limit: '128MB', threads: '1', autoinstall_known_extensions: 'false' };

/** Throws an `OutputError` (code {@link NO_DUCKDB}) that says how to get the package where it is missing. */
export function wantDuckDb(place: string): void {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    const message = `DuckDB files need the package ${PACKAGE} (70 MB): npm install ${PACKAGE}`;
    throw new OutputError(place, Object.assign(new Error(message), { code: NO_DUCKDB }));
  }
}

/** Makes a DuckDB database of the tables' Parquet files at a path where nothing is yet. */
export async function createDuckDbFile(path: string, parquetOf: (name: TableName) => string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(path, CONFIG);
  try {
    const connection = await instance.connect();
    for (const statement of createTables('duckdb')) await connection.run(statement);
    for (const { name } of DATABASE_TABLES) {
      await connection.run(`INSERT INTO ${name} SELECT * FROM read_parquet(${quoted(parquetOf(name))})`);
    }
    for (const statement of [...createViews(), ...comments(), 'CHECKPOINT']) await connection.run(statement);
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}
