import { documentFindingRows } from '../../schema/tables/tables.js';
import { createSqliteFile } from '../database/sqlite-file.js';
import { DATABASE_TABLES, RowNumbers } from '../database/tables.js';
import type { Format } from '../format.js';
import { writing } from '../files/output-error.js';

/** zipingbiao.sqlite: a database with keys, indexes and views. */
export const SQLITE: Format = {
  words: { en: 'a SQLite database', zh: 'SQLite 数据库' },
  isDefault: false,
  open({ staging }) {
    const path = staging.reserve('zipingbiao.sqlite');
    const file = writing(path, () => createSqliteFile(path));
    const numbers = new RowNumbers();
    return {
      write(_, form) {
        const rows = numbers.all(form);
        writing(path, () => {
          for (const { name } of DATABASE_TABLES) file.insert(name, rows[name]);
        });
      },
      report({ path: input, findings }) {
        const rows = numbers.of('findings', documentFindingRows(input, findings));
        writing(path, () => {
          file.insert('findings', rows);
        });
      },
      finish() {
        writing(path, () => {
          file.finish();
        });
      },
      discard() {
        file.abandon();
      },
    };
  },
};
