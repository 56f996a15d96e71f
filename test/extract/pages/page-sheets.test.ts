import { expect, it } from 'vitest';
import { Losses } from '../../../src/extract/source/losses.js';
import type { PageItem } from '../../../src/extract/pages/page-reading.js';
import { PageSheets } from '../../../src/extract/pages/page-sheets.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

const TOP = 40;
const line = (text: string, y: number): PageItem => ({ line: { text, page: null, box: [0, y, 90, y + 10] } });

/** A table of one row with its columns’ edges at `xs`. */
const table = (xs: readonly number[]): PageItem => ({
  table: {
    box: [xs[0] ?? 0, TOP, xs.at(-1) ?? 0, TOP + 20],
    xs: [...xs],
    cells: xs.slice(1).map((end, column) => ({
      row: 0,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: `${end}`,
      box: [xs[column] ?? 0, TOP, end, TOP + 20],
      confidence: null,
      reading: 'glyphs',
    })),
  },
});

/** The columns in which the cells of each page’s table end. */
function endsOf(pages: readonly (readonly PageItem[])[]): number[][] {
  const sheets = new PageSheets(DEFAULT_LIMITS, new Losses(DEFAULT_LIMITS));
  const all = [
    ...pages.flatMap((items, index) => [...sheets.push({ page: index + 1, kind: 'text', items: [...items] })]),
    ...sheets.end(),
  ];
  return all
    .filter(({ cells }) => cells.length > 0)
    .map(({ cells }) => cells.map(({ column, columnSpan }) => column + columnSpan));
}

const [COARSE, FINE] = [table([0, 50, 100]), table([0, 20, 50, 100])];
const SHARED = [
  [2, 3],
  [1, 2, 3],
];
const APART = [
  [1, 2],
  [1, 2, 3],
];

it.each([
  ['at once', [[COARSE], [FINE]], SHARED],
  ['behind page numbers', [[COARSE, line('第 1 页，共 3 页', 280)], [FINE]], SHARED],
  ['behind page numbers in radicals', [[COARSE, line('第 1 ⻚，共 3 ⻚', 280)], [FINE]], SHARED],
  ['behind a running foot', [[COARSE, line('某某区部门决算', 280)], [FINE]], SHARED],
  [
    'under a running head',
    [
      [line('附件3', 10), COARSE],
      [line('附件3', 10), FINE],
    ],
    SHARED,
  ],
  ['under a line that says so', [[COARSE], [line('（续表）', 20), FINE]], SHARED],
  ['not under a new title', [[COARSE], [line('项目支出绩效自评表', 20), FINE]], APART],
  [
    'not with other outer edges',
    [[COARSE], [table([10, 20, 50, 100])]],
    [
      [1, 2],
      [1, 2, 3],
    ],
  ],
] as const)('a table goes on %s', (_, pages, expected) => {
  expect(endsOf(pages)).toEqual(expected);
});
