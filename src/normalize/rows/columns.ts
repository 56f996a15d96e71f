import type { Row, RowCell } from './rows.js';
import { dividedRows } from './split-cells.js';

/** A column of a block, from its header: what it holds, and from where to where it reaches (`end` not included). */
export interface Column<Role extends string> {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly cell: RowCell;
}

/**
 * The columns that a block's header rows name, from left to right. A second header row takes the place of the cell that it
 * divides. A role that is named twice is taken from its first cell. The last column reaches to the table's edge, and where the
 * medium doesn't tell spans every column reaches to the next one. `isColumn` leaves out cells that head something else.
 */
export function columnsOf<Role extends string>(
  headers: readonly Row[],
  roleOf: (key: string) => Role | null,
  unknown: Role,
  isColumn: (cell: RowCell) => boolean = () => true,
): Column<Role>[] {
  const cells = headers.flatMap((row, level) =>
    dividedNames(row.cells, roleOf)
      .filter(isColumn)
      .map((cell) => ({ cell, level })),
  );
  const divided = cells.filter(
    ({ cell, level }) =>
      !cells.some(
        (other) => other.level > level && other.cell.column >= cell.column && other.cell.column < reach(cell, cells),
      ),
  );
  const ordered = divided.toSorted((a, b) => a.cell.column - b.cell.column);
  const roles = new Set<Role>();
  return ordered.map(({ cell, level }, index) => {
    const named = roleOf(cell.label.key) ?? roleUnder(above({ cell, level }, cells), cell, roleOf) ?? unknown;
    const role = roles.has(named) ? unknown : named;
    roles.add(role);
    return { role, start: cell.column, end: Math.max(cell.end, ordered[index + 1]?.cell.column ?? Infinity), cell };
  });
}

/** Names of columns whose border was lost (一级指标 二级指标 in one cell), each as a cell of its own. */
function dividedNames(cells: readonly RowCell[], roleOf: (key: string) => string | null): readonly RowCell[] {
  const merged = cells.find((cell) => /\s/.test(cell.text) && roleOf(cell.label.key) === null);
  if (!merged) return cells;
  const divided = dividedRows(cells).filter((row) =>
    row.slice(cells.indexOf(merged), cells.indexOf(merged) + 2).every((cell) => roleOf(cell.label.key) !== null),
  );
  // A cell that takes two columns had its border between them; one that takes a single column moved all that stands behind it.
  const found = divided[merged.end - merged.column >= 2 ? 0 : 1];
  return found ? dividedNames(found, roleOf) : cells;
}

/** What ends a name that goes on in the one above it: 年初数 under 预算数 is 年初预算数. */
const COUNTED = /[数额值]$/;

/**
 * What a name means together with the one above it: 全年数 under 预算数, 权重 under 执行率. A word for the number itself (比率, 金额), as the
 * first under a name, is what that name says.
 */
function roleUnder<Role extends string>(
  upper: RowCell | undefined,
  { column, label: { key } }: RowCell,
  roleOf: (key: string) => Role | null,
): Role | null {
  if (!upper) return null;
  const joined = [key.replace(COUNTED, '') + upper.label.key, upper.label.key + key];
  const named = joined.map(roleOf).find((role) => role !== null);
  return named ?? (ITSELF.test(key) && column === upper.column ? roleOf(upper.label.key) : null);
}

/** Words that say no more than that a number stands there. */
const ITSELF = /^(?:比率|比例|金额|数额|数值|数量|分数|合计|小计|数)$/;

/** The cell of the header row above that reaches over a cell. */
const above = ({ cell, level }: Levelled, cells: readonly Levelled[]) =>
  cells.find(
    (other) => other.level === level - 1 && other.cell.column <= cell.column && cell.column < reach(other.cell, cells),
  )?.cell;

type Levelled = { readonly cell: RowCell; readonly level: number };

/** Where a header cell ends: its own span, or, where spans are not told, the next cell of its row. */
function reach(cell: RowCell, cells: readonly Levelled[]): number {
  const own = cells.find((other) => other.cell === cell)?.level;
  const next = cells
    .filter((other) => other.level === own && other.cell.column > cell.column)
    .map((other) => other.cell.column);
  return Math.max(cell.end, Math.min(...next, Infinity));
}
