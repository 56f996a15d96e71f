import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Manifest } from '../../src/schema/manifest.js';
import { call, leavingReader } from '../made/call.js';
import { openSerial } from '../../src/run/serial.js';
import { MADE_READER } from '../made/documents.js';
import { filesIn, madeFolder, textOf } from '../made/folder.js';

let folder: string;
beforeEach(() => {
  folder = madeFolder();
});

/** Calls `extract` with files of these names in a folder `in`, and results in `out`. */
async function extract(files: string[], ...options: string[]) {
  mkdirSync(join(folder, 'in'), { recursive: true });
  for (const file of files) writeFileSync(join(folder, 'in', file), '');
  const called = await call(['extract', join(folder, 'in'), '-o', join(folder, 'out'), ...options]);
  return { ...called, stderr: called.stderr.replaceAll(folder, '') };
}

describe('zipingbiao extract', () => {
  it.each([
    [['2-forms.md'], 0],
    [['2-forms.md', 'empty.html', 'aside.md', 'binary.bin'], 0],
    [['2-forms.md', 'defect.md'], 1],
    [['empty.html'], 3],
    [['defect.md'], 3],
    [[], 3],
  ])('%j ends with %i', async (files, code) => {
    expect((await extract(files)).code).toBe(code);
  });

  it('says what came out, what failed and why, and where the results are', async () => {
    const { stderr, stdout } = await extract([
      '2-forms.md',
      'cut-1-form.md',
      'aside.md',
      'refused.pdf',
      '1-form-then-fails.md',
    ]);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      [
        '5 files: 2 done, 2 failed, 1 skipped',
        '4 forms with 28 indicators; 1 related form set aside',
        '64 of 136 printed numbers (amounts, rates, weights, scores) proved by the forms’ own arithmetic (47.0 %)',
        '5 findings to look at:',
        '       4  score-sum',
        '       1  cell-cut',
        'Failed:',
        '       1  unreadable',
        '           /in/1-form-then-fails.md: gone. Forms before that, which are kept: 1.',
        '       1  unsupported-kind',
        '           /in/refused.pdf: a PDF.',
        'Skipped:',
        '       1  set-aside-only',
        '           /in/aside.md: it holds only related forms, which are set aside.',
        'Results are in /out',
        '',
      ].join('\n'),
    );
  });

  it('is not deceived by the name of a file that failed', async () => {
    const { stderr } = await extract(['1-form.md', 'defect\nResults are in \u001B[1mhell.md']);
    expect(stderr).toContain('/in/defect\\nResults are in \\u001B[1mhell.md: ');
  });

  it('says it in Chinese', async () => {
    const { stderr } = await extract(['1-form.md'], '--lang', 'zh');
    expect(stderr).toContain('1 个文件：完成 1，失败 0，跳过 0\n1 张自评表，7 个指标\n');
  });

  it('says only what failed with --quiet', async () => {
    expect((await extract(['1-form.md'], '--quiet')).stderr).toBe('');
    const { stderr } = await extract(['1-form.md', 'defect.md'], '--quiet');
    expect(stderr).toContain('defect.md');
    expect(stderr).not.toContain('Results are in');
  });

  it('writes the formats and the options that were asked for into the folder and the manifest', async () => {
    await extract(
      ['1-form.md'],
      '--format',
      'csv,jsonl',
      '--csv',
      'plain',
      '--headers',
      'zh',
      '--limit',
      'rowsPerForm=7',
      '--ocr',
      'fast',
      '--dpi',
      '200',
    );
    expect(filesIn(join(folder, 'out')).filter((file) => !file.startsWith('.'))).toEqual([
      'datapackage.json',
      'findings.csv',
      'funds.csv',
      'indicators.csv',
      'manifest.json',
      'projects.csv',
      'projects.jsonl',
    ]);
    expect(textOf(folder, 'out', 'projects.csv')).toMatch(/^编号,年度,表名,项目名称,/);
    const { version, options } = Manifest.parse(JSON.parse(textOf(folder, 'out', 'manifest.json')));
    expect({ version, options }).toMatchObject({
      version: '1.2.3',
      options: {
        formats: ['csv', 'jsonl'],
        csv: 'plain',
        headers: 'zh',
        perProject: false,
        limits: { rowsPerForm: 7 },
        ocr: 'fast',
        dpi: 200,
      },
    });
  });

  it('is a filter with --output -', async () => {
    const { code, stdout, stderr } = await call(['extract', '-', '--format', 'jsonl', '--output', '-']);
    expect([code, stdout.split('\n').length, stdout.startsWith('{"schemaVersion":"1"')]).toEqual([0, 2, true]);
    expect(stderr).not.toContain('Results are in');
  });

  it('ends quietly where the reader of standard output leaves', async () => {
    writeFileSync(join(folder, '50-forms.md'), '');
    const argv = ['extract', join(folder, '50-forms.md'), '--format', 'jsonl', '--output', '-'];
    expect(await call(argv, { stdout: leavingReader() })).toMatchObject({ code: 0, stderr: '' });
  });

  it('shows progress on a terminal only', async () => {
    writeFileSync(join(folder, '3-forms.md'), '');
    const argv = ['extract', join(folder, '3-forms.md'), '--output', join(folder, 'out')];
    expect((await call(argv, { tty: true })).stderr).toContain(' 1/1 file · 0 pages · 3 forms · ');
    expect((await call(argv)).stderr).not.toContain('\u001B');
  });

  it('keeps what was done when it is interrupted, and ends with 130', async () => {
    for (const name of ['2-forms.md', '3-forms.md']) writeFileSync(join(folder, name), '');
    const { code, stderr } = await call(['extract', folder, '--output', join(folder, 'out')], {
      openExecutor: () =>
        Promise.resolve(
          openSerial({
            ...MADE_READER,
            open(...input) {
              process.emit('SIGINT');
              return MADE_READER.open(...input);
            },
          }),
        ),
    });
    expect(code).toBe(130);
    expect(stderr).toContain('Interrupted: finishing what is being read.');
    expect(textOf(folder, 'out', 'projects.jsonl').trimEnd().split('\n')).toHaveLength(2);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });
});
