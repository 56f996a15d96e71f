import { expect, it } from 'vitest';
import { tilesOf } from '../../../../src/extract/ocr/aligned/tiles.js';

/** Five rows, 20 points high each. */
const BOUNDS = [0, 20, 40, 60, 80, 100];
const tiles = (middles: readonly number[], walls: readonly number[] = []) =>
  tilesOf(middles, BOUNDS, (row) => walls.includes(row), 10).map(({ from, to }) => `${from}-${to}`);

it.each([
  ['a cell in each row', [10, 30, 50, 70, 90], [], ['0-1', '1-2', '2-3', '3-4', '4-5']],
  ['cells in the middle of three rows and of two', [30, 80], [], ['0-3', '3-5']],
  ['a cell in the middle of all', [50], [], ['0-5']],
  ['rows in which the column has no cell', [20, 90], [2, 3], ['0-2', '4-5']],
  ['no cell at all', [], [], []],
])('gives the rows that cells take: %s', (_, middles, walls, expected) => {
  expect(tiles(middles, walls)).toEqual(expected);
});
