import { write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/extract/open.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import type { Sheet } from '../../../src/schema/sheet.js';
import { drawn } from '../text/drawn.js';

type Worksheets = Readonly<Record<string, WorkSheet & { hidden?: 0 | 1 | 2 }>>;

function bytesOf(worksheets: Worksheets, bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const SheetNames = Object.keys(worksheets);
  const Sheets = SheetNames.map((name) => ({ name, Hidden: worksheets[name]?.hidden ?? 0 }) as const);
  return write(
    { SheetNames, Sheets: { ...worksheets }, Workbook: { Sheets } },
    { type: 'buffer', bookType },
  ) as Uint8Array;
}

async function read(bytes: Uint8Array) {
  const document = await openDocument({ bytes, name: 'a' }, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return { sheets, kind: document.kind, notes: document.findings };
}
const text = (v: string): CellObject => ({ t: 's', v });
const merge = (r1: number, c1: number, r2: number, c2: number) => ({ s: { r: r1, c: c1 }, e: { r: r2, c: c2 } });
const CENTRE = {
  '!ref': 'A1:C3',
  A1: text('甲'),
  C1: text('乙'),
  A3: text('丙\r\n丁'),
  '!merges': [merge(0, 0, 1, 1)],
};

describe('a workbook', () => {
  it.each(['xlsx', 'biff8'] as const)('%s gives its sheets in order, merged cells both ways', async (bookType) => {
    const { sheets, kind } = await read(bytesOf({ 一: CENTRE, 二: { '!ref': 'A1', A1: text('末') } }, bookType));
    expect(kind).toBe('spreadsheet');
    expect(drawn(sheets)).toEqual(['0| 甲[0 2x2] 乙[2]', '2| 丙⏎丁[0]', '=====', '0| 末[0]']);
    expect(sheets[0]?.cells.at(-1)?.at).toEqual({ sheet: '一', cell: 'A3' });
  });

  it('shows numbers, rates and dates as the program does, and keeps what is stored', async () => {
    const { sheets } = await read(
      bytesOf({
        a: {
          '!ref': 'A1:D1',
          A1: { t: 'n', v: 0.9722, z: '0.00%' },
          B1: { t: 'n', v: 260, z: '#,##0.00' },
          C1: { t: 'n', v: 45260, z: 'm/d/yy' },
          D1: { t: 'n', v: 2, f: '1+1' },
        },
      }),
    );
    expect(sheets[0]?.cells.map(({ text: shown, stored }) => [shown, stored])).toEqual([
      ['97.22%', '0.9722'],
      ['260.00', '260'],
      ['2023/11/30', '45260'],
      ['2', '=1+1'],
    ]);
  });

  it('leaves out hidden sheets, rows and columns, and says so; no other cell moves', async () => {
    const { sheets, notes } = await read(
      bytesOf({
        藏: { '!ref': 'A1', A1: text('x'), hidden: 2 },
        表: {
          '!ref': 'A1:C3',
          ...{ A1: text('a'), B1: text('b'), C1: text('c'), A2: text('d'), A3: text('e') },
          '!rows': [{}, { hidden: true }],
          '!cols': [{}, { hidden: true }],
          '!merges': [merge(1, 2, 2, 2)],
        },
      }),
    );
    expect(drawn(sheets)).toEqual(['0| a[0] c[2]', '2| e[0] [2]']);
    expect(notes.map(({ code, message }) => `${code} ${message}`).join()).toMatch(
      /^hidden-left-out.*\(藏, 表 2, 表 B\)/,
    );
  });

  it('tells formulas with an error and formulas without a result', async () => {
    const { sheets, notes } = await read(
      bytesOf({ a: { '!ref': 'A1:B1', A1: { t: 'e', v: 0x17, f: '#REF!+1' }, B1: { t: 'z', f: 'A9' } } }),
    );
    expect(drawn(sheets)).toEqual(['0| #REF![0] [1]']);
    expect(notes.map(({ code, message }) => [code, /a [AB]1/.exec(message)?.[0]])).toEqual([
      ['formula-broken', 'a A1'],
      ['formula-without-value', 'a B1'],
    ]);
  });

  it('stays in order where merges are absurd', async () => {
    const merges = [merge(0, 0, 1_048_575, 16_383), merge(0, 0, 2, 2), merge(1, 1, 1, 1)];
    const { sheets } = await read(bytesOf({ a: { '!ref': 'A1:B2', A1: text('a'), B2: text('b'), '!merges': merges } }));
    expect(drawn(sheets)).toEqual(['0| a[0 2x200]']);
  });
});
