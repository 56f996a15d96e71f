import type { Axis, Ruling } from './ruling.js';
import { clusters, SNAP_PT } from './snap-parallel.js';

/**
 * The finest grid of a table: where any of its rules stands, over the whole table. Between `xs[i]` and `xs[i + 1]`, `ys[j]` and
 * `ys[j + 1]` lies a smallest rectangle; its right and lower side is a border or open.
 */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** True where the rectangle has a border on its right. */
  borderRight(column: number, row: number): boolean;
  /** True where the rectangle has a border below. */
  borderBelow(column: number, row: number): boolean;
}

/** Points. Rules that reach out of the table further than this bound cells there, though the outer rule is not drawn. */
const OVERHANG_PT = 4;

/** The part of a side that must be ruled to count as a border: an overshooting end is less, a dashed or worn rule more. */
const RULED_PART = 0.55;

/** The grid of rulings that hang together. Where an outer rule is missing, the ends of the rules across stand for it. */
export function gridOf(rulings: readonly Ruling[]): Grid {
  const [xs, ys] = [edgesOf(rulings, 'vertical'), edgesOf(rulings, 'horizontal')];
  const right = ruledSides(rulings, 'vertical', xs, ys);
  const below = ruledSides(rulings, 'horizontal', ys, xs);
  return {
    xs,
    ys,
    borderRight: (column, row) => (right[(column + 1) * (ys.length - 1) + row] ?? 0) >= RULED_PART,
    borderBelow: (column, row) => (below[(row + 1) * (xs.length - 1) + column] ?? 0) >= RULED_PART,
  };
}

function edgesOf(rulings: readonly Ruling[], axis: Axis): number[] {
  const places: number[] = [];
  let [first, last] = [Infinity, -Infinity];
  for (const ruling of rulings) {
    if (ruling.axis === axis) places.push(ruling.at);
    else [first, last] = [Math.min(first, ruling.from), Math.max(last, ruling.to)];
  }
  places.sort((a, b) => a - b);
  const edges = clusters(places, SNAP_PT).map(({ start }) => places[start] ?? 0);
  const [low = first, high = last] = [edges[0], edges.at(-1)];
  if (first < low - OVERHANG_PT || edges.length === 0) edges.unshift(first);
  if (last > high + OVERHANG_PT || edges.length === 1) edges.push(last);
  return edges;
}

/** For each line of the grid along an axis, and each piece of it between two lines across: how much of the piece is ruled, 0 to 1. */
function ruledSides(
  rulings: readonly Ruling[],
  axis: Axis,
  lines: readonly number[],
  across: readonly number[],
): Float64Array {
  const pieces = across.length - 1;
  const ruled = new Float64Array(lines.length * Math.max(pieces, 0));
  for (const ruling of rulings) {
    if (ruling.axis !== axis) continue;
    const line = nearest(lines, ruling.at);
    for (let piece = Math.max(0, nearest(across, ruling.from) - 1); piece < pieces; piece += 1) {
      const [start = 0, end = 0] = [across[piece], across[piece + 1]];
      if (start >= ruling.to) break;
      const shared = Math.min(end, ruling.to) - Math.max(start, ruling.from);
      const at = line * pieces + piece;
      if (shared > 0) ruled[at] = (ruled[at] ?? 0) + shared / (end - start);
    }
  }
  return ruled;
}

/** The index of the place next to `to` in an ascending list. */
export function nearest(ascending: readonly number[], to: number): number {
  const after = intervalOf(ascending, to) + 1;
  const [left = -Infinity, right = Infinity] = [ascending[after - 1], ascending[after]];
  return to - left <= right - to ? Math.max(0, after - 1) : after;
}

/** The index of the last place that is not beyond `at`, or -1. */
export function intervalOf(ascending: readonly number[], at: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
