import { TABLE_NAMES, type TableName } from '../../schema/tables/form-rows.js';
import {
  documentFindingRows,
  RELATED_TABLE_NAMES,
  RELATED_TABLES,
  type RelatedTableName,
  relatedRowsOf,
  TABLES,
} from '../../schema/tables/tables.js';
import type { CsvOptions } from '../csv-options.js';
import { type CsvTable, openCsvTable } from '../csv.js';
import { dataPackage } from '../datapackage.js';
import type { Format } from '../format.js';

/** The tables that the rows of related forms stand in too. */
const SHARED_TABLES = ['funds', 'indicators', 'findings'] as const;

/** The tables as CSV files, with datapackage.json, which describes them. */
export const CSV: Format = {
  words: { en: 'tables as text', zh: '文本表格' },
  isDefault: true,
  open({ staging, head, csv, headers = 'snake' }) {
    const options: CsvOptions = { csv, headers };
    const open = (name: TableName) => openCsvTable(staging.create(`${name}.csv`), TABLES[name], options);
    const tables = {
      projects: open('projects'),
      funds: open('funds'),
      indicators: open('indicators'),
      findings: open('findings'),
    };
    const related = new Map<RelatedTableName, CsvTable>();
    const relatedTable = (name: RelatedTableName) => {
      const known = related.get(name);
      if (known) return known;
      const table = openCsvTable(staging.create(`${name}.csv`), RELATED_TABLES[name], options);
      related.set(name, table);
      return table;
    };
    return {
      async write(_, rows) {
        for (const name of TABLE_NAMES) for (const row of rows[name]) await tables[name].write(row);
      },
      async writeRelated(form) {
        const { own, ...shared } = relatedRowsOf(form);
        for (const name of RELATED_TABLE_NAMES) for (const row of own[name] ?? []) await relatedTable(name).write(row);
        for (const name of SHARED_TABLES) for (const row of shared[name]) await tables[name].write(row);
      },
      async report({ path, findings }) {
        for (const row of documentFindingRows(path, findings)) await tables.findings.write(row);
      },
      async finish() {
        for (const table of [...Object.values(tables), ...related.values()]) await table.close();
        const there = RELATED_TABLE_NAMES.filter((name) => related.has(name)).map((name) => RELATED_TABLES[name]);
        staging.write('datapackage.json', dataPackage(head.version, options, there));
      },
    };
  },
};
