import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { cellGridOf } from '../../src/emit/cell-grid.js';
import { sheetsAs, type SheetFormat } from '../../src/emit/sheet-format.js';
import { openDocument } from '../../src/extract/open.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import type { Cell, Sheet } from '../../src/schema/sheet.js';

function cell(row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): Cell {
  return { row, column, rowSpan, columnSpan, text, page: null, box: null, confidence: null, reading: 'text' };
}

const sheet = (cells: Cell[], lines: string[] = []): Sheet => ({
  lines: lines.map((text) => ({ text, page: null, box: null })),
  cells,
  spansKnown: true,
});

/** A corner of two by two, a cell below that no rule closes, and all that must be escaped. */
const MERGED = sheet(
  [cell(0, 0, '甲', 2, 2), cell(0, 2, 'a<b>&'), cell(1, 2, '=1\n个'), cell(2, 0, '"丙"')],
  ['<标题>'],
);
const COLUMN = sheet([cell(0, 0, '一'), cell(1, 0, ''), cell(2, 0, '二')]);

async function textOf(format: SheetFormat, sheets: Sheet[], csv: 'plain' | 'spreadsheet' = 'plain'): Promise<string> {
  let text = '';
  for await (const piece of sheetsAs(format, Readable.from(sheets) as AsyncIterable<Sheet>, { csv })) text += piece;
  return text;
}

it('puts cells into a grid', () => {
  const shown = cellGridOf(MERGED.cells).map((row) =>
    row.map((place) => (typeof place === 'string' ? place : place.text)),
  );
  expect(shown).toEqual([
    ['甲', 'covered', 'a<b>&'],
    ['covered', 'covered', '=1\n个'],
    ['"丙"', 'open', 'open'],
  ]);
});

it('writes tables as CSV with an empty line between them', async () => {
  expect(await textOf('csv', [MERGED, COLUMN])).toBe(
    '甲,,a<b>&\r\n,,"=1\n个"\r\n"""丙""",,\r\n\r\n"一"\r\n""\r\n"二"\r\n',
  );
});

it('guards CSV for spreadsheets', async () => {
  expect(await textOf('csv', [sheet([cell(0, 0, '=1'), cell(0, 1, '甲')])], 'spreadsheet')).toBe("\uFEFF'=1,甲\r\n");
});

it('writes tables as HTML with spans, escaped', async () => {
  expect(await textOf('html', [MERGED])).toContain(
    [
      '<p>&lt;标题&gt;</p>',
      '<table>',
      '<tr><td rowspan="2" colspan="2">甲</td><td>a&lt;b&gt;&amp;</td></tr>',
      '<tr><td>=1<br>个</td></tr>',
      '<tr><td>"丙"</td><td></td><td></td></tr>',
      '</table>\n',
    ].join('\n'),
  );
});

it('writes HTML that reads as the same cells', async () => {
  const bytes = Buffer.from(await textOf('html', [MERGED]));
  const document = await openDocument({ bytes, name: 'a.html' }, DEFAULT_LIMITS);
  const cells: Cell[] = [];
  for await (const read of document.sheets()) cells.push(...read.cells);
  expect(cells.filter(({ text }) => text !== '')).toEqual(MERGED.cells);
});

it('writes sheets as JSON', async () => {
  expect(JSON.parse(await textOf('json', [MERGED, COLUMN]))).toEqual([MERGED, COLUMN]);
});

it.each(['json', 'csv', 'html'] as const)('writes nothing as %s where there is no sheet', async (format) => {
  expect(await textOf(format, [])).toBe('');
});
