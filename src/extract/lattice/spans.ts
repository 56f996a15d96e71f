import type { Cell } from '../../schema/sheet.js';
import { DisjointSets } from './disjoint-sets.js';
import type { Grid } from './grid.js';

/** A cell by its place in the grid. */
export type CellPlace = Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

export interface Spans {
  /** In reading order. */
  readonly places: readonly CellPlace[];
  /** For each smallest rectangle, row by row, the index of its cell in `places`. */
  readonly owners: Int32Array;
}

/** Merges the smallest rectangles that no border parts into cells. Where they make no rectangle, they are taken apart into some. */
export function spansOf(grid: Grid): Spans {
  const [columns, rows] = [grid.xs.length - 1, grid.ys.length - 1];
  const sets = new DisjointSets(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      if (column + 1 < columns && !grid.borderRight(column, row)) sets.unite(at, at + 1);
      if (row + 1 < rows && !grid.borderBelow(column, row)) sets.unite(at, at + columns);
    }
  }
  const owners = new Int32Array(columns * rows).fill(-1);
  const places: CellPlace[] = [];
  for (let at = 0; at < owners.length; at += 1) {
    if (owners[at] !== -1) continue;
    const region = sets.rootOf(at);
    const isFree = (column: number, row: number) =>
      column < columns &&
      row < rows &&
      owners[row * columns + column] === -1 &&
      sets.rootOf(row * columns + column) === region;
    const place = largestFrom(at % columns, Math.floor(at / columns), isFree);
    for (let row = place.row; row < place.row + place.rowSpan; row += 1)
      owners.fill(places.length, row * columns + place.column, row * columns + place.column + place.columnSpan);
    places.push(place);
  }
  return { places, owners };
}

/** As far right as the region reaches in this row, then as far down as it is that wide. */
function largestFrom(column: number, row: number, isFree: (column: number, row: number) => boolean): CellPlace {
  let columnSpan = 1;
  while (isFree(column + columnSpan, row)) columnSpan += 1;
  const isWholeRow = (at: number) => {
    for (let offset = 0; offset < columnSpan; offset += 1) if (!isFree(column + offset, at)) return false;
    return true;
  };
  let rowSpan = 1;
  while (isWholeRow(row + rowSpan)) rowSpan += 1;
  return { column, row, columnSpan, rowSpan };
}
