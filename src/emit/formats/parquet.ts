import { openTableFiles } from '../database/table-files.js';
import type { Format } from '../format.js';

/** projects.parquet, funds.parquet, indicators.parquet, findings.parquet: the tables with real types. */
export const PARQUET: Format = {
  words: { en: 'tables for pandas, R and DuckDB', zh: 'Parquet 表，供 pandas、R、DuckDB' },
  isDefault: false,
  open({ staging, head }) {
    const files = openTableFiles((name) => staging.reserve(`${name}.parquet`), head.version);
    return {
      write: (_, form) => {
        files.write(form);
      },
      report: (report) => {
        files.report(report);
      },
      finish: () => {
        files.finish();
      },
      discard: () => undefined,
    };
  },
};
