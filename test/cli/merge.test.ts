import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Manifest } from '../../src/schema/manifest.js';
import { call } from '../made/call.js';
import { filesIn, madeFolder, textOf } from '../made/folder.js';

const INPUTS = [
  '1-form.md',
  '2-forms.md',
  '3-forms.md',
  'aside.md',
  'copy.md',
  'cut-1-form.md',
  'defect.md',
  'z-4-forms.md',
];

let folder: string;
beforeEach(() => {
  folder = madeFolder();
  mkdirSync(join(folder, 'in'));
  for (const name of INPUTS) writeFileSync(join(folder, 'in', name), '');
});

const extract = (output: string, ...options: string[]) =>
  call(['extract', join(folder, 'in'), '--output', join(folder, output), ...options]);
const merge = (...folders: string[]) =>
  call(['merge', ...folders.map((name) => join(folder, name)), '--output', join(folder, 'merged')]);

/** What a folder holds, but for times and what the run was told. */
const results = (output: string) =>
  filesIn(join(folder, output))
    .filter((file) => !file.startsWith('.') && file !== 'manifest.json')
    .map((file) => [file, textOf(folder, output, file)]);
const inputs = (output: string) =>
  Manifest.parse(JSON.parse(textOf(folder, output, 'manifest.json'))).inputs.map((input) => ({
    ...input,
    milliseconds: 0,
  }));

describe('zipingbiao merge', () => {
  it('makes of the parts what one run over all of them gives', async () => {
    const whole = await extract('whole');
    for (const part of ['1/3', '2/3', '3/3']) await extract(`part-${part.slice(0, 1)}`, '--shard', part);
    const merged = await merge('part-1', 'part-2', 'part-3');
    expect(results('merged')).toEqual(results('whole'));
    expect(inputs('merged')).toEqual(inputs('whole'));
    expect(merged.code).toBe(whole.code);
    expect(merged.stderr.replace('/merged', '/whole')).toBe(whole.stderr);
  });

  it('takes what stands in two folders once, and says so', async () => {
    await extract('a');
    await extract('b', '--shard', '1/2');
    const { stderr } = await merge('a', 'b');
    // The workbook says how many inputs were skipped.
    const tables = (output: string) => results(output).filter(([file]) => file !== 'zipingbiao.xlsx');
    expect(tables('merged')).toEqual(tables('a'));
    expect(stderr).toContain('same-content');
  });

  it.each([
    ['has no manifest', 'manifest.json', /a does not hold the results.*\(manifest\.json: ENOENT/],
    ['has no records', 'projects.jsonl', /a does not hold the results.*\(projects\.jsonl: ENOENT/],
  ])('ends with 2 where a folder %s, and writes nothing', async (_, file, message) => {
    await extract('a');
    rmSync(join(folder, 'a', file));
    const { code, stderr } = await merge('a');
    expect([code, filesIn(join(folder, 'merged'))]).toEqual([2, []]);
    expect(stderr).toMatch(message);
  });

  it('ends with 2 where the records are not those of the manifest', async () => {
    await extract('a');
    const lines = textOf(folder, 'a', 'projects.jsonl').split('\n');
    writeFileSync(join(folder, 'a', 'projects.jsonl'), lines.slice(1).join('\n'));
    expect((await merge('a')).stderr).toContain('1-form.md, which manifest.json has, is missing');
  });

  it('does not write over what it reads', async () => {
    await extract('a');
    const argv = ['merge', join(folder, 'a'), '--output', join(folder, 'a')];
    expect(await call(argv)).toMatchObject({ code: 2 });
  });
});
