import { apply, type Matrix } from '../geometry/matrix.js';
import type { Subpath } from '../lattice/path-rulings.js';

/** How many numbers an operation of abbreviated data takes (GB/T 33190, table 36). */
const NUMBERS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
const CURVES = new Set(['Q', 'B', 'A']);

/** Reads a path's abbreviated data, mapped onto the page. What is no operation is passed over. */
export function subpathsOfData(data: string, matrix: Matrix): Subpath[] {
  const words = data.trim().split(/[\s,]+/);
  const subpaths: Subpath[] = [];
  let current: { points: [number, number][]; curved: boolean } | null = null;
  for (let at = 0; at < words.length;) {
    const operation = words[at] ?? '';
    const count = NUMBERS[operation];
    if (count === undefined) {
      at += 1;
      continue;
    }
    const numbers = words.slice(at + 1, at + 1 + count).map(Number);
    at += 1 + count;
    if (numbers.length < count || !numbers.every(Number.isFinite)) continue;
    if (operation === 'C') {
      const start: [number, number] | undefined = current?.points[0];
      if (current && start) current.points.push(start);
      continue;
    }
    if (operation === 'M' || operation === 'S' || current === null) {
      current = { points: [], curved: false };
      subpaths.push(current);
    }
    if (CURVES.has(operation)) current.curved = true;
    // An arc is taken by its end, a curve by its control points.
    const points = operation === 'A' ? numbers.slice(-2) : numbers;
    for (let point = 0; point + 1 < points.length; point += 2)
      current.points.push(apply(matrix, points[point] ?? 0, points[point + 1] ?? 0));
  }
  return subpaths.filter(({ points }) => points.length > 1);
}
