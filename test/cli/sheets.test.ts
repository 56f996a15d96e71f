import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Sheet } from '../../src/schema/sheet.js';
import { call } from '../made/call.js';
import { fixturePath } from '../made/expected-forms.js';
import { filesIn, madeFolder } from '../made/folder.js';
import { ruledPdf } from '../made/ruled-pdf.js';

let folder: string;
let pdf: string;
let text: string;
beforeEach(() => {
  folder = madeFolder();
  pdf = join(folder, 'a.pdf');
  text = join(folder, 'a.md');
  writeFileSync(pdf, ruledPdf());
  writeFileSync(text, '| 甲 | 乙 |\n| --- | --- |\n| =1 | 丙 |\n');
});

describe('zipingbiao sheets', () => {
  it('prints the sheets that hold a table as JSON', async () => {
    const { code, stdout, stderr } = await call(['sheets', pdf]);
    expect([code, stderr]).toEqual([0, '']);
    const sheets = z.array(Sheet).parse(JSON.parse(stdout));
    expect(sheets.map(({ cells }) => cells.map(({ text, page, columnSpan }) => [text, page, columnSpan]))).toEqual([
      [
        ['甲', 1, 2],
        ['乙<', 1, 1],
        ['丙', 1, 1],
      ],
      expect.arrayContaining([expect.arrayContaining([3])]),
    ]);
  });

  it.each([
    [['--csv', 'plain'], '甲,\r\n乙<,丙\r\n'],
    [[], '\uFEFF甲,\r\n乙<,丙\r\n'],
  ])('prints CSV %j', async (options, expected) => {
    expect(await call(['sheets', pdf, '--format', 'csv', '--pages', '1-2', ...options])).toEqual({
      code: 0,
      stdout: expected,
      stderr: '',
    });
  });

  it('reads texts too, and guards against formulas', async () => {
    expect((await call(['sheets', text, '-f', 'csv'])).stdout).toBe("\uFEFF甲,乙\r\n'=1,丙\r\n");
  });

  it('reads no pictures with --ocr none', async () => {
    const picture = fixturePath('scan/18-odd-signs.200-jpeg.jpg');
    const { code, stderr } = await call(['sheets', picture, '--ocr', 'none']);
    expect(code).toBe(3);
    expect(stderr).toContain('that --ocr is not none');
  });

  it('reads standard input', async () => {
    const { stdout } = await call(['sheets', '-', '-f', 'html', '--pages', '1'], { stdin: streamOf(ruledPdf()) });
    expect(stdout).toContain('<tr><td colspan="2">甲</td></tr>\n<tr><td>乙&lt;</td><td>丙</td></tr>\n');
  });

  it('writes a file, whole', async () => {
    const output = join(folder, 'out.csv');
    expect(await call(['sheets', text, '-f', 'csv', '--csv', 'plain', '-o', output])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(output, 'utf8')).toBe('甲,乙\r\n=1,丙\r\n');
    expect(filesIn(folder)).toEqual(['a.md', 'a.pdf', 'out.csv']);
  });

  it('ends with 3 and leaves the output alone where there is no table', async () => {
    const output = join(folder, 'out.json');
    const { code, stderr } = await call(['sheets', pdf, '--pages', '2', '-o', output]);
    expect([code, stderr]).toEqual([3, expect.stringContaining('a.pdf: no table was found.')]);
    expect(filesIn(folder)).toEqual(['a.md', 'a.pdf']);
  });

  it.each([
    [['--pages', '2,4'], 2, 'a.pdf: there is no page 4; it has 3.'],
    [['--pages', '0'], 2, 'Choose from: page numbers and ranges of them'],
    [['--pages', '3-1'], 2, '--pages <list>: 3-1 is not possible'],
    [['--format', 'xml'], 2, 'Choose from: json, csv, html'],
    [['--pages', '4', '--lang', 'zh'], 2, 'a.pdf：没有第 4 页，共 3 页。'],
  ])('%j ends with %i', async (options, code, message) => {
    expect(await call(['sheets', pdf, ...options])).toEqual({
      code,
      stdout: '',
      stderr: expect.stringContaining(message) as string,
    });
  });

  it('says what else is wrong', async () => {
    expect(await call(['sheets', text, '--pages', '1'])).toMatchObject({ code: 2, stdout: '' });
    expect(await call(['sheets', join(folder, 'no')])).toMatchObject({ code: 2, stdout: '' });
    expect((await call(['sheets', text, '-o', text])).stderr).toContain('would replace the file that is read');
    writeFileSync(text, '\x89PNG\r\n\x1a\n', 'latin1');
    expect(await call(['sheets', text, '--lang', 'zh'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('图片已损坏') as string,
    });
  });
});

function streamOf(bytes: Buffer) {
  return Readable.from([bytes]);
}
