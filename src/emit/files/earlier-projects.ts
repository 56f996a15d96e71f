import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RELATED_TABLE_NAMES, TABLES } from '../../schema/tables/tables.js';
import { OWN_NAME } from './file-name.js';
import { systemCode, writing } from './output-error.js';

/** The workbooks, of which an earlier run may have written more. */
export const FIRST_BOOK = 'zipingbiao.xlsx';
const LATER_BOOK = /^zipingbiao-\d+\.xlsx$/;

/** The records of related forms, a line each; only in a run that gave some. */
export const RELATED_LINES = 'related.jsonl';

/** The folder of the forms' JSON files. */
export const PROJECTS_FOLDER = 'projects';

/**
 * Removes the forms' files and folders of earlier runs: what is named as this program names them and is not among `kept`
 * (relative to the output folder, with `/`). In a form's folder only the tables go, and the folder itself if it is then empty. Also removes
 * workbooks beyond those of this run, if it wrote any.
 */
export function removeEarlierProjects(output: string, kept: ReadonlySet<string>): void {
  const remove = (path: string) => {
    if (!kept.has(path)) rmSync(join(output, path), { force: true });
  };
  writing(output, () => {
    const projects = join(output, PROJECTS_FOLDER);
    for (const entry of existsSync(projects) ? readdirSync(projects, { withFileTypes: true }) : []) {
      if (entry.isFile() && OWN_NAME.test(entry.name) && entry.name.endsWith('.json')) {
        remove(`${PROJECTS_FOLDER}/${entry.name}`);
      }
    }
    for (const entry of readdirSync(output, { withFileTypes: true })) {
      if (!entry.isDirectory() || !OWN_NAME.test(entry.name)) continue;
      for (const table of Object.values(TABLES)) remove(`${entry.name}/${table.name}.csv`);
      removeIfEmpty(join(output, entry.name));
    }
    for (const name of [RELATED_LINES, ...RELATED_TABLE_NAMES.map((table) => `${table}.csv`)]) remove(name);
    if (!kept.has(FIRST_BOOK)) return;
    for (const name of readdirSync(output)) if (LATER_BOOK.test(name)) remove(name);
  });
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemCode(error))) throw error;
  }
}
