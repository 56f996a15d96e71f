/**
 * Mutates good texts, PDFs and pictures from a seed, reads them in one run with child processes, and says what became of them:
 * `npm run build && npx tsx scripts/fuzz.ts --mutants 300 --seed 1`. Exit 1 where the run ended otherwise than it should, a document
 * outlived its deadline, or an output breaks its schema. `--keep` keeps the mutants.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Manifest } from '../src/schema/manifest.js';
import { SelfEvaluation } from '../src/schema/record.js';
import { randomFrom } from './damage/random.js';
import { mutated } from './fuzz/mutate.js';
import { fixture } from './hostile/good.js';

const SECONDS_PER_DOCUMENT = 30;
/** Milliseconds. A process is ended and its end waited for. */
const GRACE = 5_000;
/** Of a dozen mutants: pictures take seconds each. */
const KINDS = ['forms', 'forms', 'forms', 'forms', 'forms', 'pdf', 'pdf', 'pdf', 'pdf', 'pdf', 'pdf', 'scan'] as const;
/** Past these codes of ending something is wrong with the run: 0 to 3 say what came of its inputs. */
const LAST_EXIT_CODE = 3;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});

const random = randomFrom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'zipingbiao-fuzz-'));
const output = join(folder, 'output');
const pick = (kind: string) =>
  `${kind}/${random.pick(readdirSync(new URL(`../fixtures/${kind}`, import.meta.url)).sort())}`;
for (let number = 1; number <= Number(values.mutants); number += 1) {
  const kind = random.pick(KINDS);
  const [path, other] = [pick(kind), pick(kind)];
  writeFileSync(join(folder, `${number}${extname(path)}`), mutated(fixture(path), fixture(other), random));
}

const limits = ['--limit', `secondsPerDocument=${SECONDS_PER_DOCUMENT}`, '--limit', 'residentMegabytes=1000'];
const { status, signal, stderr } = spawnSync(
  process.execPath,
  ['dist/cli/main.js', 'extract', folder, '--output', output, '--quiet', ...limits],
  { encoding: 'utf8', maxBuffer: 2 ** 26 },
);
if (status === null || status > LAST_EXIT_CODE) {
  console.error(`The run ended with ${signal ?? status ?? 'nothing'}:\n${stderr}`);
  process.exitCode = 1;
} else report();
if (values.keep) console.log(`The mutants are in ${folder}`);
else rmSync(folder, { recursive: true });

function report(): void {
  const { inputs } = Manifest.parse(JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')));
  const ends = new Map<string, number>();
  for (const { status: ended, reason } of inputs) {
    const end = reason === null ? ended : `${ended}: ${reason.code}`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const hangs = inputs.filter(({ milliseconds }) => milliseconds > SECONDS_PER_DOCUMENT * 1_000 + GRACE);
  const records = join(output, 'projects.jsonl');
  const lines = existsSync(records) ? readFileSync(records, 'utf8').split('\n').filter(Boolean) : [];
  const broken = lines.filter((line) => !SelfEvaluation.safeParse(JSON.parse(line)).success);
  console.log(`${inputs.length} mutants, ${lines.length} records, exit ${status}`);
  for (const [end, count] of [...ends].sort(([, a], [, b]) => b - a))
    console.log(`${String(count).padStart(6)}  ${end}`);
  const defects = inputs.filter(({ reason }) => reason?.code === 'internal' || reason?.code === 'crashed');
  for (const { path, reason } of [...hangs, ...defects]) console.log(`${path}: ${reason?.message ?? ''}`);
  console.log(`hangs ${hangs.length}, outputs that break the schema ${broken.length}, defects ${defects.length}`);
  if (hangs.length + broken.length + defects.length > 0) process.exitCode = 1;
}
