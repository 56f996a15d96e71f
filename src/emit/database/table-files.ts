import type { FormRows, TableName } from '../../schema/tables/form-rows.js';
import type { InputReport } from '../../schema/manifest.js';
import { documentFindingRows } from '../../schema/tables/tables.js';
import { writing } from '../files/output-error.js';
import { createParquetFile } from './parquet-file.js';
import { DATABASE_TABLES, RowNumbers } from './tables.js';
import { undecimalFindings } from './undecimal.js';

/** The tables as Parquet files while they are filled. */
export interface TableFiles {
  write(form: FormRows): void;
  report(report: Pick<InputReport, 'path' | 'findings'>): void;
  finish(): void;
}

/** Begins the tables' files. A number that a decimal can't hold is null there, and a finding says so. */
export function openTableFiles(pathOf: (name: TableName) => string, version: string): TableFiles {
  const numbers = new RowNumbers();
  const tables = DATABASE_TABLES.map((table) => {
    const path = pathOf(table.name);
    return { table, path, file: writing(path, () => createParquetFile(path, table, version)) };
  });
  const append = (rows: Partial<FormRows>) => {
    for (const { table, path, file } of tables) {
      writing(path, () => {
        file.append(rows[table.name] ?? []);
      });
    }
  };
  return {
    write(form) {
      const lost = tables.flatMap(({ table }) => form[table.name].flatMap((row) => undecimalFindings(table, row)));
      append(numbers.all(lost.length === 0 ? form : { ...form, findings: [...form.findings, ...lost] }));
    },
    report({ path, findings }) {
      append({ findings: numbers.of('findings', documentFindingRows(path, findings)) });
    },
    finish() {
      for (const { path, file } of tables) {
        writing(path, () => {
          file.finish();
        });
      }
    },
  };
}
