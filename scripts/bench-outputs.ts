/**
 * Measures what each format costs for many forms: seconds, processor seconds, peak memory of the process and of the child that makes a
 * workbook or a DuckDB database, size. `npm run build && npx tsx scripts/bench-outputs.ts [--forms 24000] [--formats xlsx,sqlite] [--source forms.md]`. Each format has a
 * process of its own, which writes the forms of one document again and again under new ids. Results go to a temporary folder.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openForms } from '../src/digitize/digitize.js';
import { FORMAT_NAMES } from '../src/emit/output/formats.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';

const PROGRAM = join(import.meta.dirname, 'outputs/write-one.mjs');
const PUBLISHED = join(import.meta.dirname, '../../shared/data/putuo-2023/source.md');
const OWN = join(import.meta.dirname, '../fixtures/forms/30-undamaged.tab.md');
const SAMPLE_MILLISECONDS = 50;
/** Kilobytes: the highest that there ever was. */
const HIGHEST = /^VmHWM:\s+(\d+) kB$/m;
/** Of the fields behind the name in /proc/<pid>/stat, and their unit (proc_pid_stat(5)). */
const USER_TIME = 11;
const TICKS_PER_SECOND = 100;
const MEGABYTE = 1024 ** 2;

interface Usage {
  readonly peakBytes: number;
  readonly cpuSeconds: number;
}

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '24000' },
    formats: { type: 'string', default: FORMAT_NAMES.join() },
    source: { type: 'string', default: existsSync(PUBLISHED) ? PUBLISHED : OWN },
  },
});

console.log(`${values.forms} forms, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
console.log('format    seconds    cpu s  main MB child MB  size MB');
const records = join(mkdtempSync(join(tmpdir(), 'bench-records-')), 'records.jsonl');
await readRecords(records);
for (const format of values.formats.split(',')) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-outputs-'));
  try {
    const row = [format, ...(await measure(format, folder)), (sizeOf(folder) / MEGABYTE).toFixed(1)];
    console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(8) : cell.padStart(9))).join(''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
rmSync(dirname(records), { recursive: true, force: true });

async function measure(format: string, folder: string): Promise<string[]> {
  const child = spawn(process.execPath, [PROGRAM, format, folder, values.forms, records], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const seen = new Map<number, Usage>();
  const sampling = setInterval(() => {
    for (const pid of familyOf(child.pid ?? 0)) {
      const usage = usageOf(pid);
      if (usage !== null) seen.set(pid, usage);
    }
  }, SAMPLE_MILLISECONDS);
  await ended;
  clearInterval(sampling);
  const { seconds } = JSON.parse(said) as { seconds: number };
  const [main, ...others] = [...seen.values()];
  const cpu = [...seen.values()].reduce((sum, usage) => sum + usage.cpuSeconds, 0);
  const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE).toString();
  const maker = Math.max(0, ...others.map(({ peakBytes }) => peakBytes));
  return [seconds.toFixed(1), cpu.toFixed(1), megabytes(main?.peakBytes ?? 0), megabytes(maker)];
}

function familyOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number);
    return [pid, ...children.flatMap(familyOf)];
  } catch {
    return [pid];
  }
}

/** What a process has used so far, by the system's own account; null where it has ended. */
function usageOf(pid: number): Usage | null {
  try {
    const highest = HIGHEST.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    if (highest === undefined) return null;
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    const [user = 0, system = 0] = fields.slice(USER_TIME, USER_TIME + 2).map(Number);
    return { peakBytes: Number(highest) * 1024, cpuSeconds: (user + system) / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}

/** The forms of a document as a file of JSON lines. */
async function readRecords(to: string): Promise<void> {
  const lines: string[] = [];
  const document = await openForms({ path: values.source }, { limits: DEFAULT_LIMITS });
  for await (const event of document.events()) if (event.type === 'form') lines.push(JSON.stringify(event.record));
  writeFileSync(to, lines.join('\n'));
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
