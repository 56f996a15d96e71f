import { DATABASE_TABLES, type DatabaseColumn, type DatabaseTable, type DatabaseType } from './tables.js';

export type Dialect = 'sqlite' | 'duckdb';

/** The statements that make the tables with their keys and checks. */
export function createTables(dialect: Dialect): string[] {
  return DATABASE_TABLES.map((table) => createTable(table, dialect));
}

/** The statements that make the indexes beyond those of the keys: of SQLite alone, as DuckDB scans columns faster. */
export function createIndexes(): string[] {
  return [
    'CREATE INDEX projects_by_unit ON projects (implementing_unit, year)',
    'CREATE INDEX findings_by_project ON findings (id)',
    'CREATE INDEX findings_by_code ON findings (code, severity)',
  ];
}

/** What DuckDB keeps with each table and column. SQLite keeps the statements themselves, with their comments. */
export function comments(): string[] {
  return DATABASE_TABLES.flatMap(({ name, description, columns }) => [
    `COMMENT ON TABLE ${name} IS ${quoted(description)}`,
    ...columns.map((column) => `COMMENT ON COLUMN ${name}.${column.header} IS ${quoted(wordsOf(column))}`),
  ]);
}

export function insertInto({ name, columns }: DatabaseTable): string {
  return `INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`;
}

/** A text as SQL has it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `项目名称. Project. …` */
export function wordsOf({ titleZh, title, description }: DatabaseColumn): string {
  return [titleZh, title, description].filter((words) => words !== undefined).join('. ');
}

function createTable(
  { name, description, columns, primaryKey, refersToProject }: DatabaseTable,
  dialect: Dialect,
): string {
  const definitions = columns.map((column) => [definition(column, dialect), wordsOf(column)] as const);
  const constraints = [
    `PRIMARY KEY (${primaryKey.join(', ')})`,
    ...(refersToProject ? ['FOREIGN KEY (id) REFERENCES projects (id)'] : []),
  ];
  const lines = [
    ...definitions.map(([text, words]) => `  ${text}, -- ${words}`),
    ...constraints.map((text, index) => `  ${text}${index < constraints.length - 1 ? ',' : ''}`),
  ];
  return `CREATE TABLE ${name} ( -- ${description}\n${lines.join('\n')}\n)`;
}

function definition({ header, databaseType, nullable, values }: DatabaseColumn, dialect: Dialect): string {
  const check = values === undefined ? '' : ` CHECK (${header} IN (${values.map(quoted).join(', ')}))`;
  return `${header} ${typeName(databaseType, dialect)}${nullable ? '' : ' NOT NULL'}${check}`;
}

/** SQLite has no exact decimals: the name gives the column numeric affinity, and tells a person what it is. */
function typeName(type: DatabaseType, dialect: Dialect): string {
  if (type === 'text') return dialect === 'sqlite' ? 'TEXT' : 'VARCHAR';
  if (type === 'integer') return dialect === 'sqlite' ? 'INTEGER' : 'BIGINT';
  return `DECIMAL(${type.precision}, ${type.scale})`;
}
