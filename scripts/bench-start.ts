/**
 * Measures how long a command takes to start, beside `node -e 0`, in turns so that a busy machine slows all alike: wall and processor
 * time, medians, and each command's ratio to the bare start, of every turn. `npm run build && npx tsx scripts/bench-start.ts`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { turns: { type: 'string', default: '15' }, node: { type: 'string', default: process.execPath } },
});
const PROGRAM = join(import.meta.dirname, '../dist/cli/main.js');
const FORM = join(import.meta.dirname, '../fixtures/forms/30-undamaged.tab.md');

const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const usage = join(folder, 'usage.json');
/** Writes the process' own processor milliseconds when it ends; costs both sides the same. */
const PRELOAD = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs'; process.on('exit', () => { const u = process.resourceUsage(); writeFileSync(${JSON.stringify(usage)}, String((u.userCPUTime + u.systemCPUTime) / 1e3)); });`,
)}`;

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  '--version': [PROGRAM, '--version'],
  '--help': [PROGRAM, '--help'],
  schema: [PROGRAM, 'schema'],
  'sheets of a text': [PROGRAM, 'sheets', FORM],
  'extract of a text': [PROGRAM, 'extract', FORM, '--output', join(folder, 'out'), '--jobs', '0', '--quiet'],
};

interface Turn {
  readonly wall: number;
  readonly processor: number;
}

/** Milliseconds of one start. */
function start(parameters: readonly string[]): Turn {
  const begun = performance.now();
  const { status, stderr } = spawnSync(values.node, ['--import', PRELOAD, ...parameters], { encoding: 'utf8' });
  const wall = performance.now() - begun;
  if (status !== 0) throw new Error(`${parameters.join(' ')} ended with ${String(status)}: ${stderr}`);
  return { wall, processor: Number(readFileSync(usage, 'utf8')) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

try {
  const turns = new Map<string, Turn[]>();
  for (let turn = 0; turn < Number(values.turns); turn += 1)
    for (const [name, parameters] of Object.entries(COMMANDS))
      turns.set(name, [...(turns.get(name) ?? []), start(parameters)]);
  const bare = turns.get('node -e 0') ?? [];
  for (const [name, measured] of turns) {
    const of = (key: keyof Turn) => {
      const ratio = median(measured.map((turn, index) => turn[key] / (bare[index]?.[key] ?? Number.NaN)));
      return `${median(measured.map((turn) => turn[key])).toFixed(0)} ms (${ratio.toFixed(2)} times)`;
    };
    console.log(`${name}: wall ${of('wall')}, processor ${of('processor')}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
