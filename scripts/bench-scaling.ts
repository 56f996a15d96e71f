/**
 * How much faster two processes read than one: printed PDFs, and scans. `npm run build && npx tsx scripts/bench-scaling.ts [--pdfs 240]
 * [--scans 24] [--rounds 3]`. Each round reads the same documents with `--jobs 1` and with `--jobs 2`; the best of the rounds count, for
 * what else the machine does only makes them slower. For a machine that is quiet.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const SECOND = 1_000;

const { values } = parseArgs({
  options: {
    pdfs: { type: 'string', default: '240' },
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
  const runs: Record<1 | 2, number[]> = { 1: [], 2: [] };
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const jobs of [1, 2] as const) runs[jobs].push(secondsFor(inputs, jobs));
  const [one, two] = [Math.min(...runs[1]), Math.min(...runs[2])];
  console.log(
    `${count} documents of fixtures/${kind}: --jobs 1 ${one.toFixed(1)} s, --jobs 2 ${two.toFixed(1)} s: ${(one / two).toFixed(2)} times as fast`,
  );
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

function secondsFor(inputs: string, jobs: number): number {
  const output = join(folder, 'out');
  const start = performance.now();
  const parameters = ['extract', inputs, '--jobs', String(jobs), '--output', output, '--quiet'];
  const { status } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...parameters], { stdio: 'ignore' });
  const seconds = (performance.now() - start) / SECOND;
  rmSync(output, { recursive: true, force: true });
  if (status !== 0) throw new Error(`extract ended with ${String(status)}; run npm run build first`);
  return seconds;
}
