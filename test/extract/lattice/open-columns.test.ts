import { describe, expect, it } from 'vitest';
import { latticesOf } from '../../../src/extract/lattice/lattice.js';
import type { Ruling } from '../../../src/extract/lattice/ruling.js';
import type { Box } from '../../../src/schema/sheet.js';
import { across, down } from '../../made/rulings.js';

/** Level rules 20 points apart, 200 points long. */
const levels = (count: number, from = 0) => Array.from({ length: count }, (_, row) => across(20 * row, from, 200));

/** Texts by row, `[x, characters]`: each character is 10 points wide and high, in the middle of its row. */
const texts = (...rows: readonly (readonly (readonly [x: number, characters: number])[])[]) =>
  rows.flatMap((row, index) =>
    row.flatMap(([x, count]) =>
      Array.from({ length: count }, (_, nth): Box => [
        x + 10 * nth,
        20 * index + 5,
        x + 10 * nth + 10,
        20 * index + 15,
      ]),
    ),
  );

/** Each cell of the only table as `row,column`, and its columns where it has several. */
function cells(rulings: readonly Ruling[], characters: readonly Box[]): string[] {
  return latticesOf(rulings, { columns: 200, rectangles: 10_000 }, characters).map((lattice) =>
    lattice.cells
      .map(({ row, column, columnSpan }) => `${row},${column}${columnSpan > 1 ? `+${columnSpan}` : ''}`)
      .join(' '),
  );
}

describe('openColumns', () => {
  it.each<[string, Ruling[], Box[], string[]]>([
    [
      'columns that are aligned left',
      levels(3),
      texts(
        [
          [0, 3],
          [80, 2],
        ],
        [
          [0, 5],
          [80, 1],
        ],
      ),
      ['0,0 0,1 1,0 1,1'],
    ],
    [
      'columns that are aligned right',
      levels(3),
      texts(
        [
          [0, 3],
          [180, 2],
        ],
        [
          [0, 5],
          [190, 1],
        ],
      ),
      ['0,0 0,1 1,0 1,1'],
    ],
    [
      'a text over two columns, between the others',
      levels(4),
      texts(
        [
          [0, 2],
          [80, 2],
          [160, 2],
        ],
        [
          [0, 2],
          [60, 14],
        ],
        [
          [0, 2],
          [80, 2],
          [160, 2],
        ],
      ),
      ['0,0 0,1 0,2 1,0 1,1+2 2,0 2,1 2,2'],
    ],
    [
      'a cell that is filled once only: nothing stands in one cell with it',
      levels(5),
      texts(
        [
          [0, 2],
          [80, 2],
        ],
        [
          [0, 2],
          [80, 2],
          [160, 4],
        ],
        [
          [0, 2],
          [80, 2],
        ],
        [
          [0, 2],
          [80, 2],
        ],
      ),
      ['0,0 0,1 0,2 1,0 1,1 1,2 2,0 2,1 2,2 3,0 3,1 3,2'],
    ],
    [
      'a blank cell in the middle',
      levels(3),
      texts(
        [
          [0, 2],
          [80, 2],
          [160, 2],
        ],
        [
          [0, 2],
          [160, 2],
        ],
      ),
      ['0,0 0,1 0,2 1,0 1,1 1,2'],
    ],
    [
      'a row without text',
      levels(4),
      texts(
        [
          [0, 2],
          [80, 2],
        ],
        [],
        [
          [0, 2],
          [80, 2],
        ],
      ),
      ['0,0 0,1 1,0 1,1 2,0 2,1'],
    ],
    [
      'a row that is one text',
      levels(4),
      texts(
        [
          [0, 2],
          [80, 2],
        ],
        [[0, 20]],
        [
          [0, 2],
          [80, 2],
        ],
      ),
      ['0,0 0,1 1,0+2 2,0 2,1'],
    ],
    [
      'a title above and a remark below, which are no rows',
      levels(5),
      texts(
        [[60, 8]],
        [
          [0, 2],
          [80, 2],
        ],
        [
          [0, 2],
          [80, 2],
        ],
        [[0, 20]],
      ),
      ['0,0 0,1 1,0 1,1'],
    ],
    ['prose between rules', levels(4), texts([[0, 20]], [[0, 20]], [[0, 7]]), []],
    [
      'words with blanks between them',
      levels(3),
      texts(
        [
          [0, 3],
          [35, 3],
        ],
        [
          [0, 3],
          [35, 3],
        ],
      ),
      [],
    ],
    [
      'two rules, as under a head and over a foot',
      levels(2),
      texts([
        [0, 2],
        [80, 2],
      ]),
      [],
    ],
    [
      'a single row with texts apart',
      levels(4),
      texts(
        [[0, 20]],
        [
          [0, 2],
          [80, 2],
        ],
        [[0, 20]],
      ),
      [],
    ],
    [
      'rules of other lengths, as under blanks to fill in',
      [across(0, 0, 200), across(20, 50, 200), across(40, 90, 200)],
      texts(
        [
          [0, 2],
          [80, 2],
        ],
        [
          [0, 2],
          [80, 2],
        ],
      ),
      [],
    ],
    [
      'a table with upright rules',
      [...levels(3), down(0, 0, 40), down(200, 0, 40)],
      texts(
        [
          [0, 2],
          [80, 2],
        ],
        [
          [0, 2],
          [80, 2],
        ],
      ),
      ['0,0 1,0'],
    ],
  ])('%s', (_, rulings, characters, expected) => {
    expect(cells(rulings, characters)).toEqual(expected);
  });
});
