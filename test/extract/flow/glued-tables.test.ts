import { expect, it } from 'vitest';
import type { FlowCell } from '../../../src/extract/flow/flow-item.js';
import { gluedTablesOf } from '../../../src/extract/flow/glued-tables.js';

/** Cells of a row that begin at these columns; the last one ends at 20. */
const row = (at: number, columns: readonly number[], rowSpan = 1): FlowCell[] =>
  columns.map((column, index) => ({
    row: at,
    column,
    rowSpan,
    columnSpan: (columns[index + 1] ?? 20) - column,
    text: `${at}`,
  }));
const shown = (tables: readonly (readonly FlowCell[])[]) =>
  tables.map((cells) => cells.map(({ row: at, column, columnSpan }) => `${at}:${column}+${columnSpan}`).join(' '));

const ABOVE = [0, 2, 4, 6, 8, 10];
const BELOW = [0, 1, 3, 5, 7, 9];

it('parts rows that have no edge in common, each part by its own columns', () => {
  expect(shown(gluedTablesOf([...row(0, ABOVE), ...row(1, BELOW), ...row(2, [0, 9])]))).toEqual([
    '0:0+1 0:1+1 0:2+1 0:3+1 0:4+1 0:5+1',
    '1:0+1 1:1+1 1:2+1 1:3+1 1:4+1 1:5+1 2:0+5 2:5+1',
  ]);
});

it.each([
  ['an edge in common', [...row(0, ABOVE), ...row(1, [0, 1, 3, 5, 8, 9])]],
  ['a cell over both rows', [...row(0, ABOVE, 2), ...row(1, BELOW)]],
  ['few cells', [...row(0, [0, 2, 4]), ...row(1, [0, 3, 5])]],
])('leaves a table whole: %s', (_, cells) => {
  expect(gluedTablesOf(cells)).toEqual([cells]);
});
