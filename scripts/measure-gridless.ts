/**
 * Writes the HTML tables of the fixtures and of the other issuers without their grid, in each shape, reads them, and says per shape how
 * many fields are right: `npx tsx scripts/measure-gridless.ts`
 *
 * `right`: fields equal after widths and blanks are folded. `silent`: numbers that are wrong, and no error or warning points at them.
 * `lost`: indicators that are missing, and no finding says so. `no form`: documents that gave no record. `flagged`: right fields that an
 * error or warning points at. `--only TEXT` takes some documents, `--shape NAME` one shape, `--show K` prints K wrong fields of each.
 * Exit 1 where a number is silent or an indicator lost.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openForms } from '../src/digitize/digitize.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import { SHAPES, ungridded } from './gridless/ungrid.js';
import { isFlagged, pairForms, scoreForm, type Truth } from './scoring.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    shape: { type: 'string' },
    show: { type: 'string', default: '0' },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

interface Document {
  readonly name: string;
  readonly html: string;
  readonly truths: readonly Truth[];
}

const readTruths = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Truth[];

function fixtures(): Document[] {
  return readdirSync('fixtures/forms')
    .filter((file) => file.endsWith('.table.html'))
    .map((file) => {
      const name = basename(file, '.table.html');
      const html = readFileSync(join('fixtures/forms', file), 'utf8');
      return { name, html, truths: readTruths(join('fixtures/expected', `${name}.json`)) };
    });
}

function otherIssuers(): Document[] {
  const folder = join(values.data, 'other-issuers');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const table = readdirSync(join(folder, name)).find((file) => file.endsWith('.table.html')) ?? '';
    const html = readFileSync(join(folder, name, table), 'utf8');
    return { name: `issuer ${name}`, html, truths: readTruths(join(folder, name, 'gold.json')) };
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

const documents = [...otherIssuers(), ...fixtures()].filter(({ name }) => name.includes(values.only ?? ''));
const isLost = (record: SelfEvaluation | undefined) => !record || !isFlagged(record.findings, 'indicators');

async function measure(shape: string): Promise<Row> {
  const row: Row = { fields: 0, right: 0, silent: 0, lost: 0, noForm: 0, flagged: 0 };
  for (const { name, html, truths } of documents) {
    const records = await recordsOf(ungridded(html, shape));
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

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
let bad = 0;
console.log('| shape | fields | right | silent | lost | no form | flagged |');
console.log('|---|---|---|---|---|---|---|');
for (const shape of SHAPES.filter((name) => name === (values.shape ?? name))) {
  const { fields, right, silent, lost, noForm, flagged } = await measure(shape);
  bad += silent + lost;
  console.log(
    `| ${shape} | ${fields} | ${percent(right, fields)} | ${silent} | ${lost} | ${noForm} | ${percent(flagged, right)} |`,
  );
}
if (bad > 0) process.exitCode = 1;
