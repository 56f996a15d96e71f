import { expect, it } from 'vitest';
import { alignedRowsOf } from '../../../../src/extract/ocr/aligned/aligned-rows.js';
import type { TextBlock } from '../../../../src/extract/ocr/aligned/text-blocks.js';

const EM = 10;
/** A block whose middle is at `y`, so many lines high. */
const block = (x: number, y: number, lines = 1): TextBlock => ({ box: [x, y - 5 * lines, x + 30, y + 5 * lines] });

it('makes rows of blocks whose middles are on one line, whatever their heights', () => {
  const { rows, bounds } = alignedRowsOf([block(0, 20), block(50, 20, 2), block(0, 50), block(50, 51)], EM);
  expect(rows.map(({ blocks }) => blocks.length)).toEqual([2, 2]);
  expect(bounds).toEqual([6, 37.5, 60]);
});

it('makes no row of a heading that stands between two rows', () => {
  const { rows } = alignedRowsOf([block(0, 30), block(50, 20), block(90, 20), block(50, 40), block(90, 40)], EM);
  expect(rows.map(({ blocks }) => blocks.map(({ box }) => box[0]))).toEqual([
    [50, 90],
    [50, 90],
  ]);
});

it('knows no rows where there is nothing', () => {
  expect(alignedRowsOf([], EM)).toEqual({ rows: [], bounds: [] });
});
