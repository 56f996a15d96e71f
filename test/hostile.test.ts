import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from '../scripts/hostile/catalogue.js';
import { writeHostile } from '../scripts/hostile/write-hostile.js';
import { type InputReport, Manifest } from '../src/schema/manifest.js';
import { SelfEvaluation } from '../src/schema/record.js';
import { filesIn, lastingFolder, textOf } from './made/folder.js';
import { processesOf } from './made/program.js';

const GOOD = [
  'forms/03-shanghai.tab.md',
  'forms/09-yuan.table.html',
  'forms/21-mixed-report.pipe.md',
  'pdf/03-shanghai.libreoffice-ukai-portrait.pdf',
  'pdf/16-two-row-header.libreoffice-noto-landscape.pdf',
];
/** A picture of noise is read in 6 seconds on a machine that has nothing else to do; the whole test run leaves it half of one. */
const LIMITS = ['secondsPerDocument=20', 'secondsWithoutProgress=15', 'residentMegabytes=600'];
const PARENT_KILOBYTES = 250_000;

const quick = HOSTILE.filter(({ isSlow }) => isSlow !== true);

const folder = lastingFolder();
const at = (...path: string[]) => join(folder, ...path);

interface Run {
  readonly output: string;
  readonly records: readonly SelfEvaluation[];
  readonly inputs: ReadonlyMap<string, InputReport>;
  /** The most that the parent held; 0 where the system does not say it. */
  readonly parentKilobytes: number;
}

/** Runs the program over these folders, with a folder of its own for temporary files. */
async function run(name: string, ...inputs: readonly string[]): Promise<Run> {
  const output = at(`${name}-output`);
  mkdirSync(at('temporary'), { recursive: true });
  let parentKilobytes = 0;
  await new Promise((resolve) => {
    const limits = LIMITS.flatMap((limit) => ['--limit', limit]);
    const parameters = ['dist/cli/main.js', 'extract', ...inputs, '-o', output, '--jobs', '2', ...limits];
    const child = execFile(process.execPath, parameters, { env: { ...process.env, TMPDIR: at('temporary') } }, () => {
      clearInterval(timer);
      resolve(null);
    });
    const timer = setInterval(() => {
      parentKilobytes = Math.max(parentKilobytes, peakKilobytes(child.pid ?? 0));
    }, 100);
  });
  const manifest = Manifest.parse(JSON.parse(textOf(output, 'manifest.json')));
  const lines = textOf(output, 'projects.jsonl').trim().split('\n');
  return {
    output,
    records: lines.map((line) => SelfEvaluation.parse(JSON.parse(line))),
    inputs: new Map(manifest.inputs.map((input) => [basename(input.path), input])),
    parentKilobytes,
  };
}

function peakKilobytes(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

describe('hostile files beside good ones, in one run', () => {
  let alone: Run;
  let together: Run;

  beforeAll(async () => {
    mkdirSync(at('good'));
    for (const file of GOOD) cpSync(join('fixtures', file), at('good', basename(file)));
    await writeHostile(at('hostile'), quick);
    alone = await run('alone', at('good'));
    together = await run('together', at('good'), at('hostile'));
  }, 480_000);

  it.each(quick)('$name: $what', ({ name, outcome }) => {
    const { status, reason, forms } = together.inputs.get(name) ?? {};
    expect({ name, status, forms }).toEqual({ name, status: outcome.status, forms: outcome.forms });
    if (outcome.reasons.length === 0) expect(reason).toBeNull();
    else expect(outcome.reasons).toContain(reason?.code);
  });

  it('good files give exactly the records that they give alone', () => {
    const good = new Set([...alone.inputs.values()].map(({ sha256 }) => sha256));
    expect(alone.records.length).toBeGreaterThan(GOOD.length);
    expect(together.records.filter(({ source }) => good.has(source.sha256))).toEqual(alone.records);
  });

  it('nothing is left behind: no process, no temporary file, nothing half written', () => {
    expect(processesOf(at('temporary'))).toEqual([]);
    expect(readdirSync(at('temporary'))).toEqual([]);
    const unknown = filesIn(together.output).filter(
      (file) =>
        !/^(projects\/[^/]+\.json|[a-z]+\.(csv|json|jsonl|xlsx)|\.zipingbiao\/(journal\.ndjson|results\/.+\.gz))$/.test(
          file,
        ),
    );
    expect(unknown).toEqual([]);
  });

  it('the parent stays small', () => {
    expect(together.parentKilobytes).toBeLessThan(PARENT_KILOBYTES);
  });
});

describe('the hostile files', () => {
  it('are at least sixty, under different names', () => {
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });
});
