/**
 * Measures what each format costs for many forms: seconds, processor seconds and peak memory with child processes, size.
 * `npx tsx scripts/bench-outputs.ts [--forms 24000] [--formats xlsx,sqlite] [--source forms.md]`. Each format has a process of its own, which reads
 * the forms of one document once and writes them again and again under new ids. Results go to a temporary folder, which is removed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openForms } from '../src/digitize.js';
import { openFolderOutput } from '../src/emit/folder-output.js';
import { FORMAT_NAMES } from '../src/emit/formats.js';
import { OutputFormat, OutputOptions } from '../src/emit/output.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { SelfEvaluation } from '../src/schema/record.js';

const PUBLISHED = join(import.meta.dirname, '../../shared/data/putuo-2023/source.md');
const OWN = join(import.meta.dirname, '../fixtures/forms/30-undamaged.tab.md');
const SAMPLE_MILLISECONDS = 50;
/** Sampled memory may miss a short peak: kilobytes of the highest value that the system itself kept are taken where it tells. */
const HIGHEST = /^VmHWM:\s+(\d+) kB$/m;
const MEGABYTE = 1024 ** 2;

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '24000' },
    formats: { type: 'string', default: FORMAT_NAMES.join() },
    source: { type: 'string', default: existsSync(PUBLISHED) ? PUBLISHED : OWN },
    write: { type: 'string' },
    to: { type: 'string', default: '' },
  },
});

if (values.write === undefined) await measureAll();
else await write(values.write, values.to);

async function measureAll(): Promise<void> {
  console.log(`${values.forms} forms, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
  console.log('format    seconds    cpu s   peak MB  size MB');
  for (const format of values.formats.split(',')) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-outputs-'));
    try {
      const row = [format, ...(await measure(format, folder)), (sizeOf(folder) / MEGABYTE).toFixed(1)];
      console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(8) : cell.padStart(9))).join(''));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function measure(format: string, folder: string): Promise<string[]> {
  const script = fileURLToPath(import.meta.url);
  const options = ['--write', format, '--to', folder, '--forms', values.forms, '--source', values.source];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const peaks = new Map<number, number>();
  const sampling = setInterval(() => {
    for (const pid of familyOf(child.pid ?? 0)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, highestOf(pid)));
  }, SAMPLE_MILLISECONDS);
  await ended;
  clearInterval(sampling);
  const { seconds, cpu } = JSON.parse(said) as { seconds: number; cpu: number };
  // The process that writes and the one that makes the workbook, at their highest together: more than ever was at once.
  const [main = 0, ...others] = [...peaks.values()];
  return [seconds.toFixed(1), cpu.toFixed(1), Math.round((main + Math.max(0, ...others)) / MEGABYTE).toString()];
}

function familyOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number);
    return [pid, ...children.flatMap(familyOf)];
  } catch {
    return [pid];
  }
}

function highestOf(pid: number): number {
  try {
    return Number(HIGHEST.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function write(format: string, folder: string): Promise<void> {
  const forms: SelfEvaluation[] = [];
  const document = await openForms({ path: values.source }, { limits: DEFAULT_LIMITS });
  for await (const event of document.events()) if (event.type === 'form') forms.push(event.record);
  const [begin, cpu] = [performance.now(), process.cpuUsage()];
  const options = OutputOptions.parse({ formats: [OutputFormat.parse(format)] });
  const output = openFolderOutput(folder, options, { version: '0', options: {} });
  for (let index = 0; index < Number(values.forms); index++) {
    const form = forms[index % forms.length];
    if (form === undefined) throw new Error(`${values.source} holds no form.`);
    await output.write({ ...form, id: `${form.id.slice(0, 13)}${String(index + 1).padStart(3, '0')}` });
  }
  await output.finish({ complete: true });
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begin) / 1000;
  console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6 }));
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
