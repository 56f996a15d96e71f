import { join } from 'node:path';
import type { TableName } from '../../schema/tables/form-rows.js';
import { wantDuckDb } from '../database/duckdb-file.js';
import { openTableFiles } from '../database/table-files.js';
import { DATABASE_TABLES } from '../database/tables.js';
import type { Format } from '../format.js';
import { type Maker, startMaker } from '../maker/start-maker.js';

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
    let maker: Maker | undefined;
    return {
      write: (_, form) => {
        files.write(form);
      },
      report: (report) => {
        files.report(report);
      },
      async finish() {
        files.finish();
        const parquet = DATABASE_TABLES.map(({ name }) => parquetOf(name));
        maker = startMaker({ type: 'duckdb', parquet, to: path });
        await maker.done;
      },
      discard() {
        maker?.kill();
      },
    };
  },
};
