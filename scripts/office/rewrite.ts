import { write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { cellName } from '../../src/extract/flow/cell-name.js';
import type { Ruling } from '../../src/extract/lattice/ruling.js';
import type { Glyph } from '../../src/extract/geometry/glyph.js';
import type { Cell, Sheet } from '../../src/schema/sheet.js';
import { cell, docxOf, escaped, paragraph, row, table } from './docx.js';
import { type OfdPageParts, ofdRule } from './ofd.js';
import { openDocumentOf } from './open-document.js';

/** What a document of a fixture says, as an office file that says the same. */
export const REWRITERS = {
  docx: asDocx,
  odt: (sheets: readonly Sheet[]) => asOpenDocument(sheets, 'text'),
  ods: (sheets: readonly Sheet[]) => asOpenDocument(sheets, 'spreadsheet'),
  xlsx: asXlsx,
} as const;

const rowsOf = ({ cells }: Sheet) => Math.max(0, ...cells.map((each) => each.row + each.rowSpan));
const columnsOf = ({ cells }: Sheet) => Math.max(0, ...cells.map((each) => each.column + each.columnSpan));
const covers = (each: Cell, at: number, column: number) =>
  each.row <= at && at < each.row + each.rowSpan && each.column <= column && column < each.column + each.columnSpan;

/** What stands in each column of a row: a cell that begins there, one that reaches there, or none. */
function* along(sheet: Sheet, at: number): Generator<{ column: number; cell: Cell | undefined }> {
  for (let column = 0; column < columnsOf(sheet); column += 1)
    yield { column, cell: sheet.cells.find((each) => covers(each, at, column)) };
}

const counted = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

function asDocx(sheets: readonly Sheet[]): Buffer {
  const tableOf = (sheet: Sheet) =>
    table(
      ...counted(rowsOf(sheet), (at) => {
        let cells = '';
        for (const { column, cell: each } of along(sheet, at)) {
          if (each && each.column < column) continue;
          const merged = (each?.rowSpan ?? 1) > 1 ? `<w:vMerge${each?.row === at ? ' w:val="restart"' : ''}/>` : '';
          cells += cell(
            paragraph(each?.row === at ? each.text : ''),
            `<w:gridSpan w:val="${each?.columnSpan ?? 1}"/>${merged}`,
          );
        }
        return row(cells);
      }),
    );
  const parts = sheets.map(
    (sheet) => sheet.lines.map(({ text }) => paragraph(text)).join('') + (sheet.cells.length > 0 ? tableOf(sheet) : ''),
  );
  return docxOf(parts.join(''));
}

function asOpenDocument(sheets: readonly Sheet[], kind: 'text' | 'spreadsheet'): Buffer {
  const p = (text: string) =>
    text
      .split('\n')
      .map((line) => `<text:p>${escaped(line)}</text:p>`)
      .join('');
  const shown = (text: string, spans = '') => `<table:table-cell${spans}>${p(text)}</table:table-cell>`;
  const rowOf = (sheet: Sheet, at: number) => {
    let cells = '';
    for (const { column, cell: each } of along(sheet, at)) {
      if (each === undefined) cells += shown('');
      else if (each.row < at || each.column < column) cells += '<table:covered-table-cell/>';
      else
        cells += shown(
          each.text,
          ` table:number-columns-spanned="${each.columnSpan}" table:number-rows-spanned="${each.rowSpan}"`,
        );
    }
    return `<table:table-row>${cells}</table:table-row>`;
  };
  const body = sheets.map((sheet, index) => {
    const lines = sheet.lines.map(({ text }) =>
      kind === 'text' ? p(text) : `<table:table-row>${shown(text)}</table:table-row>`,
    );
    const rows = counted(rowsOf(sheet), (at) => rowOf(sheet, at)).join('');
    const name = `<table:table table:name="${index + 1}">`;
    if (kind === 'spreadsheet') return `${name}${lines.join('')}${rows}</table:table>`;
    return lines.join('') + (rows === '' ? '' : `${name}${rows}</table:table>`);
  });
  return openDocumentOf(kind, body.join(''));
}

function asXlsx(sheets: readonly Sheet[]): Buffer {
  const Sheets = Object.fromEntries(
    sheets.map((sheet, index) => {
      const worksheet: WorkSheet = { '!ref': `A1:${cellName(sheet.lines.length + rowsOf(sheet), columnsOf(sheet))}` };
      const put = (at: number, column: number, text: string) => {
        const content: CellObject = { t: 's', v: text };
        if (text !== '') worksheet[cellName(at, column)] = content;
      };
      sheet.lines.forEach(({ text }, at) => {
        put(at, 0, text);
      });
      for (const each of sheet.cells) put(sheet.lines.length + each.row, each.column, each.text);
      worksheet['!merges'] = sheet.cells
        .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
        .map(({ row: top, column, rowSpan, columnSpan }) => ({
          s: { r: sheet.lines.length + top, c: column },
          e: { r: sheet.lines.length + top + rowSpan - 1, c: column + columnSpan - 1 },
        }));
      return [String(index + 1), worksheet];
    }),
  );
  return write({ SheetNames: Object.keys(Sheets), Sheets }, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const MM_PER_POINT = 25.4 / 72;
const mm = (points: number) => points * MM_PER_POINT;

/** A page of a PDF as one of OFD: each glyph and each rule where it stood. Points in, millimetres out. */
export function asOfdPage(
  { glyphs, rulings }: { readonly glyphs: readonly Glyph[]; readonly rulings: readonly Ruling[] },
  { width, height }: { readonly width: number; readonly height: number },
): OfdPageParts {
  const texts = glyphs.map(
    ({ text, x, y, size, advance }) =>
      `<ofd:TextObject Boundary="${mm(x)} ${mm(y)} 1 1" Size="${mm(size)}"><ofd:TextCode X="0" Y="0" DeltaX="${mm(advance)}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`,
  );
  const rules = rulings.map(({ axis, at, from, to }) =>
    axis === 'horizontal' ? ofdRule(mm(from), mm(at), mm(to), mm(at)) : ofdRule(mm(at), mm(from), mm(at), mm(to)),
  );
  return { objects: [...rules, ...texts].join(''), box: `0 0 ${mm(width)} ${mm(height)}` };
}
