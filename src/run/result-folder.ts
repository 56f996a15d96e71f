import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RELATED_LINES } from '../emit/files/earlier-projects.js';
import { type InputReport, Manifest } from '../schema/manifest.js';
import { RelatedForm } from '../schema/related/related-form.js';
import { SelfEvaluation } from '../schema/record.js';
import { linesOf } from './lines.js';

/** Far above any form within the limits. */
const LINE_BYTES = 256 * 1024 ** 2;

/** A folder is not what a run of this program has written, or lacks a part of it. */
export class NoResults extends Error {
  override readonly name = 'NoResults';

  constructor(
    readonly folder: string,
    /** What is missing or wrong, as a file's name with what the system or the schema says. */
    readonly what: string,
  ) {
    super(`${folder}: ${what}`);
  }
}

/** What became of an input, with its forms in order. They must be read before the next input is asked for. */
export interface ReadInput {
  readonly report: InputReport;
  readonly forms: AsyncIterable<SelfEvaluation>;
}

/** The inputs of an earlier run, in their order, with their forms. Throws {@link NoResults}. */
export async function* readResultFolder(folder: string): AsyncGenerator<ReadInput> {
  const { inputs } = await manifestOf(folder);
  const records = recordsOf(folder);
  try {
    for (const report of inputs) yield { report, forms: take(records, report, folder) };
  } finally {
    await records.return(undefined);
  }
}

/** The related forms of an earlier run; none where it gave none. Throws {@link NoResults}. */
export async function* readRelatedForms(folder: string): AsyncGenerator<RelatedForm> {
  const path = join(folder, RELATED_LINES);
  if (!existsSync(path)) return;
  try {
    for await (const line of linesOf(createReadStream(path), LINE_BYTES)) yield RelatedForm.parse(JSON.parse(line));
  } catch (error) {
    throw new NoResults(folder, `${RELATED_LINES}: ${messageOf(error)}`);
  }
}

async function manifestOf(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  } catch (error) {
    throw new NoResults(folder, `manifest.json: ${messageOf(error)}`);
  }
}

async function* recordsOf(folder: string): AsyncGenerator<SelfEvaluation> {
  try {
    for await (const line of linesOf(createReadStream(join(folder, 'projects.jsonl')), LINE_BYTES)) {
      const record: unknown = JSON.parse(line);
      SelfEvaluation.parse(record);
      yield record as SelfEvaluation;
    }
  } catch (error) {
    throw new NoResults(folder, `projects.jsonl: ${messageOf(error)}`);
  }
}

async function* take(
  records: AsyncGenerator<SelfEvaluation>,
  { path, forms }: InputReport,
  folder: string,
): AsyncGenerator<SelfEvaluation> {
  for (let taken = 0; taken < forms; taken += 1) {
    const next = await records.next();
    if (next.done === true || next.value.source.file !== path) {
      throw new NoResults(folder, `projects.jsonl: ${path}, which manifest.json has, is missing`);
    }
    yield next.value;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
