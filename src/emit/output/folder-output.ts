import { rowsOf, TABLE_NAMES } from '../../schema/tables/form-rows.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { TABLES } from '../../schema/tables/tables.js';
import { csvText } from '../csv.js';
import { projectStem } from '../files/file-name.js';
import type { FormatRun, FormatWriter, RunHead } from '../format.js';
import { FORMATS } from './formats.js';
import { openManifest } from '../manifest.js';
import type { Output, OutputOptions } from './output.js';
import { openStaging, type Staging } from '../files/staging.js';

const MANIFEST = 'manifest.json';

/** A folder that gets the chosen formats and always the manifest; nothing appears in it before `finish`. */
export function openFolderOutput(folder: string, options: OutputOptions, head: RunHead): Output {
  const staging = openStaging(folder);
  const manifest = openManifest(staging.create(MANIFEST), head);
  const run: FormatRun = { staging, head, csv: options.csv, headers: options.headers };
  const formats = openFormats(run, options);
  let forms = 0;
  return {
    async write(form) {
      forms += 1;
      const rows = rowsOf(form);
      for (const format of formats) await format.write(form, rows);
      if (options.perProject) await writeOwnFolder(staging, form, options);
    },
    async writeRelated(form) {
      forms += 1;
      for (const format of formats) await format.writeRelated?.(form);
    },
    async report(report) {
      manifest.add(report);
      for (const format of formats) await format.report?.(report);
    },
    async finish({ complete }) {
      manifest.close();
      // Where no form came out, only the manifest says so: the tables of an earlier run are not replaced by empty ones.
      const nothing = forms === 0;
      for (const format of formats) {
        if (nothing && format.discard !== undefined) format.discard();
        else await format.finish();
      }
      await staging.commit({
        removeEarlier: complete && !nothing,
        last: MANIFEST,
        only: nothing ? [MANIFEST] : undefined,
      });
    },
    discard() {
      discardAll(formats);
      staging.discard();
    },
  };
}

/** Throws where one can't be written; nothing is left then. */
function openFormats(run: FormatRun, { formats }: OutputOptions): FormatWriter[] {
  const opened: FormatWriter[] = [];
  try {
    for (const name of formats) opened.push(FORMATS[name].open(run));
    return opened;
  } catch (error) {
    discardAll(opened);
    run.staging.discard();
    throw error;
  }
}

function discardAll(formats: readonly FormatWriter[]): void {
  for (const format of formats) format.discard?.();
}

/** The tables of one form, in a folder of its own. */
async function writeOwnFolder(
  staging: Staging,
  form: SelfEvaluation,
  { csv, headers = 'snake' }: OutputOptions,
): Promise<void> {
  const rows = rowsOf(form);
  const stem = projectStem(form.id, form.projectName);
  for (const name of TABLE_NAMES) {
    staging.write(`${stem}/${name}.csv`, await csvText(TABLES[name], rows[name], { csv, headers }));
  }
}
