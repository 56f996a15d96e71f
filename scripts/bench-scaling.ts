/**
 * How much faster two cores read than one: printed PDFs, and scans. `npm run build && npx tsx scripts/bench-scaling.ts [--pdfs 480]
 * [--scans 24] [--rounds 3]`. Each round reads the same documents with all processes held on one core, and with `--jobs 1` and
 * `--jobs 2` on two: one job keeps more than one core busy, as its parent and its readers work beside it. The best of the rounds
 * counts, for what else the machine does only makes them slower. For a machine that is quiet, with Linux (`taskset`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const SECOND = 1_000;

interface Way {
  readonly name: string;
  readonly jobs: number;
  /** As `taskset` names them. */
  readonly cores: string;
}

const WAYS: readonly Way[] = [
  { name: 'one core, --jobs 1', jobs: 1, cores: '0' },
  { name: 'two cores, --jobs 1', jobs: 1, cores: '0,1' },
  { name: 'two cores, --jobs 2', jobs: 2, cores: '0,1' },
];

const { values } = parseArgs({
  options: {
    pdfs: { type: 'string', default: '480' },
    scans: { type: 'string', default: '24' },
    rounds: { type: 'string', default: '3' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'zipingbiao-scaling-'));
try {
  measure('pdf', Number(values.pdfs));
  measure('scan', Number(values.scans));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(kind: 'pdf' | 'scan', count: number): void {
  if (count === 0) return;
  const inputs = join(folder, kind);
  writeCopies(kind, count, inputs);
  const seconds = WAYS.map(() => Infinity);
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [index, way] of WAYS.entries())
      seconds[index] = Math.min(seconds[index] as number, secondsFor(inputs, way));
  const fastest = seconds.at(-1) as number;
  console.log(`${count} documents of fixtures/${kind}:`);
  for (const [index, { name }] of WAYS.entries()) {
    const taken = seconds[index] as number;
    console.log(
      `  ${name.padEnd(22)} ${taken.toFixed(1).padStart(6)} s, ${(taken / fastest).toFixed(2)} times the last`,
    );
  }
}

/** Copies of the fixtures, in turn, each with bytes of its own: the same content would be read once. */
function writeCopies(kind: string, count: number, to: string): void {
  mkdirSync(to);
  const from = join(ROOT, 'fixtures', kind);
  const files = readdirSync(from).filter((file) => file.endsWith('.pdf'));
  for (let number = 0; number < count; number += 1) {
    const bytes = readFileSync(join(from, files[number % files.length] ?? ''));
    const name = `${String(number).padStart(5, '0')}.pdf`;
    writeFileSync(join(to, name), Buffer.concat([bytes, Buffer.from(`\n%${number}\n`)]));
  }
}

function secondsFor(inputs: string, { jobs, cores }: Way): number {
  const output = join(folder, 'out');
  const start = performance.now();
  const program = [process.execPath, join(ROOT, 'dist/cli/main.js')];
  const parameters = ['extract', inputs, '--jobs', String(jobs), '--output', output, '--quiet'];
  const { status, error } = spawnSync('taskset', ['--cpu-list', cores, ...program, ...parameters], { stdio: 'ignore' });
  const seconds = (performance.now() - start) / SECOND;
  rmSync(output, { recursive: true, force: true });
  if (error) throw new Error(`taskset cannot be run: ${error.message}. It is part of util-linux.`);
  if (status !== 0) throw new Error(`extract ended with ${String(status)}; run npm run build first`);
  return seconds;
}
