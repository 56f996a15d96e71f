/**
 * Scores the program on scans, condition by condition, and prints a table for the README.
 *
 * `npx tsx scripts/score-scans.ts [--scans FOLDER] [--only TEXT] [--published] [--show N] [-- OPTION…]`
 * reads the scans in `fixtures/scan/`, or in a folder that `make-scan-fixtures.ts --all --output FOLDER` wrote; `--published` adds the
 * scans of published forms, where they are at hand. What follows `--` is given to `zipingbiao extract`. `npm run build` comes first.
 * `--show N` names the first N wrong fields of each condition. Exit 1 where a number is wrong and no finding says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SelfEvaluation } from '../src/schema/record.js';
import { distanceOf, isFlagged, pairForms, scoreForm, type FieldResult, type Truth } from './scoring.js';

const ROOT = join(import.meta.dirname, '..');
const PROGRAM = join(ROOT, 'dist/cli/main.js');
const PUBLISHED = join(ROOT, '../shared/data');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scans: { type: 'string', default: join(ROOT, 'fixtures/scan') },
    only: { type: 'string', default: '' },
    published: { type: 'boolean', default: false },
    show: { type: 'string', default: '0' },
  },
});

/** A scan, and the file that says what stands on it. */
interface Scan {
  readonly path: string;
  readonly truth: string;
}

/** Scans by condition: `<fixture>.….<condition>.<suffix>`. */
function fixtureScans(): Map<string, Scan[]> {
  const conditions = new Map<string, Scan[]>();
  for (const file of readdirSync(values.scans).sort()) {
    const parts = file.split('.');
    const condition = parts.at(-2) ?? '';
    if (!file.includes(values.only)) continue;
    const scan = { path: join(values.scans, file), truth: join(ROOT, `fixtures/expected/${parts[0] ?? ''}.json`) };
    conditions.set(condition, [...(conditions.get(condition) ?? []), scan]);
  }
  return conditions;
}

function publishedScans(): Map<string, Scan[]> {
  if (!existsSync(PUBLISHED)) {
    console.error(`The published scans are not here: ${PUBLISHED}.`);
    return new Map();
  }
  const scansIn = (folder: string): Scan[] =>
    readdirSync(folder)
      .filter((file) => /^scan-.*\.pdf$|\.s\d+\.pdf$/.test(file))
      .map((file) => ({ path: join(folder, file), truth: join(folder, 'gold.json') }));
  const others = join(PUBLISHED, 'other-issuers');
  const district = scansIn(join(PUBLISHED, 'putuo-2023'));
  return new Map([
    ...district.map((scan): [string, Scan[]] => [`24 published forms, ${basename(scan.path, '.pdf')}`, [scan]]),
    ['other issuers, scan-200', readdirSync(others).flatMap((issuer) => scansIn(join(others, issuer)))],
  ]);
}

/** The records of some scans, all read in one run: to start the readers takes longer than to read a page. */
function extract(paths: readonly string[]): SelfEvaluation[] {
  const folder = mkdtempSync(join(tmpdir(), 'score-scans-'));
  try {
    const args = [PROGRAM, 'extract', ...paths, '--output', folder, '--quiet', ...positionals];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status === 2 || status === null) throw new Error(`The program ended with ${String(status)}: ${stderr}`);
    const records = join(folder, 'projects.jsonl');
    return existsSync(records) ? readFileSync(records, 'utf8').split('\n').filter(Boolean).map(recordOf) : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const recordOf = (line: string) => JSON.parse(line) as SelfEvaluation;

interface Compared extends FieldResult {
  readonly scan: string;
  readonly isFlagged: boolean;
}

interface Score {
  readonly forms: readonly [found: number, all: number];
  readonly indicators: readonly [found: number, all: number];
  readonly fields: readonly Compared[];
}

function scoreOf(scans: readonly Scan[], records: readonly SelfEvaluation[]): Score {
  const pairs = scans.flatMap(({ path, truth }) =>
    pairForms(
      records.filter(({ source }) => basename(source.file) === basename(path)),
      JSON.parse(readFileSync(truth, 'utf8')) as Truth[],
    ).map(([form, record]) => ({ scan: basename(path), form, record })),
  );
  const fields = pairs.flatMap(({ scan, form, record }) =>
    scoreForm(record, form).map((field) => ({
      ...field,
      scan,
      isFlagged: record !== undefined && isFlagged(record.findings, field.path),
    })),
  );
  const count = <T>(items: readonly T[], number: (item: T) => number) =>
    items.reduce((sum, item) => sum + number(item), 0);
  return {
    forms: [pairs.filter(({ record }) => record !== undefined).length, pairs.length],
    indicators: [
      count(pairs, ({ record }) => record?.indicators.length ?? 0),
      count(pairs, ({ form }) => form.indicators.length),
    ],
    fields,
  };
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);
const COLUMNS = [
  'condition',
  'forms',
  'indicators',
  'numbers right',
  'wrong numbers without a finding',
  'character error rate of text',
  'wrong texts without a finding',
  'right but flagged',
];

function rowOf(condition: string, { forms, indicators, fields }: Score): string {
  const numbers = fields.filter(({ isNumber }) => isNumber);
  const texts = fields.filter(({ isNumber }) => !isNumber);
  const right = fields.filter((field) => field.right);
  const distances = texts.map((field) =>
    field.right
      ? { distance: 0, length: distanceOf(field.want, field.want).length }
      : distanceOf(field.want, field.got),
  );
  const sum = (key: 'distance' | 'length') => distances.reduce((total, each) => total + each[key], 0);
  const cells = [
    condition,
    forms.join('/'),
    indicators.join('/'),
    `${percent(numbers.filter((field) => field.right).length, numbers.length)} of ${numbers.length}`,
    String(silentNumbers(fields).length),
    percent(sum('distance'), sum('length')),
    percent(texts.filter(({ silent }) => silent).length, texts.length),
    percent(right.filter((field) => field.isFlagged).length, right.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

const silentNumbers = (fields: readonly Compared[]) => fields.filter(({ isNumber, silent }) => isNumber && silent);

/** Wrong fields, the silent ones first, as lines. */
const wrongLines = (fields: readonly Compared[], most: number): string[] =>
  fields
    .filter(({ right }) => !right)
    .toSorted((a, b) => Number(b.silent) - Number(a.silent))
    .slice(0, most)
    .map(
      ({ scan, path, want, got, silent }) =>
        `  ${silent ? 'SILENT ' : ''}${scan} ${path}: want ${JSON.stringify(want)}, got ${JSON.stringify(got)}`,
    );

if (!existsSync(PROGRAM)) throw new Error('The program is not built: npm run build.');
const conditions = [...fixtureScans(), ...(values.published ? publishedScans() : [])];
const paths = conditions.flatMap(([, scans]) => scans.map(({ path }) => path));
if (paths.length === 0) throw new Error('There are no such scans.');
if (new Set(paths.map((path) => basename(path))).size < paths.length) throw new Error('Two scans have the same name.');
const records = extract(paths);
console.log(`| ${COLUMNS.join(' | ')} |\n|${COLUMNS.map(() => '---|').join('')}`);
for (const [condition, scans] of conditions) {
  const score = scoreOf(scans, records);
  console.log(rowOf(condition, score));
  for (const line of wrongLines(score.fields, Number(values.show))) console.error(line);
  if (silentNumbers(score.fields).length > 0) process.exitCode = 1;
}
