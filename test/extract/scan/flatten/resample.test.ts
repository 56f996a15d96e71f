import { describe, expect, it } from 'vitest';
import { groundOf } from '../../../../src/extract/scan/flatten/background.js';
import { cut, type SharpPage } from '../../../../src/extract/scan/flatten/resample.js';
import type { Flattening } from '../../../../src/extract/scan/flatten/dewarp.js';
import type { Grey } from '../../../../src/extract/scan/raster/raster.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const [WIDTH, HEIGHT] = [640, 480];
/** Half of what counts as ink at the least. */
const PALE = 20;
const ASIS: Flattening = { toFlat: (x, y) => [x, y], toPicture: (x, y) => [x, y] };
/** Pixels down for one to the right. */
const SLOPE = 0.05;
const ASKEW: Flattening = { toFlat: (x, y) => [x, y - SLOPE * x], toPicture: (x, y) => [x, y + SLOPE * x] };

const pageOf = (full: Grey, flattening = ASIS): SharpPage => ({ full, factor: 1, ground: groundOf(full), flattening });
const rowsOf = ({ width, height, data }: Grey) =>
  Array.from({ length: height }, (_, row) => Array.from(data.subarray(row * width, (row + 1) * width)));
const darkestRow = (rows: readonly (readonly number[])[], column: number) => {
  const darkness = rows.map((row) => row[column] ?? 0);
  return darkness.indexOf(Math.max(...darkness));
};

describe('a cut of a page', () => {
  it('is as many pixels as its scales say, and keeps what is within', () => {
    const page = new DrawnPage(WIDTH, HEIGHT).fill(110, 210, 120, 214, 0);
    const whole = cut(pageOf(page), { left: 100, top: 200, right: 200, bottom: 220 }, 1, 1);
    expect([whole.width, whole.height]).toEqual([100, 20]);
    const dark = rowsOf(whole).map((row) => row.filter((value) => value > 127).length);
    expect(dark).toEqual([...Array<number>(10).fill(0), 10, 10, 10, 10, ...Array<number>(6).fill(0)]);
    const narrow = cut(pageOf(page), { left: 100, top: 200, right: 200, bottom: 220 }, 2, 1.6);
    expect([narrow.width, narrow.height]).toEqual([160, 40]);
    expect(rowsOf(narrow).filter((row) => row.some((value) => value > 127))).toHaveLength(8);
  });

  it('has a place between two pixels between their shades', () => {
    const page = new DrawnPage(WIDTH, HEIGHT).fill(100, 200, 140, 210, 0);
    const half = cut(pageOf(page), { left: 110, top: 195.5, right: 130, bottom: 205.5 }, 1, 1);
    expect(rowsOf(half).map((row) => Math.round((row[10] ?? 0) / 127))).toEqual([0, 0, 0, 0, 1, 2, 2, 2, 2, 2]);
  });

  it('is level where the page lies askew, over its whole length', () => {
    const page = new DrawnPage(WIDTH, HEIGHT);
    for (let x = 0; x < WIDTH; x += 1) {
      const y = Math.round(200 + SLOPE * x);
      page.fill(x, y, x + 1, y + 3, 0);
    }
    const rows = rowsOf(cut(pageOf(page, ASKEW), { left: 20, top: 180, right: 620, bottom: 225 }, 2, 1));
    const places = [0, 31, 33, 150, 300, 470, 599].map((column) => darkestRow(rows, column));
    expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(3);
  });

  it('has white paper and equal print where a shadow lies on the page', () => {
    const page = new DrawnPage(WIDTH, HEIGHT);
    for (let x = 0; x < WIDTH; x += 1) {
      const paper = 250 - Math.round(x / 5);
      page.fill(x, 0, x + 1, HEIGHT, paper);
      if (x % 20 < 6) page.fill(x, 200, x + 1, 216, Math.round(paper / 2));
    }
    const rows = rowsOf(cut(pageOf(page), { left: 40, top: 180, right: 600, bottom: 240 }, 1, 1));
    expect(Math.max(...(rows[5] ?? []))).toBeLessThan(PALE);
    for (const column of [2, 282, 542]) expect(Math.abs((rows[28]?.[column] ?? 0) - 127)).toBeLessThan(PALE);
  });

  it('is blank beyond the picture', () => {
    const page = new DrawnPage(WIDTH, HEIGHT, 0);
    for (const [left, top] of [
      [WIDTH + 1, 10],
      [10, HEIGHT + 1],
      [-60, 10],
      [10, -60],
    ] as const) {
      const { data } = cut(pageOf(page), { left, top, right: left + 40, bottom: top + 40 }, 1, 1);
      expect(data.every((value) => value === 0)).toBe(true);
    }
  });
});
