import type { Cell } from '../schema/sheet.js';

/** What stands at a place of a table: the cell that begins there, `covered` by a merged cell, or nothing (`open`). */
export type GridPlace = Cell | 'covered' | 'open';

/** A table as rows of equally many places. */
export function cellGridOf(cells: readonly Cell[]): GridPlace[][] {
  let [height, width] = [0, 0];
  for (const { row, column, rowSpan, columnSpan } of cells) {
    height = Math.max(height, row + rowSpan);
    width = Math.max(width, column + columnSpan);
  }
  const grid = Array.from({ length: height }, () => new Array<GridPlace>(width).fill('open'));
  for (const { row, column, rowSpan, columnSpan } of cells)
    for (const places of grid.slice(row, row + rowSpan)) places.fill('covered', column, column + columnSpan);
  for (const cell of cells) {
    const places = grid[cell.row];
    if (places) places[cell.column] = cell;
  }
  return grid;
}
