import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecisionBook } from '../../decide/decision-book.js';
import { undecided } from '../../decide/apply-decisions.js';
import { systemCode } from '../../emit/files/output-error.js';
import { linesOf } from '../../run/lines.js';
import { NoResults } from '../../run/result-folder.js';
import { Manifest } from '../../schema/manifest.js';
import { SelfEvaluation } from '../../schema/record.js';
import type { FormSummary } from '../api.js';
import { summaryOf } from '../view/form-view.js';

const RECORDS = 'projects.jsonl';
const MANIFEST = 'manifest.json';
/** Far above any form within the limits. */
const LINE_BYTES = 256 * 1024 ** 2;

interface Place {
  readonly start: number;
  readonly bytes: number;
}

/** The forms of a folder of results: a summary of each in memory, the records in their file. */
export class FormIndex {
  private constructor(
    readonly folder: string,
    readonly manifest: Manifest,
    readonly summaries: Map<string, FormSummary>,
    private readonly places: ReadonlyMap<string, Place>,
    /** The forms of each source, in order: their ids and project names as read. */
    readonly ofSource: ReadonlyMap<string, readonly { readonly id: string; readonly name: string | null }[]>,
    private readonly stamp: string,
  ) {}

  /** Reads a folder of results; an empty one where it holds none yet. Throws `NoResults` where what it holds is damaged. */
  static async read(folder: string, book: DecisionBook, version: string): Promise<FormIndex> {
    const manifest = await manifestIn(folder);
    const summaries = new Map<string, FormSummary>();
    const places = new Map<string, Place>();
    const ofSource = new Map<string, { id: string; name: string | null }[]>();
    const stamp = await stampOf(folder);
    if (manifest === null) return new FormIndex(folder, emptyManifest(version), summaries, places, ofSource, stamp);
    let start = 0;
    try {
      for await (const line of linesOf(createReadStream(join(folder, RECORDS)), LINE_BYTES)) {
        const bytes = Buffer.byteLength(line);
        const record = book.apply(JSON.parse(line) as SelfEvaluation);
        summaries.set(record.id, summaryOf(record));
        places.set(record.id, { start, bytes });
        const { sha256 } = record.source;
        const one = { id: record.id, name: printedName(record) };
        const forms = ofSource.get(sha256);
        if (forms === undefined) ofSource.set(sha256, [one]);
        else forms.push(one);
        start += bytes + 1;
      }
    } catch (error) {
      const isMissing = systemCode(error) === 'ENOENT';
      if (!isMissing || manifest.inputs.some(({ forms }) => forms > 0))
        throw new NoResults(folder, `${RECORDS}: ${error instanceof Error ? error.message : String(error)}`);
    }
    return new FormIndex(folder, manifest, summaries, places, ofSource, stamp);
  }

  /** A form as it was read; null where there is none of this id. */
  async record(id: string): Promise<SelfEvaluation | null> {
    const place = this.places.get(id);
    if (place === undefined) return null;
    const file = await open(join(this.folder, RECORDS), 'r');
    try {
      const bytes = Buffer.alloc(place.bytes);
      await file.read(bytes, 0, place.bytes, place.start);
      return undecided(SelfEvaluation.parse(JSON.parse(bytes.toString())));
    } finally {
      await file.close();
    }
  }

  /** Whether another run has written the folder since. */
  async isOutdated(): Promise<boolean> {
    return (await stampOf(this.folder)) !== this.stamp;
  }
}

/** The project's name as it stands in the source. */
const printedName = (record: SelfEvaluation) => undecided(record).evidence['projectName']?.text ?? record.projectName;

const emptyManifest = (version: string): Manifest => ({ version, options: {}, inputs: [] });

async function manifestIn(folder: string): Promise<Manifest | null> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new NoResults(folder, `${MANIFEST}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Changes whenever the folder's results are written. */
async function stampOf(folder: string): Promise<string> {
  const stamps = await Promise.all(
    [MANIFEST, RECORDS].map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs, ino, size }) => `${mtimeMs}/${ino}/${size}`,
        () => '-',
      ),
    ),
  );
  return stamps.join(' ');
}
