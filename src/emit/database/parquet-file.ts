import { type ColumnSource, fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Row } from '../../schema/tables/tables.js';
import { unscaled } from './decimal.js';
import { wordsOf } from './sql.js';
import type { DatabaseColumn, DatabaseTable } from './tables.js';

/** Rows that wait in memory before they are written: enough that columns compress well, few enough for tens of megabytes. */
const ROW_GROUP = 4_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** A Parquet file while it is filled. */
export interface ParquetFile {
  append(rows: readonly Row[]): void;
  finish(): void;
}

/** Begins a table's Parquet file: types as the database has them, a column's words under `zipingbiao:<column>` in its metadata. */
export function createParquetFile(path: string, table: DatabaseTable, version: string): ParquetFile {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [{ name: 'root', num_children: table.columns.length }, ...table.columns.map(elementOf)],
    kvMetadata: [
      { key: 'zipingbiao', value: table.description },
      ...table.columns.map((column) => ({ key: `zipingbiao:${column.header}`, value: wordsOf(column) })),
    ],
    createdBy: `zipingbiao version ${version}`,
  });
  let waiting: Row[] = [];
  const writeGroup = () => {
    if (waiting.length > 0) {
      void writer.write({
        columnData: table.columns.map((column) => dataOf(column, waiting)),
        rowGroupSize: ROW_GROUP,
      });
    }
    waiting = [];
  };
  return {
    append(rows) {
      for (const row of rows) waiting.push(row);
      if (waiting.length >= ROW_GROUP) writeGroup();
    },
    finish() {
      writeGroup();
      void writer.finish();
    },
  };
}

/** Bytes of a decimal of 38 digits. */
const LONG_DECIMAL_BYTES = 16;
/** So many digits fit into 64 bits. */
const SHORT_DIGITS = 18;

function elementOf({ header, databaseType, nullable }: DatabaseColumn): SchemaElement {
  const common = { name: header, repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED' } as const;
  if (databaseType === 'text') return { ...common, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  if (databaseType === 'integer') return { ...common, type: 'INT64' };
  const decimal = { ...common, converted_type: 'DECIMAL', ...databaseType } as const;
  return databaseType.precision <= SHORT_DIGITS
    ? { ...decimal, type: 'INT64' }
    : { ...decimal, type: 'FIXED_LEN_BYTE_ARRAY', type_length: LONG_DECIMAL_BYTES };
}

function dataOf({ key, header, databaseType }: DatabaseColumn, rows: readonly Row[]): ColumnSource {
  return {
    name: header,
    data: rows.map((row) => {
      const value = row[key] ?? null;
      if (typeof value !== 'number') return value;
      return databaseType === 'integer' || databaseType === 'text' ? BigInt(value) : unscaled(value, databaseType);
    }),
  };
}
