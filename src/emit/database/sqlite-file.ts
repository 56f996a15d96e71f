import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type sqlite from 'node-sqlite3-wasm';
import type { TableName } from '../../schema/tables/form-rows.js';
import type { Row, Scalar } from '../../schema/tables/tables.js';
import { createIndexes, createTables, insertInto } from './sql.js';
import { DATABASE_TABLES } from './tables.js';
import { createViews } from './views.js';

/** SQLite's engine is loaded by who writes a database: it takes longer than the rest of the program's start. */
const load = createRequire(import.meta.url);

/** A SQLite database while it is filled. */
export interface SqliteFile {
  insert(table: TableName, rows: readonly Row[]): void;
  /** Makes indexes and views, and closes the file. */
  finish(): void;
  /** Closes the file as it is. */
  abandon(): void;
}

/**
 * Begins a SQLite database at a path where nothing is yet. It is filled in one transaction without a journal: whoever is to see the
 * file whole or not at all puts it in place afterwards.
 */
export function createSqliteFile(path: string): SqliteFile {
  writeFileSync(path, '', { flag: 'wx' }); // with the usual permissions: SQLite's own are the owner's alone
  const { Database } = load('node-sqlite3-wasm') as typeof sqlite;
  const database = new Database(path);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA encoding = "UTF-8"');
  for (const statement of createTables('sqlite')) database.exec(statement);
  database.exec('BEGIN');
  const inserts = new Map(
    DATABASE_TABLES.map((table) => [
      table.name,
      { keys: table.columns.map(({ key }) => key), statement: database.prepare(insertInto(table)) },
    ]),
  );
  const close = () => {
    for (const { statement } of inserts.values()) statement.finalize();
    database.close();
  };
  return {
    insert(table, rows) {
      const insert = inserts.get(table);
      for (const row of rows) insert?.statement.run(insert.keys.map((key) => sqliteValue(row[key] ?? null)));
    },
    finish() {
      database.exec('COMMIT');
      for (const statement of [...createIndexes(), ...createViews()]) database.exec(statement);
      database.exec('ANALYZE');
      close();
    },
    abandon: close,
  };
}

/** SQLite's texts end at NUL: U+FFFD stands for it, as in the CSV files. */
function sqliteValue(value: Scalar): Scalar {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}
