import { TABLE_NAMES, type TableName } from '../../schema/tables/form-rows.js';
import { documentFindingRows, TABLES } from '../../schema/tables/tables.js';
import type { CsvOptions } from '../csv-options.js';
import { openCsvTable } from '../csv.js';
import { dataPackage } from '../datapackage.js';
import type { Format } from '../format.js';

/** The tables as CSV files, with datapackage.json, which describes them. */
export const CSV: Format = {
  words: { en: 'tables as text', zh: '文本表格' },
  isDefault: true,
  open({ staging, head, csv, headers = 'snake' }) {
    const options: CsvOptions = { csv, headers };
    staging.write('datapackage.json', dataPackage(head.version, options));
    const open = (name: TableName) => openCsvTable(staging.create(`${name}.csv`), TABLES[name], options);
    const tables = {
      projects: open('projects'),
      funds: open('funds'),
      indicators: open('indicators'),
      findings: open('findings'),
    };
    return {
      async write(_, rows) {
        for (const name of TABLE_NAMES) for (const row of rows[name]) await tables[name].write(row);
      },
      async report({ path, findings }) {
        for (const row of documentFindingRows(path, findings)) await tables.findings.write(row);
      },
      async finish() {
        for (const table of Object.values(tables)) await table.close();
      },
    };
  },
};
