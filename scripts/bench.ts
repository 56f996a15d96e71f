/** Measures the whole program on 24, 2,400 and 24,000 forms in one file: forms per second, processor time, peak memory. `npm run bench`. */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '24,2400,24000' }, source: { type: 'string' } },
});

const PROGRAM = join(import.meta.dirname, '../dist/cli/main.js');
const PUBLISHED = join(import.meta.dirname, '../../shared/data/putuo-2023/source.md');
const OWN = join(import.meta.dirname, '../fixtures/forms/30-undamaged.tab.md');

interface Figures {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** The text of one document and how many forms it holds. Published forms where they are at hand, else one of ours. */
function sample(): { text: string; forms: number } {
  const path = values.source ?? (existsSync(PUBLISHED) ? PUBLISHED : OWN);
  const text = readFileSync(path, 'utf8');
  return { text: `${text}\n\n`, forms: text.match(/自评表\s*$/gm)?.length ?? 1 };
}

async function write(path: string, text: string, times: number): Promise<void> {
  const out = createWriteStream(path);
  for (let i = 0; i < times; i++) if (!out.write(text)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

/** Runs the program on one file, on one core where the system can bind it. */
function measure(input: string, folder: string): Figures {
  const usage = join(folder, 'usage.json');
  const preload = `import { writeFileSync } from 'node:fs'; process.on('exit', () => { const u = process.resourceUsage(); writeFileSync(${JSON.stringify(usage)}, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, rss: u.maxRSS / 1024 })); });`;
  const command = [
    process.execPath,
    '--import',
    `data:text/javascript,${encodeURIComponent(preload)}`,
    PROGRAM,
    'extract',
    input,
    '--output',
    join(folder, 'out'),
    '--quiet',
  ];
  const bound = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0', ...command] : command;
  const start = process.hrtime.bigint();
  const [program = '', ...parameters] = bound;
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The program ended with ${String(status)}: ${stderr}`);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { cpu, rss } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; rss: number };
  return { seconds, cpuSeconds: cpu, peakMegabytes: rss };
}

const { text, forms } = sample();
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, one core`,
);
console.log('forms   input MB  seconds  CPU s  forms/s  forms/CPU s  peak MB');
for (const size of values.sizes.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const input = join(folder, 'forms.md');
    await write(input, text, Math.ceil(size / forms));
    const { seconds, cpuSeconds, peakMegabytes } = measure(input, folder);
    const row = [
      size,
      (statSync(input).size / 1e6).toFixed(1),
      seconds.toFixed(2),
      cpuSeconds.toFixed(2),
      Math.round(size / seconds),
      Math.round(size / cpuSeconds),
      Math.round(peakMegabytes),
    ];
    console.log(row.map((cell, index) => String(cell).padStart([6, 9, 8, 6, 8, 12, 8][index] ?? 8)).join(' '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
