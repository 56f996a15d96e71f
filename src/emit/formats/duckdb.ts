import { join } from 'node:path';
import type { TableName } from '../../schema/form-rows.js';
import { createDuckDbFile, wantDuckDb } from '../database/duckdb-file.js';
import { openTableFiles } from '../database/table-files.js';
import type { Format } from '../format.js';
import { OutputError } from '../output-error.js';

const NAME = 'zipingbiao.duckdb';

/** zipingbiao.duckdb: a database with exact decimals, keys, comments and views. Needs the package @duckdb/node-api. */
export const DUCKDB: Format = {
  words: { en: 'a DuckDB database', zh: 'DuckDB 数据库' },
  isDefault: false,
  open({ staging, head }) {
    wantDuckDb(NAME);
    const path = staging.reserve(NAME);
    const parquetOf = (name: TableName) => join(staging.folder, `.duckdb-${name}.parquet`);
    const files = openTableFiles(parquetOf, head.version);
    return {
      write: (_, form) => {
        files.write(form);
      },
      report: (report) => {
        files.report(report);
      },
      async finish() {
        files.finish();
        try {
          await createDuckDbFile(path, parquetOf);
        } catch (error) {
          throw new OutputError(path, error);
        }
      },
      discard: () => undefined,
    };
  },
};
