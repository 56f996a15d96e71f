/**
 * Reads many small documents in one run of the built program, and says what its parent process holds over time and how fast the first and
 * the last tenth are: `npm run build && npx tsx scripts/load-test.ts [--texts 10000] [--pdfs 1000] [--jobs 2]`
 *
 * PDFs lie evenly among the texts, so that every tenth is the same work. Processes that have just begun are slow until their code is
 * compiled: some 500 inputs more come before the first tenth, in a row of their own. Seconds are this machine's of this hour; CPU
 * seconds, of the parent and all its children, hardly depend on what else it does. Exit 1 where the parent held more than it may.
 * Linux only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { writeSmallInputs } from './kill/small-inputs.js';
import { cpuSeconds, residentMegabytes } from './load/process-figures.js';

const PARTS = 10;
/** Inputs in which processes start and their code is compiled. */
const BEGINNING = 500;
/** The most that the parent may hold. */
const MEGABYTES = 200;
const LOOK_MILLISECONDS = 200;
const SECOND = 1_000;

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '10000' },
    pdfs: { type: 'string', default: '1000' },
    jobs: { type: 'string', default: '2' },
  },
});
const [texts, pdfs] = [Number(values.texts), Number(values.pdfs)];
const inputs = texts + pdfs;

interface Part {
  readonly inputs: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly largestMegabytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'zipingbiao-load-'));
try {
  writeSmallInputs(join(folder, 'in'), BEGINNING + inputs, Math.round(inputs / pdfs));
  report(await measured());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the program; gives what its beginning and each tenth of the inputs took, and what the parent held in it. */
async function measured(): Promise<Part[]> {
  const program = join(import.meta.dirname, '../dist/cli/main.js');
  const parameters = [join(folder, 'in'), '--output', join(folder, 'out'), '--jobs', values.jobs, '--json-log'];
  const run = spawn(process.execPath, [program, 'extract', ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
  const pid = run.pid ?? 0;
  const parts: Part[] = [];
  let [ended, largest] = [0, 0];
  let before = { time: 0, cpu: 0 };
  const endOf = (part: number) => BEGINNING + Math.round((part * inputs) / PARTS);
  const partBetween = (from: typeof before, to: typeof before): Part => ({
    inputs: parts.length === 0 ? BEGINNING : inputs / PARTS,
    seconds: (to.time - from.time) / SECOND,
    cpuSeconds: to.cpu - from.cpu,
    largestMegabytes: Math.max(largest, residentMegabytes(pid)),
  });
  const timer = setInterval(() => {
    largest = Math.max(largest, residentMegabytes(pid));
  }, LOOK_MILLISECONDS);
  createInterface(run.stderr).on('line', (line) => {
    const { event } = JSON.parse(line) as { event: string };
    if (event === 'input') ended += 1;
    const isPart = event === 'input' && ended === endOf(parts.length);
    if (!isPart && event !== 'start') return;
    const now = { time: performance.now(), cpu: cpuSeconds(pid) };
    if (isPart) parts.push(partBetween(before, now));
    [before, largest] = [now, 0];
  });
  const [code] = (await once(run, 'close')) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`The program ended with ${String(code)}; run npm run build first.`);
  console.log(`While the results were put in place, the parent held ${largest.toFixed(0)} MB.`);
  return parts;
}

function report(parts: readonly Part[]): void {
  console.log(`${texts} texts and ${pdfs} PDFs, --jobs ${values.jobs}; after ${BEGINNING} more, by tenths:`);
  console.log('tenth  inputs/s  CPU ms/input  parent MB');
  const rate = (part: Part) => part.inputs / part.seconds;
  const cost = (part: Part) => (part.cpuSeconds / part.inputs) * SECOND;
  for (const [index, part] of parts.entries()) {
    const cells = [rate(part).toFixed(1).padStart(8), cost(part).toFixed(1).padStart(12)];
    console.log(
      `${(index === 0 ? 'start' : String(index)).padStart(5)}  ${cells.join('  ')}  ${part.largestMegabytes.toFixed(0).padStart(9)}`,
    );
  }
  const [first, last] = [parts[1], parts.at(-1)];
  if (first === undefined || last === undefined) return;
  console.log(
    `last tenth / first tenth: throughput ${(rate(last) / rate(first)).toFixed(2)}, CPU ${(cost(last) / cost(first)).toFixed(2)}`,
  );
  if (parts.some(({ largestMegabytes }) => largestMegabytes > MEGABYTES)) process.exitCode = 1;
}
