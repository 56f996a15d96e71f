/**
 * Writes the HTML tables of the fixtures and of the other issuers without their grid, in each shape, reads them, and says per shape how
 * many fields are right: `npx tsx scripts/measure-gridless.ts`. Where `pdftotext` is found, its three orders of the PDFs are shapes as well.
 *
 * `right`: fields equal after widths and blanks are folded. `silent`: numbers that are wrong, and no error or warning points at them.
 * `lost`: indicators that are missing, and no finding says so. `no form`: documents that gave no record. `flagged`: right fields that an
 * error or warning points at. `--only TEXT` takes some documents, `--shape NAME` the shapes that begin so, `--show K` prints K wrong fields of each.
 * `--trials N --seed S` reads N made forms in random shapes, with random blanks, wraps and cuts, and nothing else.
 * Exit 1 where a number is silent or an indicator lost.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openForms } from '../src/digitize/digitize.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import { madeForm, randomFrom, silentIn } from './gridless/made-forms.js';
import { SHAPES, ungridded } from './gridless/ungrid.js';
import { isFlagged, pairForms, scoreForm, type Truth } from './scoring.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    shape: { type: 'string' },
    show: { type: 'string', default: '0' },
    trials: { type: 'string', default: '0' },
    seed: { type: 'string', default: '0' },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

interface Document {
  readonly name: string;
  readonly truths: readonly Truth[];
  /** Its text in a shape. */
  readonly textIn: (shape: string) => string;
}

/** The orders in which `pdftotext` gives a page's text, by the option that asks for each. */
const PDF_ORDERS: Readonly<Record<string, readonly string[]>> = {
  'pdf plain': [],
  'pdf layout': ['-layout'],
  'pdf raw': ['-raw'],
};
const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

function textOfPdf(path: string, order: string): string {
  const { stdout } = spawnSync('pdftotext', [...(PDF_ORDERS[order] ?? []), path, '-'], { encoding: 'utf8' });
  return stdout;
}

const readTruths = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Truth[];

function fixtures(): Document[] {
  return readdirSync('fixtures/forms')
    .filter((file) => file.endsWith('.table.html'))
    .map((file) => {
      const name = basename(file, '.table.html');
      const html = readFileSync(join('fixtures/forms', file), 'utf8');
      const truths = readTruths(join('fixtures/expected', `${name}.json`));
      return { name, truths, textIn: (shape) => ungridded(html, shape) };
    });
}

/** The other issuers' forms: their tables, or their PDFs without scans. */
function otherIssuers(extension: '.table.html' | '.pdf'): Document[] {
  const folder = join(values.data, 'other-issuers');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((issuer) => {
    const truths = readTruths(join(folder, issuer, 'gold.json'));
    const files = readdirSync(join(folder, issuer)).filter(
      (file) => file.endsWith(extension) && !/\.s\d+\.pdf$/.test(file),
    );
    return files.map((file): Document => {
      const path = join(folder, issuer, file);
      const name = `issuer ${file}`;
      if (extension === '.pdf') return { name, truths, textIn: (order) => textOfPdf(path, order) };
      const html = readFileSync(path, 'utf8');
      return { name, truths, textIn: (shape) => ungridded(html, shape) };
    });
  });
}

async function recordsOf(text: string): Promise<SelfEvaluation[]> {
  const source = { bytes: new TextEncoder().encode(text), name: 'ungridded.txt' };
  const document = await openForms(source, { limits: DEFAULT_LIMITS });
  const records: SelfEvaluation[] = [];
  for await (const event of document.events()) if (event.type === 'form') records.push(event.record);
  return records;
}

interface Row {
  fields: number;
  right: number;
  silent: number;
  lost: number;
  noForm: number;
  flagged: number;
}

const isWanted = ({ name }: Document) => name.includes(values.only ?? '');
const documents = [...otherIssuers('.table.html'), ...fixtures()].filter(isWanted);
const pdfs = hasPdftotext ? otherIssuers('.pdf').filter(isWanted) : [];
const isLost = (record: SelfEvaluation | undefined) => !record || !isFlagged(record.findings, 'indicators');

async function measure(shape: string): Promise<Row> {
  const row: Row = { fields: 0, right: 0, silent: 0, lost: 0, noForm: 0, flagged: 0 };
  for (const { name, textIn, truths } of shape in PDF_ORDERS ? pdfs : documents) {
    const records = await recordsOf(textIn(shape));
    if (records.length === 0) row.noForm += 1;
    const shown: string[] = [];
    for (const [truth, record] of pairForms(records, truths)) {
      const results = scoreForm(record, truth);
      row.fields += results.length;
      row.right += results.filter(({ right }) => right).length;
      if (!record) continue;
      row.flagged += results.filter(({ right, path }) => right && isFlagged(record.findings, path)).length;
      const silent = results.filter((result) => result.isNumber && result.silent);
      row.silent += silent.length;
      const missing = truth.indicators.length - record.indicators.length;
      if (missing > 0 && isLost(record)) row.lost += missing;
      for (const result of results.filter(({ right }) => !right))
        shown.push(
          `  ${result.silent ? (result.isNumber ? 'SILENT' : 'silent') : 'told'} ${result.path}: want ${JSON.stringify(result.want)} got ${JSON.stringify(result.got)}`,
        );
    }
    if (Number(values.show) > 0 && (shown.length > 0 || records.length === 0))
      console.log([`${shape} ${name}`, ...shown.slice(0, Number(values.show))].join('\n'));
  }
  return row;
}

/** How many of the made forms have a number that is wrong and not told, or give no record though they are whole. */
async function failedTrials(first: number, count: number): Promise<number> {
  let failed = 0;
  for (let seed = first; seed < first + count; seed++) {
    const form = madeForm(randomFrom(seed));
    const records = await recordsOf(form.text);
    const silent = records.flatMap((record) => silentIn(record, form));
    if (silent.length === 0 && (records.length === 1 || form.isCut)) continue;
    failed += 1;
    console.log(`seed ${seed}: ${records.length} records, silent ${silent.join(' ')}`);
  }
  return failed;
}

async function measureShapes(): Promise<number> {
  let bad = 0;
  console.log('| shape | fields | right | silent | lost | no form | flagged |');
  console.log('|---|---|---|---|---|---|---|');
  const shapes = [...SHAPES, ...(pdfs.length > 0 ? Object.keys(PDF_ORDERS) : [])];
  for (const shape of shapes.filter((name) => name.startsWith(values.shape ?? ''))) {
    const { fields, right, silent, lost, noForm, flagged } = await measure(shape);
    bad += silent + lost;
    console.log(
      `| ${shape} | ${fields} | ${percent(right, fields)} | ${silent} | ${lost} | ${noForm} | ${percent(flagged, right)} |`,
    );
  }
  return bad;
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
const trials = Number(values.trials);
const bad = trials > 0 ? await failedTrials(Number(values.seed), trials) : await measureShapes();
if (trials > 0) console.log(`${trials} trials, ${bad} with a number that is wrong and not told`);
if (bad > 0) process.exitCode = 1;
