import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeEach, describe, expect, it } from 'vitest';
import { call } from '../made/call.js';
import { filesIn, madeFolder } from '../made/folder.js';
import { ruledPdf } from '../made/ruled-pdf.js';

let folder: string;
let pdf: string;
let output: string;
beforeEach(() => {
  folder = madeFolder();
  pdf = join(folder, 'a.pdf');
  output = join(folder, 'page.png');
  writeFileSync(pdf, ruledPdf());
});

/** The picture's size, and a reader of its colours at a point of the page. */
async function pictureAt(scale: number) {
  const image = await loadImage(readFileSync(output));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return {
    size: [image.width, image.height],
    colourAt: (x: number, y: number) => [...context.getImageData(x * scale, y * scale, 1, 1).data.slice(0, 3)],
  };
}

const ORANGE = [213, 94, 0];
const WHITE = [255, 255, 255];

describe('zipingbiao draw', () => {
  it('draws rulings and cells where they are on the page', async () => {
    const { code, stderr } = await call(['draw', pdf, '--page', '1', '--output', output, '--scale', '4']);
    expect([code, stderr]).toEqual([0, `1 table, 3 cells, 6 rulings, 4 glyphs\nWritten to ${output}\n`]);
    const { size, colourAt } = await pictureAt(4);
    expect(size).toEqual([2380, 3368]);
    expect(colourAt(150, 842 - 660)).toEqual(ORANGE); // on the rule between the rows
    expect(colourAt(50, 50)).toEqual(WHITE);
    expect(colourAt(280, 842 - 690)).not.toEqual(WHITE); // the first cell's ground
  });

  it('draws a turned page upright, as it was read', async () => {
    await call(['draw', pdf, '-p', '3', '-o', output, '--scale', '1', '--quiet']);
    expect((await pictureAt(1)).size).toEqual([595, 842]);
  });

  it.each([
    [['-p', '4'], 2, 'a.pdf: there is no page 4; it has 3.'],
    [['-p', '0'], 2, 'Choose from: whole numbers from 1'],
    [['-p', '1.5'], 2, '1.5 is not possible'],
    [[], 2, 'option -p, --page <number> must be given'],
    [['-p', '1', '--scale', '11'], 2, 'numbers above 0, up to 10'],
    [['-p', '4', '--lang', 'zh'], 2, '没有第 4 页，共 3 页。'],
  ])('%j ends with %i', async (options, code, message) => {
    const called = await call(['draw', pdf, '-o', output, ...options]);
    expect([called.code, called.stderr]).toEqual([code, expect.stringContaining(message)]);
    expect(filesIn(folder)).toEqual(['a.pdf']);
  });

  it('draws pages of PDFs only', async () => {
    writeFileSync(pdf, '甲\t乙\n');
    const { code, stderr } = await call(['draw', pdf, '-p', '1', '-o', output]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('a.pdf: it is not a PDF')]);
  });

  it('draws what each reader read of a scan, orange where they differ', { timeout: 120_000 }, async () => {
    const scan = join(import.meta.dirname, '../../fixtures/scan/18-odd-signs.200-jpeg.jpg');
    const { code, stderr } = await call(['draw', scan, '-p', '1', '-o', output, '--scale', '2']);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^\d tables?, \d+ cells, \d{2,} readings\n/)]);
    const { size } = await pictureAt(2);
    expect(size).toEqual([1685, 1191]);
    const plain = await call(['draw', scan, '-p', '1', '-o', output, '--scale', '2', '--ocr', 'none']);
    expect(plain.stderr).toContain('0 readings');
  });

  it('does not replace the file that it reads', async () => {
    expect(await call(['draw', pdf, '-p', '1', '-o', pdf])).toMatchObject({ code: 2 });
    expect(readFileSync(pdf)).toEqual(ruledPdf());
  });
});
