import type { Format } from '../format.js';
import { CSV } from '../formats/csv.js';
import { DUCKDB } from '../formats/duckdb.js';
import { JSON_FILES } from '../formats/json.js';
import { JSONL } from '../formats/jsonl.js';
import { PARQUET } from '../formats/parquet.js';
import { REPORT } from '../formats/report.js';
import { SQLITE } from '../formats/sqlite.js';
import { XLSX } from '../formats/xlsx.js';

/** All formats, by the names that `--format` takes. A new one is a file in formats/ and a line here. */
export const FORMATS = {
  jsonl: JSONL,
  json: JSON_FILES,
  csv: CSV,
  xlsx: XLSX,
  parquet: PARQUET,
  sqlite: SQLITE,
  duckdb: DUCKDB,
  report: REPORT,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]];

/** What is written where the user names no formats. */
export const DEFAULT_FORMATS = FORMAT_NAMES.filter((name) => FORMATS[name].isDefault);
