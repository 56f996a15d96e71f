import { expect, it } from 'vitest';
import { Losses } from '../../../src/extract/source/losses.js';
import { htmlTables } from '../../../src/extract/text/html-tables.js';
import { gridOf } from '../../../src/extract/text/table-grid.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import { drawn } from './drawn.js';

function grid(html: string): string[] {
  const rows = htmlTables(html)[0]?.rows ?? [];
  return drawn([{ lines: [], cells: gridOf(rows, DEFAULT_LIMITS, new Losses(DEFAULT_LIMITS)), spansKnown: true }]);
}

it.each([
  ['a cell from above pushes to the right', '<tr><td rowspan=2>a<td>b<tr><td>c', ['0| a[0 2x1] b[1]', '1| c[1]']],
  ['a span ends with the table', '<tr><td rowspan=9 colspan=2>a<td>b<tr><td>c', ['0| a[0 2x2] b[2]', '1| c[2]']],
  ['0 rows are all that follow', '<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d', ['0| a[0 3x1] b[1]', '1| c[1]', '2| d[1]']],
  ['0 columns are one', '<tr><td colspan=0>a<td>b', ['0| a[0] b[1]']],
  ['too wide is as wide as a table may be', '<tr><td colspan=99999>a', ['0| a[0 1x200]']],
  ['a wide cell stops at one from above', '<tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d', ['0| a[0] b[1 2x1]', '1| c[0] d[2]']],
  ['row groups do not end a span', '<thead><tr><th rowspan=2>a<th>b</thead><tbody><tr><td>c', ['0| a[0 2x1] b[1]', '1| c[1]']],
  ['an empty row counts', '<tr><td>a<tr></tr><tr><td>b', ['0| a[0]', '2| b[0]']],
])('%s', (_, rows, expected) => {
  expect(grid(`<table>${rows}</table>`)).toEqual(expected);
}); // prettier-ignore
