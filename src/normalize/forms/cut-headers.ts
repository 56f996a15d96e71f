import type { Row, RowCell } from '../rows/rows.js';
import type { Block } from './sections.js';

/**
 * The columns that stand below a cell of the page before, told by where they are drawn; null where none does. A column's centre lies
 * within the cell. Points.
 */
function columnsBelow({ cell }: RowCell, below: readonly RowCell[]): { column: number; end: number } | null {
  const { box } = cell;
  if (!box) return null;
  const within = below.filter(({ cell: { box: other } }) => {
    if (!other) return false;
    const centre = (other[0] + other[2]) / 2;
    return centre > box[0] && centre < box[2];
  });
  if (within.length === 0) return null;
  return { column: Math.min(...within.map(({ column }) => column)), end: Math.max(...within.map(({ end }) => end)) };
}

const pageOf = ({ cells }: Row) => cells[0]?.cell.page ?? null;

/**
 * A block's header rows with the columns of the page that its rows stand on: of a header that a page cut, each page counts the columns
 * that its own rules show.
 */
export function withColumnsBelow(block: Block): readonly Row[] {
  const [last] = block.rows;
  const page = last && pageOf(last);
  if (page == null || block.headers.every((row) => pageOf(row) === page)) return block.headers;
  const below = [...block.headers, ...block.rows].filter((row) => pageOf(row) === page).flatMap(({ cells }) => cells);
  return block.headers.map((row) => (pageOf(row) === page ? row : (withPlacesBelow(row, below) ?? row)));
}

/** Null where two of its cells would stand over one column: the pages' tables are then not as wide as each other. */
function withPlacesBelow(row: Row, below: readonly RowCell[]): Row | null {
  const cells = row.cells.map((cell) => ({ ...cell, ...columnsBelow(cell, below) }));
  const isApart = cells.every(({ column }, index) => index === 0 || column >= (cells[index - 1]?.end ?? 0));
  return isApart ? { ...row, cells } : null;
}
