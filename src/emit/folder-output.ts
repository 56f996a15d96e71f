import type { SelfEvaluation } from '../schema/record.js';
import {
  documentFindingRows,
  findingRows,
  fundsRows,
  indicatorRows,
  projectRow,
  type Row,
  TABLES,
} from '../schema/tables.js';
import { csvText, type CsvTable, openCsvTable } from './csv.js';
import { dataPackage } from './datapackage.js';
import { PROJECTS_FOLDER } from './earlier-projects.js';
import { projectStem } from './file-name.js';
import { jsonLine } from './jsonl.js';
import { openManifest } from './manifest.js';
import type { Output, OutputOptions } from './output.js';
import { projectJson } from './project-json.js';
import { openStaging, type Staging } from './staging.js';

type TableName = keyof typeof TABLES;
const TABLE_NAMES = Object.keys(TABLES) as TableName[];
const MANIFEST = 'manifest.json';

/** What the manifest says of the run as a whole. */
export interface RunHead {
  readonly version: string;
  readonly options: Record<string, unknown>;
}

/** A folder that gets the chosen formats and always the manifest; nothing appears in it before `finish`. */
export function openFolderOutput(folder: string, options: OutputOptions, head: RunHead): Output {
  const staging = openStaging(folder);
  const chosen = new Set(options.formats);
  const manifest = openManifest(staging.create(MANIFEST), head);
  const lines = chosen.has('jsonl') ? staging.create('projects.jsonl') : undefined;
  const tables = chosen.has('csv') ? openTables(staging, options, head.version) : undefined;
  let forms = 0;
  return {
    async write(form) {
      forms += 1;
      const stem = projectStem(form.id, form.projectName);
      lines?.append(jsonLine(form));
      if (chosen.has('json')) staging.write(`${PROJECTS_FOLDER}/${stem}.json`, projectJson(form));
      if (tables === undefined && !options.perProject) return;
      const rows = rowsOf(form);
      for (const name of tables === undefined ? [] : TABLE_NAMES) {
        for (const row of rows[name]) await tables?.[name].write(row);
      }
      for (const name of options.perProject ? TABLE_NAMES : []) {
        staging.write(`${stem}/${name}.csv`, await csvText(TABLES[name], rows[name], options));
      }
    },
    async report(report) {
      manifest.add(report);
      for (const row of documentFindingRows(report.path, report.findings)) await tables?.findings.write(row);
    },
    async finish({ complete }) {
      lines?.close();
      for (const table of Object.values(tables ?? {})) await table.close();
      manifest.close();
      // Where no form came out, only the manifest says so: the tables of an earlier run are not replaced by empty ones.
      const nothing = forms === 0;
      await staging.commit({
        removeEarlier: complete && !nothing,
        last: MANIFEST,
        only: nothing ? [MANIFEST] : undefined,
      });
    },
    discard() {
      staging.discard();
    },
  };
}

function openTables(staging: Staging, options: OutputOptions, version: string): Record<TableName, CsvTable> {
  staging.write('datapackage.json', dataPackage(version, options));
  const open = (name: TableName) => openCsvTable(staging.create(`${name}.csv`), TABLES[name], options);
  return {
    projects: open('projects'),
    funds: open('funds'),
    indicators: open('indicators'),
    findings: open('findings'),
  };
}

function rowsOf(form: SelfEvaluation): Record<TableName, readonly Row[]> {
  return {
    projects: [projectRow(form)],
    funds: fundsRows(form),
    indicators: indicatorRows(form),
    findings: findingRows(form),
  };
}
