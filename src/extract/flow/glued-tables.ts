import type { FlowCell } from './flow-item.js';

/** Rows of fewer cells may have no edge in common with the next row by chance: labels and values do. */
const FEWEST_CELLS = 6;

/**
 * The tables that a document's table is made of. Word joins two tables that no paragraph parts, as those of two pages are: rows of many
 * cells that have no edge in common, and no cell over both, belong to two. Each is numbered by its own columns.
 */
export function gluedTablesOf(cells: readonly FlowCell[]): FlowCell[][] {
  const rows = new Map<number, FlowCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const tables: FlowCell[][] = [];
  let [before, reach]: [readonly FlowCell[], number] = [[], 0];
  for (const [row, own] of [...rows].sort(([a], [b]) => a - b)) {
    if (tables.length === 0 || (reach <= row && areGlued(before, own))) tables.push([]);
    tables.at(-1)?.push(...own);
    reach = own.reduce((furthest, cell) => Math.max(furthest, cell.row + cell.rowSpan), reach);
    before = own;
  }
  return tables.length > 1 ? tables.map(byOwnColumns) : tables;
}

function areGlued(above: readonly FlowCell[], below: readonly FlowCell[]): boolean {
  if (above.length < FEWEST_CELLS || below.length < FEWEST_CELLS) return false;
  const inner = innerEdgesOf(above);
  return [...innerEdgesOf(below)].every((edge) => !inner.has(edge));
}

function innerEdgesOf(cells: readonly FlowCell[]): Set<number> {
  const edges = cells.map(({ column }) => column).sort((a, b) => a - b);
  return new Set(edges.slice(1));
}

/** Columns at whose edges no cell of the table begins or ends are none of its own. */
function byOwnColumns(cells: readonly FlowCell[]): FlowCell[] {
  const edges = [...new Set(cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]))].sort(
    (a, b) => a - b,
  );
  const places = new Map(edges.map((edge, index) => [edge, index]));
  const placeOf = (edge: number) => places.get(edge) ?? 0;
  return cells.map((cell) => {
    const column = placeOf(cell.column);
    return { ...cell, column, columnSpan: placeOf(cell.column + cell.columnSpan) - column };
  });
}
