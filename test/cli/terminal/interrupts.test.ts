import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { outputOf } from '../../../scripts/kill/run-and-kill.js';
import { writeSmallInputs } from '../../../scripts/kill/small-inputs.js';
import { Manifest } from '../../../src/schema/manifest.js';
import { filesIn, madeFolder, textOf } from '../../made/folder.js';
import { processesOf, startProgram } from '../../made/program.js';

const FILES = 80;
const TEXTS_FOR_A_PDF = 10;
/** A page is read for seconds. */
const SLOW = 'fixtures/scan/01-central-leading.200-faded.pdf';

let folder: string;
beforeEach(() => {
  folder = madeFolder();
  mkdirSync(join(folder, 'tmp'));
});

const start = (output = 'out', ...options: string[]) =>
  startProgram(['extract', join(folder, 'in'), '-o', join(folder, output), ...options], join(folder, 'tmp'));

/** What the run has written apart from finished results, which it keeps to go on from. */
const leftIn = (output: string) =>
  filesIn(join(folder, output)).filter((file) => !/^\.zipingbiao\/(journal\.ndjson|results\/.+\.gz)$/.test(file));

/** The finished results that a run has kept, with the time when they were written. */
const resultsIn = (output: string) =>
  new Map(
    filesIn(join(folder, output, '.zipingbiao/results')).map((file) => [
      file,
      statSync(join(folder, output, '.zipingbiao/results', file)).mtimeMs,
    ]),
  );

describe('the program, interrupted', { timeout: 120_000 }, () => {
  it('once: finishes what it is reading, writes whole outputs, ends with 130; the same command goes on', async () => {
    writeSmallInputs(join(folder, 'in'), FILES, TEXTS_FOR_A_PDF);
    const run = start('out', '--json-log');
    await run.said('"event":"input"');
    run.signal('SIGINT');
    const { code, stderr } = await run.ended;
    expect([code, stderr.includes('"event":"interrupting"')]).toEqual([130, true]);

    const { inputs } = Manifest.parse(JSON.parse(textOf(folder, 'out', 'manifest.json')));
    const done = inputs.filter(({ status }) => status === 'done');
    const others = inputs.filter(({ status }) => status !== 'done');
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(others.map(({ reason }) => reason?.code))).toEqual(new Set(['interrupted']));
    const forms = done.reduce((sum, input) => sum + input.forms, 0);
    expect(textOf(folder, 'out', 'projects.jsonl').trim().split('\n')).toHaveLength(forms);
    expect(readdirSync(join(folder, 'out', 'projects'))).toHaveLength(forms);
    expect(leftIn('out').filter((file) => file.startsWith('.'))).toEqual([]);

    const before = resultsIn('out');
    expect(before.size).toBe(done.length);
    expect((await start().ended).code).toBe(0);
    expect([...before].filter(([file, written]) => resultsIn('out').get(file) !== written)).toEqual([]);
    await start('whole').ended;
    expect(outputOf(join(folder, 'out'))).toEqual(outputOf(join(folder, 'whole')));
  });

  it('twice: stops at once with 130, leaves no process and nothing half-written; the same command goes on', async () => {
    mkdirSync(join(folder, 'in'));
    cpSync(SLOW, join(folder, 'in', 'slow.pdf'));
    const run = start('out', '--json-log');
    await run.said('"event":"start"');
    while (filesIn(join(folder, 'out')).every((file) => !file.endsWith('.tmp'))) await setTimeout(10);
    run.signal('SIGINT');
    await run.said('"event":"interrupting"');
    run.signal('SIGINT');
    expect((await run.ended).code).toBe(130);
    while (processesOf(join(folder, 'tmp')).length > 0) await setTimeout(10);
    expect([leftIn('out'), readdirSync(join(folder, 'tmp'))]).toEqual([[], []]);

    expect((await start().ended).code).toBe(0);
    expect(textOf(folder, 'out', 'projects.jsonl').trim().split('\n')).toHaveLength(1);
  });
});
