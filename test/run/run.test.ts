import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/emit/output/output.js';
import { OutputError } from '../../src/emit/files/output-error.js';
import type { Input } from '../../src/run/inputs.js';
import { type Progress, run } from '../../src/run/run.js';
import type { Reader } from '../../src/run/reader.js';
import { openSerial } from '../../src/run/serial.js';
import type { Tally } from '../../src/run/tally.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { DEFAULT_READING } from '../../src/schema/reading-options.js';
import type { InputReport } from '../../src/schema/manifest.js';
import { MADE_READER } from '../made/documents.js';

interface Outcome {
  readonly forms: string[];
  readonly reports: InputReport[];
  readonly ends: string[];
  readonly progress: Progress | null;
  readonly tally: Tally;
}

/** Runs over made-up documents; while the document at `interruptAt` is read, the user wants to stop. */
async function outcomeOf(
  inputs: (string | Input)[],
  interruptAt: string | null = null,
  fault?: Error,
): Promise<Outcome> {
  const forms: string[] = [];
  const reports: InputReport[] = [];
  const ends: string[] = [];
  let progress: Progress | null = null;
  const interrupt = new AbortController();
  const output: Output = {
    write: ({ source }) => {
      if (fault !== undefined) return Promise.reject(fault);
      forms.push(`${source.file}#${source.ordinal}`);
      return Promise.resolve();
    },
    report: (report) => Promise.resolve(void reports.push(report)),
    finish: ({ complete }) => Promise.resolve(void ends.push(complete ? 'complete' : 'partial')),
    discard: () => void ends.push('discarded'),
  };
  const list = inputs.map((input) => (typeof input === 'string' ? { path: input, named: true } : input));
  const reader: Reader = {
    ...MADE_READER,
    open(source, options) {
      if ('path' in source && source.path === interruptAt) interrupt.abort();
      return MADE_READER.open(source, options);
    },
  };
  const options = {
    executor: openSerial(reader),
    limits: DEFAULT_LIMITS,
    reading: DEFAULT_READING,
    output,
    stdin: Readable.from([Buffer.from('x')]),
    onProgress: (now: Progress) => (progress = now),
  };
  try {
    const tally = await run(list, { ...options, signal: interrupt.signal });
    return { forms, reports, ends, tally, progress };
  } catch (error) {
    throw Object.assign(error as Error, { ends });
  }
}

const brief = ({ path, status, reason, forms }: InputReport) => [path, status, reason?.code ?? null, forms];

describe('run', () => {
  it.each([
    ['2-forms.md', 'done', null, 2],
    ['empty.html', 'skipped', 'no-form', 0],
    ['aside.md', 'skipped', 'set-aside-only', 0],
    ['aside-1-form.md', 'done', null, 1],
    ['refused.pdf', 'failed', 'unsupported-kind', 0],
    ['binary.bin', 'failed', 'not-text', 0],
    ['defect.md', 'failed', 'internal', 0],
    ['2-forms-then-fails.md', 'failed', 'unreadable', 2],
  ])('%s ends as %s, %s, after %i forms', async (path, status, code, forms) => {
    expect((await outcomeOf([path])).reports.map(brief)).toEqual([[path, status, code, forms]]);
  });

  it('goes on after a failure, and keeps what was read before it', async () => {
    const { forms, reports, ends } = await outcomeOf(['2-forms-then-fails.md', 'defect.md', '1-form.md']);
    expect(forms).toEqual(['2-forms-then-fails.md#1', '2-forms-then-fails.md#2', '1-form.md#1']);
    expect(reports[0]?.reason?.message).toBe('2-forms-then-fails.md: gone. Forms before that, which are kept: 2.');
    expect(ends).toEqual(['complete']);
  });

  it('skips a file in a folder that is no document, but not one of a kind that may hold forms', async () => {
    const { reports } = await outcomeOf([
      { path: 'd/binary.bin', named: false },
      { path: 'd/refused.pdf', named: false },
    ]);
    expect(reports.map(({ status }) => status)).toEqual(['skipped', 'failed']);
  });

  it('reads the same content only once: its ids would come twice', async () => {
    const { forms, reports, progress } = await outcomeOf(['1-form.md', 'copy-1-form.md']);
    expect(progress).toMatchObject({ ended: 2, reused: 1, forms: 1 });
    expect(forms).toHaveLength(1);
    expect(reports.map(brief)[1]).toEqual(['copy-1-form.md', 'skipped', 'same-content', 0]);
  });

  it('reads standard input', async () => {
    expect((await outcomeOf(['-'])).reports.map(brief)).toEqual([['stdin', 'done', null, 1]]);
  });

  it('finishes what is being read when it is interrupted, and says what it did not reach', async () => {
    const { forms, reports, ends, tally } = await outcomeOf(['1-form.md', '3-forms.md', '2-forms.md'], '3-forms.md');
    expect(forms).toEqual(['1-form.md#1', '3-forms.md#1', '3-forms.md#2', '3-forms.md#3']);
    expect(reports.map(brief)).toEqual([
      ['1-form.md', 'done', null, 1],
      ['3-forms.md', 'done', null, 3],
      ['2-forms.md', 'skipped', 'interrupted', 0],
    ]);
    expect([ends, tally.interrupted]).toEqual([['partial'], true]);
  });

  it('ends, and discards, where the results can’t be written', async () => {
    const full = new OutputError('out', Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(outcomeOf(['1-form.md', '2-forms.md'], null, full)).rejects.toMatchObject({
      code: 'ENOSPC',
      ends: ['discarded'],
    });
  });

  it('counts what came out', async () => {
    const { tally } = await outcomeOf(['2-forms.md', 'cut-1-form.md', 'aside.md', 'defect.md']);
    expect(tally).toMatchObject({ inputs: { done: 2, failed: 1, skipped: 1 }, forms: 3, indicators: 21, setAside: 1 });
    expect([...tally.findings]).toEqual([
      ['score-sum', 3],
      ['cell-cut', 1],
    ]);
    expect(tally.failed.get('internal')).toMatchObject({
      count: 1,
      examples: [{ messageZh: expect.stringContaining('内部错误') as string }],
    });
  });
});
