import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/extract/open.js';
import type { Finding } from '../../../src/schema/finding.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import type { Sheet } from '../../../src/schema/sheet.js';

async function read(text: string): Promise<{ kind: string; sheets: Sheet[]; findings: readonly Finding[] }> {
  const document = await openDocument({ bytes: Buffer.from(text), name: 'a' }, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return { kind: document.kind, sheets, findings: document.findings };
}

const hocr = (inside: string, title = 'bbox 0 0 2480 3508; scan_res 300 300') =>
  `<html><head><meta name="ocr-system" content="a"><title></title></head><body><div class="ocr_page" title="${title}">${inside}</div></body></html>`;
const word = (box: string, text: string, sure = '; x_wconf 88') =>
  `<span class="ocrx_word" title="bbox ${box}${sure}">${text}</span>`;
const line = (box: string, inside: string) => `<span class="ocr_line" title="bbox ${box}">${inside}</span>`;
const alto = (inside: string, unit = 'pixel') =>
  `<?xml version="1.0"?><a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v3#"><a:Description><a:MeasurementUnit>${unit}</a:MeasurementUnit></a:Description><a:Layout><a:Page WIDTH="2480" HEIGHT="3508">${inside}</a:Page></a:Layout></a:alto>`;

const linesOf = (sheets: readonly Sheet[]) => sheets.flatMap(({ lines }) => lines.map(({ text }) => text));
const cellsOf = (sheets: readonly Sheet[]) =>
  sheets.flatMap(({ cells }) => cells.map(({ row, column, text, confidence }) => [row, column, text, confidence]));

/** The rules round two cells beside each other, in pixels. */
const RULES = ['300 300 900 302', '300 400 900 402', '299 300 301 400', '599 300 601 400', '899 300 901 400'];

describe('hOCR', () => {
  it('is told by its pages, and gives lines with boxes in points', async () => {
    const { kind, sheets } = await read(hocr(line('300 300 600 350', word('300 300 600 350', '项目名称') + '\n')));
    expect(kind).toBe('scan');
    expect(sheets[0]?.lines[0]).toMatchObject({
      text: '项目名称',
      page: 1,
      readings: [{ by: 'hOCR', confidence: 0.88 }],
    });
    expect(sheets[0]?.lines[0]?.box?.[0]).toBeCloseTo(72, 3);
  });

  it('makes cells of words between separators, each as sure as its least sure word', async () => {
    const rules = RULES.map((box) => `<div class="ocr_separator" title="bbox ${box}"></div>`).join('');
    const words =
      word('320 330 420 370', '得分') + word('650 330 700 370', '9.5', '; x_wconf 40') + word('705 330 745 370', '分');
    const { sheets } = await read(hocr(rules + line('320 330 745 370', words)));
    expect(cellsOf(sheets)).toEqual([
      [0, 0, '得分', 0.88],
      [0, 1, '9.5分', 0.4],
    ]);
  });

  it('reads entities, tags within words, and lines without words', async () => {
    const words = word('300 300 500 350', '<strong>A&amp;B</strong>');
    const { sheets, findings } = await read(
      hocr(line('300 300 500 350', words) + line('300 500 700 550', '年度 &lt;5')),
    );
    expect(linesOf(sheets)).toEqual(['A&B', '年度 <5']);
    expect(findings).toEqual([]);
  });

  it('tells that a word without a place was left out', async () => {
    const { sheets, findings } = await read(
      hocr(line('9 9 99 20', word('9 9 99 20', '甲') + '<span class="ocrx_word">12</span>')),
    );
    expect(linesOf(sheets)).toEqual(['甲']);
    expect(findings.map(({ code }) => code)).toEqual(['page-incomplete']);
  });

  it('tells that a file was cut off', async () => {
    const whole = hocr(line('9 9 99 20', word('9 9 99 20', '甲')));
    const { findings } = await read(whole.slice(0, -20));
    expect(findings.map(({ code }) => code)).toEqual(['page-incomplete']);
  });

  it.each([
    ['a density that is absurd is not believed', 'bbox 0 0 2480 3508; scan_res 70 70'],
    ['a page without a density is as large as A4', 'bbox 0 0 2480 3508'],
  ])('%s', async (_, title) => {
    const { sheets } = await read(hocr(line('300 300 600 350', word('300 300 600 350', '项目名称')), title));
    expect(sheets[0]?.lines[0]?.box?.[0]).toBeCloseTo(72, 0);
  });

  it('reads no entity that a document type declares', async () => {
    const bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const { sheets } = await read(`${bomb}${hocr(line('9 9 99 20', word('9 9 99 20', '甲&b;')))}`);
    expect(linesOf(sheets)).toEqual(['甲&b;']);
  });

  it('gives up a tag without end', async () => {
    await expect(read(hocr(`<span ${'a '.repeat(100_000)}>`))).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('ALTO', () => {
  const string = (x: number, y: number, width: number, text: string, sure = ' WC="0.9"') =>
    `<a:String HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="50" CONTENT="${text}"${sure}/>`;

  it('is told by its root, whatever its prefix', async () => {
    const { kind, sheets } = await read(
      alto(`<a:TextBlock><a:TextLine>${string(300, 300, 200, '&gt;95%')}</a:TextLine></a:TextBlock>`),
    );
    expect([kind, ...linesOf(sheets)]).toEqual(['scan', '>95%']);
  });

  it('takes the blocks of a table as its cells', async () => {
    const block = (x: number, text: string) =>
      `<a:TextBlock HPOS="${x}" VPOS="300" WIDTH="300" HEIGHT="100"><a:TextLine>${string(x + 20, 325, 50 * text.length, text, '')}</a:TextLine></a:TextBlock>`;
    const { sheets } = await read(
      alto(`<a:ComposedBlock TYPE="Table">${block(300, '分值')}${block(600, '十分')}</a:ComposedBlock>`),
    );
    expect(cellsOf(sheets)).toEqual([
      [0, 0, '分值', 0.5],
      [0, 1, '十分', 0.5],
    ]);
  });

  it('knows its units', async () => {
    const { sheets } = await read(alto(`<a:TextLine>${string(254, 254, 200, '甲')}</a:TextLine>`, 'mm10'));
    expect(sheets[0]?.lines[0]?.box?.[0]).toBeCloseTo(72, 3);
  });

  it('reads each page on its own', async () => {
    const second = `</a:Page><a:Page WIDTH="2480" HEIGHT="3508"><a:TextLine>${string(300, 300, 50, '乙')}</a:TextLine>`;
    const { sheets } = await read(alto(`<a:TextLine>${string(300, 300, 50, '甲')}</a:TextLine>${second}`));
    expect(sheets.flatMap(({ lines }) => lines.map(({ text, page }) => [text, page]))).toEqual([
      ['甲', 1],
      ['乙', 2],
    ]);
  });
});
