import { describe, expect, it } from 'vitest';
import { openDocumentOf } from '../../../scripts/office/open-document.js';
import { openDocument } from '../../../src/extract/open.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import type { Sheet } from '../../../src/schema/sheet.js';
import { drawn } from '../text/drawn.js';

async function read(kind: 'text' | 'spreadsheet', body: string, styles = '') {
  const bytes = openDocumentOf(kind, body, styles);
  const document = await openDocument({ bytes, name: 'a' }, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return { sheets, kind: document.kind, notes: document.findings };
}
const p = (text: string) => `<text:p>${text}</text:p>`;
const cell = (text: string, attributes = '') => `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (rows: string, name = '表') => `<table:table table:name="${name}">${rows}</table:table>`;
const COVERED = '<table:covered-table-cell/>';

describe('an OpenDocument text', () => {
  it('gives lines and tables in order, with spans both ways', async () => {
    const { sheets, kind } = await read(
      'text',
      p('自<text:s/>评') +
        table(
          row(cell('甲', 'table:number-rows-spanned="2" table:number-columns-spanned="2"') + COVERED + cell('乙')) +
            row(COVERED + COVERED + `<table:table-cell>${p('丙')}${p('丁<text:line-break/>戊')}</table:table-cell>`),
        ),
    );
    expect(kind).toBe('document');
    expect(drawn(sheets)).toEqual(['自 评', '0| 甲[0 2x2] 乙[2]', '1| 丙⏎丁⏎戊[2]']);
  });

  it('keeps columns in place where a covered cell has no cell that covers it', async () => {
    const { sheets } = await read('text', table(row(cell('a') + COVERED + cell('b'))));
    expect(drawn(sheets)).toEqual(['0| a[0] b[2]']);
  });

  it('leaves remarks, deleted and hidden text out', async () => {
    const { sheets, notes } = await read(
      'text',
      `<text:tracked-changes>${p('删')}</text:tracked-changes>` +
        p(
          '留<office:annotation><text:p>批注</text:p></office:annotation><text:span text:style-name="T1">藏</text:span>',
        ),
      '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>',
    );
    expect(drawn(sheets)).toEqual(['留']);
    expect(notes.map(({ code }) => code)).toEqual(['changes-tracked', 'hidden-left-out']);
  });
});

describe('an OpenDocument workbook', () => {
  it('knows sheet and cell, what is shown and what is stored', async () => {
    const { sheets, kind } = await read(
      'spreadsheet',
      table(
        '<table:table-column table:number-columns-repeated="3"/>' +
          row(cell('甲', 'table:number-columns-repeated="2"') + cell('97.22%', 'office:value="0.97222"')) +
          row('<table:table-cell/>', 'table:number-rows-repeated="5000"') +
          row(cell('末')),
        '自评',
      ),
    );
    expect(kind).toBe('spreadsheet');
    const cells = sheets.flatMap((sheet) => sheet.cells).filter(({ text }) => text !== '');
    expect(cells.map(({ text, at, stored }) => ({ text, at, stored }))).toEqual([
      { text: '甲', at: { sheet: '自评', cell: 'A1' }, stored: undefined },
      { text: '甲', at: { sheet: '自评', cell: 'B1' }, stored: undefined },
      { text: '97.22%', at: { sheet: '自评', cell: 'C1' }, stored: '0.97222' },
      { text: '末', at: { sheet: '自评', cell: 'A5002' }, stored: undefined },
    ]);
  });

  it('leaves hidden sheets, rows and columns out and says so; a formula without a result is told', async () => {
    const { sheets, notes } = await read(
      'spreadsheet',
      `<table:table table:name="藏" table:style-name="ta2">${row(cell('x'))}</table:table>` +
        table(
          '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>' +
            row(cell('a') + cell('b') + cell('c')) +
            row(cell('d'), 'table:visibility="collapse"') +
            row(cell('#REF!', 'table:formula="of:=[.#REF!]"')),
        ),
      '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    );
    expect(drawn(sheets)).toEqual(['0| a[0] [1] c[2]', '2| #REF![0]']);
    expect(notes.map(({ code, severity }) => [code, severity])).toEqual([
      ['hidden-left-out', 'note'],
      ['formula-broken', 'warning'],
    ]);
    expect(notes[0]?.message).toContain('藏, B, row 2');
    expect(notes[1]?.message).toContain('A3');
  });
});
