import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Manifest } from '../../src/schema/manifest.js';
import { type BaseFiles, type Kind, writeMutants } from './mutants.js';
import { DPI } from './small-pictures.js';
import { schemaBreaks } from './schema-breaks.js';

const SECONDS_PER_DOCUMENT = 60;
const SECOND = 1_000;
/** A process is ended and its end waited for, perhaps three times. */
const GRACE_SECONDS = 10;
/** A run is a hang when it takes longer than all its mutants one after the other would at this pace. */
const SECONDS_PER_MUTANT = 5;
const LIMITS = [`secondsPerDocument=${SECONDS_PER_DOCUMENT}`, 'residentMegabytes=1000'];
/** 0 to 3 say what came of the inputs; anything else, that something is wrong with the run. */
const LAST_EXIT_CODE = 3;

export interface SliceOptions {
  readonly seed: number;
  readonly mutants: number;
  readonly bases: BaseFiles;
  readonly only?: Kind | undefined;
  /** The built program. */
  readonly program: string;
  /** Mutants that something is wrong with are copied to this folder. */
  readonly keep?: string | undefined;
}

/** What became of a slice of mutants, which were read in one run. */
export interface Slice {
  readonly seed: number;
  readonly mutants: number;
  readonly records: number;
  /** How many ended in which way: `done`, or the status with the code of the reason. */
  readonly ends: Readonly<Record<string, number>>;
  /** The run itself ended otherwise than it should. */
  readonly crashes: readonly string[];
  readonly hangs: readonly string[];
  /** Outputs that break their schema. */
  readonly breaks: readonly string[];
  /** Mutants at which the program met a defect of its own, or whose process crashed each time. */
  readonly defects: readonly string[];
  /** Temporary files left behind. */
  readonly left: readonly string[];
  readonly seconds: number;
}

/** Makes a slice of mutants, reads them in one run with child processes, and looks at what came of it. */
export async function runSlice({ seed, mutants, bases, only, program, keep }: SliceOptions): Promise<Slice> {
  const folder = mkdtempSync(join(tmpdir(), 'zipingbiao-fuzz-'));
  const [inputs, output, temporary] = ['in', 'out', 'tmp'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(temporary);
  const start = performance.now();
  try {
    writeMutants(inputs, mutants, seed, bases, only);
    const parameters = [program, 'extract', inputs, '--output', output, '--dpi', String(DPI), '--quiet'];
    const run = spawn(process.execPath, [...parameters, ...LIMITS.flatMap((limit) => ['--limit', limit])], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: mutants * SECONDS_PER_MUTANT * SECOND,
      killSignal: 'SIGKILL',
    });
    let said = '';
    run.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const [code, signal] = (await once(run, 'close')) as [number | null, NodeJS.Signals | null];
    const isCrash = code === null || code > LAST_EXIT_CODE || !existsSync(join(output, 'manifest.json'));
    const ended = isCrash ? nothing : endsOf(output);
    if (keep !== undefined)
      for (const path of [...ended.hangs, ...ended.defects]) {
        mkdirSync(keep, { recursive: true });
        cpSync(path, join(keep, `${seed}-${basename(path)}`));
      }
    const named = (paths: readonly string[]) => paths.map((path) => basename(path));
    return {
      seed,
      mutants,
      records: ended.records,
      ends: ended.ends,
      crashes: isCrash ? [`${String(signal ?? code)}: ${said}`] : [],
      hangs: named(ended.hangs),
      breaks: isCrash ? [] : await schemaBreaks(output),
      defects: named(ended.defects),
      left: readdirSync(temporary),
      seconds: Math.round((performance.now() - start) / SECOND),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nothing = { ends: {}, hangs: [], defects: [], records: 0 };

function endsOf(output: string) {
  const { inputs } = Manifest.parse(JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')));
  const ends: Record<string, number> = {};
  for (const { status, reason } of inputs) {
    const end = reason === null ? status : `${status}: ${reason.code}`;
    ends[end] = (ends[end] ?? 0) + 1;
  }
  const longest = (SECONDS_PER_DOCUMENT + GRACE_SECONDS) * SECOND;
  return {
    ends,
    hangs: inputs.filter(({ milliseconds }) => milliseconds > longest).map(({ path }) => path),
    defects: inputs
      .filter(({ reason }) => reason?.code === 'internal' || reason?.code === 'crashed')
      .map(({ path }) => path),
    records: inputs.reduce((sum, { forms }) => sum + forms, 0),
  };
}
