/** Rows `from` to `to`, the end not included, that one cell takes. */
export interface Tile {
  readonly from: number;
  readonly to: number;
}

/** In ems: what a row costs that no cell of the column takes. */
const BLANK_ROW = 0.6;

/**
 * The rows that each cell of a column takes, which stand in the middle of theirs: the division of the column in which they are least off
 * the middle. `bounds`: the places between rows, one more than there are rows; `middles`: ascending, as `bounds` in points; `isWall`: rows
 * in which the column has no cell of its own.
 */
export function tilesOf(
  middles: readonly number[],
  bounds: readonly number[],
  isWall: (row: number) => boolean,
  em: number,
): Tile[] {
  const rows = bounds.length - 1;
  /** The least cost with which the first cells take the first rows, and the rows that the last of these cells takes. */
  const best: { cost: number; tile: Tile | null }[][] = [];
  const costAt = (cells: number, row: number) => best[cells]?.[row]?.cost ?? Infinity;
  for (let cells = 0; cells <= middles.length; cells += 1) {
    const line: { cost: number; tile: Tile | null }[] = [];
    best.push(line);
    for (let row = 0; row <= rows; row += 1) {
      const isWalled = row > 0 && isWall(row - 1);
      const before =
        row === 0 ? (cells === 0 ? 0 : Infinity) : (line[row - 1]?.cost ?? Infinity) + (isWalled ? 0 : BLANK_ROW);
      let choice: { cost: number; tile: Tile | null } = { cost: before, tile: null };
      for (let from = row - 1; cells > 0 && from >= 0 && !isWall(from); from -= 1) {
        const off = Math.abs((middles[cells - 1] ?? 0) - ((bounds[from] ?? 0) + (bounds[row] ?? 0)) / 2) / em;
        const cost = costAt(cells - 1, from) + off;
        if (cost < choice.cost) choice = { cost, tile: { from, to: row } };
      }
      line.push(choice);
    }
  }
  const tiles: Tile[] = [];
  for (let [cells, row] = [middles.length, rows]; row > 0;) {
    const tile = best[cells]?.[row]?.tile ?? null;
    if (tile === null) row -= 1;
    else {
      tiles.unshift(tile);
      cells -= 1;
      row = tile.from;
    }
  }
  return tiles;
}
