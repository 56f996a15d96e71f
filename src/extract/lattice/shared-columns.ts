import { clusters, SNAP_PT } from './snap-parallel.js';
import { nearest } from './grid.js';
import type { Lattice } from './lattice.js';
import type { CellPlace } from './spans.js';

/** Numbers a table's columns by the edges of all its parts, so that a column has one number on every page. */
export class SharedColumns {
  readonly #edges: readonly number[];

  constructor(parts: readonly Pick<Lattice, 'xs'>[]) {
    const places = parts.flatMap(({ xs }) => xs).sort((a, b) => a - b);
    this.#edges = clusters(places, SNAP_PT).map(({ start, end }) => places[(start + end - 1) >> 1] ?? 0);
  }

  /** The same cell with its columns counted over all parts. */
  place({ xs }: Pick<Lattice, 'xs'>, cell: CellPlace): CellPlace {
    const at = (index: number) => nearest(this.#edges, xs[index] ?? 0);
    const column = at(cell.column);
    const columnSpan = Math.max(1, at(cell.column + cell.columnSpan) - column);
    return { row: cell.row, rowSpan: cell.rowSpan, column, columnSpan };
  }
}
