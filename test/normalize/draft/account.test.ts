import { describe, expect, it } from 'vitest';
import { Account } from '../../../src/normalize/draft/account.js';
import { rowsOf as rowsOfSheet } from '../../../src/normalize/rows/rows.js';
import { sheetsFrom } from '../../made/sheets.js';

const rowsOf = (drawing: string) => sheetsFrom(drawing).flatMap(rowsOfSheet);

/** The texts that nobody owned, each with the field that stands nearest before it. */
const left = (account: Account) => account.unplaced().map(({ text, near }) => [text, near]);

describe('what nobody owned', () => {
  it('is every text at first, but for signs of none', () => {
    expect(left(new Account(rowsOf('数量 | 3 | - | /')))).toEqual([
      ['数量', null],
      ['3', null],
    ]);
  });

  it('stands near the field of its row, or of the row before', () => {
    const rows = rowsOf('数量 | 3\n质量 | 4');
    const account = new Account(rows);
    account.own(rows[0]?.cells.slice(0, 1) ?? [], { field: 'indicators[0].name' });
    expect(left(account)).toEqual([
      ['3', 'indicators[0].name'],
      ['质量', 'indicators[0].name'],
      ['4', 'indicators[0].name'],
    ]);
  });

  it('is the rest of a cell of which a part was owned', () => {
    const [row] = rowsOf('数量3个 | -');
    const account = new Account(row ? [row] : []);
    account.own(row?.cells.slice(0, 1).map((cell) => ({ ...cell, text: '3个' })) ?? [], {
      field: 'indicators[0].target',
    });
    expect(left(account)).toEqual([['数量', 'indicators[0].target']]);
  });

  it('is nothing where all are owned, and owning twice does no harm', () => {
    const rows = rowsOf('数量 | 3\n质量 | 4');
    const account = new Account(rows);
    for (const { cells } of [...rows, ...rows]) account.own(cells, 'label');
    expect(left(account)).toEqual([]);
  });
});
