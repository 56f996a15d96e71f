import type { Box } from '../../schema/sheet.js';
import { apply, type Matrix } from './matrix.js';

export const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];

export function around(points: Iterable<readonly [number, number]>): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return [x0, y0, x1, y1];
}

/** The upright box around a box that is mapped. */
export function mapBox(matrix: Matrix, [x0, y0, x1, y1]: Box): Box {
  return around([apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)]);
}

export const intersect = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

export const contains = ([x0, y0, x1, y1]: Box, x: number, y: number) => x >= x0 && x <= x1 && y >= y0 && y <= y1;

export const unite = (boxes: readonly Box[]): Box =>
  around(boxes.flatMap(([x0, y0, x1, y1]) => [[x0, y0] as const, [x1, y1] as const]));
