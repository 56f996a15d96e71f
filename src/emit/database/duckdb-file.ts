import { createRequire } from 'node:module';
import { z } from 'zod';
import { OutputError } from '../files/output-error.js';
import { comments, createTables, quoted } from './sql.js';
import { DATABASE_TABLES } from './tables.js';
import { createViews } from './views.js';

/** The code of the error that the package is missing. */
const NO_DUCKDB = 'NO_DUCKDB';

const PACKAGE = '@duckdb/node-api';

/** DuckDB takes most of a computer's memory otherwise. One thread keeps the rows in their order. */
const CONFIG = { memory_limit: '48MB', threads: '1', autoinstall_known_extensions: 'false' };

/** Throws an `OutputError` (code {@link NO_DUCKDB}) that says how to get the package where it is missing. */
export function wantDuckDb(place: string): void {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    const message = `DuckDB files need the package ${PACKAGE} (70 MB): npm install ${PACKAGE}`;
    throw new OutputError(place, Object.assign(new Error(message), { code: NO_DUCKDB }));
  }
}

export const DuckDbTask = z.object({
  type: z.literal('duckdb'),
  /** The tables' Parquet files, in the order of {@link DATABASE_TABLES}. */
  parquet: z.array(z.string()),
  /** The database's path, where nothing is yet. */
  to: z.string(),
});
export type DuckDbTask = z.infer<typeof DuckDbTask>;

/** Makes a DuckDB database of the tables' Parquet files. Native code that holds 200 MB: let a child process do it (maker/). */
export async function createDuckDbFile({ parquet, to }: DuckDbTask): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(to, CONFIG);
  try {
    const connection = await instance.connect();
    for (const statement of createTables('duckdb')) await connection.run(statement);
    for (const [index, { name }] of DATABASE_TABLES.entries()) {
      await connection.run(`INSERT INTO ${name} SELECT * FROM read_parquet(${quoted(parquet[index] ?? '')})`);
    }
    for (const statement of [...createViews(), ...comments(), 'CHECKPOINT']) await connection.run(statement);
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}
