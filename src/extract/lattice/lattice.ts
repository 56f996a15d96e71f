import type { Box } from '../../schema/sheet.js';
import { gridOf, intervalOf } from './grid.js';
import { joinCollinear } from './join-collinear.js';
import { openColumns } from './open-columns.js';
import type { Ruling } from './ruling.js';
import { withSideRules } from './side-rules.js';
import { snapParallel } from './snap-parallel.js';
import { spansOf, type CellPlace } from './spans.js';
import { touchingGroups } from './touching-groups.js';

/** A ruled table on one page: its cells by their place in the grid of its edges, and which of them a point lies in. */
export interface Lattice {
  readonly box: Box;
  /** The vertical edges, ascending: column `i` lies between `xs[i]` and `xs[i + 1]`. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly CellPlace[];
  /** The index of the cell that a point lies in, or -1 outside the table. */
  cellAt(x: number, y: number): number;
}

export interface LatticeOptions {
  /** A grid with more columns or more smallest rectangles is a drawing (a chart, hatching, a map), not a table. */
  readonly columns: number;
  readonly rectangles: number;
}

/** A grid of more rectangles than this is no table that a person filled in. */
export const RECTANGLES_PER_TABLE = 200_000;

/**
 * The ruled tables of a page, from top to bottom. Points, origin top left. Tables that have level rules alone get columns between the
 * page's `characters`, whose boxes come without blanks, where these are given.
 */
export function latticesOf(
  rulings: readonly Ruling[],
  options: LatticeOptions,
  characters: readonly Box[] = [],
): Lattice[] {
  const groups = groupsOf(rulings);
  const open = characters.length === 0 ? [] : openColumns(groups, characters);
  return withSideRules(open.length === 0 ? groups : groupsOf([...rulings, ...open]))
    .flatMap((group) => latticeOf(group, options) ?? [])
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** Rules, put together of their pieces, that hang together. */
const groupsOf = (rulings: readonly Ruling[]): Ruling[][] => touchingGroups(joinCollinear(snapParallel(rulings)));

/** Null where the rulings bound no two cells, as a frame or an underline. */
function latticeOf(rulings: readonly Ruling[], options: LatticeOptions): Lattice | null {
  const isGrid = (['horizontal', 'vertical'] as const).every((axis) => rulings.some((ruling) => ruling.axis === axis));
  if (!isGrid) return null;
  const grid = gridOf(rulings);
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  if (columns < 1 || ys.length < 2 || columns > options.columns || columns * (ys.length - 1) > options.rectangles)
    return null;
  const { places, owners } = spansOf(grid);
  if (places.length < 2) return null;
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs[columns] ?? 0, ys.at(-1) ?? 0];
  return {
    box,
    xs,
    ys,
    cells: places,
    cellAt(x, y) {
      if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return -1;
      const column = Math.min(intervalOf(xs, x), columns - 1);
      const row = Math.min(intervalOf(ys, y), ys.length - 2);
      return owners[row * columns + column] ?? -1;
    },
  };
}

/** A cell's rectangle on the page. */
export function boxOf({ xs, ys }: Pick<Lattice, 'xs' | 'ys'>, place: CellPlace): Box {
  const at = (edges: readonly number[], index: number) => edges[index] ?? 0;
  return [
    at(xs, place.column),
    at(ys, place.row),
    at(xs, place.column + place.columnSpan),
    at(ys, place.row + place.rowSpan),
  ];
}
