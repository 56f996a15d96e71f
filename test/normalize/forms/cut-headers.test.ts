import { describe, expect, it } from 'vitest';
import { withColumnsBelow } from '../../../src/normalize/forms/cut-headers.js';
import { rowsOf, type Row } from '../../../src/normalize/rows/rows.js';
import type { Cell } from '../../../src/schema/sheet.js';

/** A row of cells on a page, each `[text, column, left, right]`; as wide as one column. */
function row(page: number, cells: readonly (readonly [string, number, number, number])[]): Row {
  const drawn = cells.map(([text, column, left, right]): Cell => ({
    ...{ row: 0, column, rowSpan: 1, columnSpan: 1, text, page, confidence: null, reading: 'glyphs' },
    box: [left, 0, right, 10],
  }));
  const [made] = rowsOf({ lines: [], cells: drawn, spansKnown: true });
  if (!made) throw new Error('A row without cells.');
  return made;
}

const values = row(2, [
  ['资金总额', 0, 0, 50],
  ['1', 1, 50, 100],
  ['2', 2, 100, 150],
  ['3', 3, 150, 200],
]);
const placesUnder = (header: Row) =>
  withColumnsBelow({ headers: [header], rows: [values], repeated: [] }).map(({ cells }) =>
    cells.map(({ text, column, end }) => `${text} ${column}-${end}`),
  );

describe('a header on the page before its rows', () => {
  it('has the columns that stand below its cells', () => {
    const header = row(1, [
      ['预算数', 1, 50, 150],
      ['执行数', 2, 150, 200],
    ]);
    expect(placesUnder(header)).toEqual([['预算数 1-3', '执行数 3-4']]);
  });

  it('is left as it is where its table is not as wide as theirs, or stands on their page', () => {
    const narrow: Parameters<typeof row>[1] = [
      ['预算数', 1, 0, 80],
      ['执行数', 2, 70, 120],
    ];
    for (const page of [1, 2]) expect(placesUnder(row(page, narrow))).toEqual([['预算数 1-2', '执行数 2-3']]);
  });
});
