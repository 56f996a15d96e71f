import { columnsOf, type Column } from '../../rows/columns.js';
import { joinedRowCell } from '../../rows/cut-rows.js';
import { fundsRow, keyOf } from '../../vocabulary/funds-labels.js';
import { numberOf } from '../../text/number.js';
import type { Row, RowCell } from '../../rows/rows.js';
import { fundsColumn } from '../../rows/section-heads.js';
import { withLabelsApart, withNumbersApart } from '../../rows/split-cells.js';
import type { FundsColumn } from '../../vocabulary/words.js';

/** A row that slid does so by no more columns than this. */
const MAX_SLIDE = 3;
/** Of two ways that fit alike, the one that moves a row less is taken. */
const SLIDE_COST = 0.1;

const isNumberLike = (cell: RowCell) => numberOf(cell.text).kind !== 'unreadable';

/** Labels have Chinese characters: digits without any are a number, as badly as it may have been read. */
export const isAmount = (cell: RowCell) =>
  isNumberLike(cell) || /^[^\p{Script=Han}\d]*\d[^\p{Script=Han}]*$/u.test(cell.text);

/** A row of the funds block: its label, and the cells behind it. */
export interface FundsRow {
  readonly label: RowCell[];
  readonly values: RowCell[];
  readonly row: Row;
}

/** True for a cell that names a row of funds. */
export type IsLabel = (cell: RowCell) => boolean;

/**
 * A row's label, then what stands behind it. The label ends with the last known name before the first amount; a label that is none of
 * the known ones is all that stands before the first amount, or before the first column.
 */
function partsOf(row: Row, firstColumn: number, isLabel: IsLabel): FundsRow {
  const { cells } = row;
  const [first] = cells;
  if (first && isNumberLike(first) && !isLabel(first)) return { label: [], values: [...cells], row };
  const amount = cells.findIndex((cell, index) => index > 0 && isAmount(cell) && !isLabel(cell));
  const known = (amount < 0 ? cells : cells.slice(0, amount)).findLastIndex(isLabel);
  const inColumns = cells.findIndex((cell, index) => index > 0 && cell.column >= firstColumn);
  const ends = known >= 0 ? [known + 1] : [amount, inColumns].filter((end) => end > 0);
  const labelEnd = ends.length > 0 ? Math.min(...ends) : known < 0 && amount < 0 ? cells.length : 1;
  return { label: cells.slice(0, labelEnd), values: cells.slice(labelEnd), row };
}

/** A number, or what is left of one: anything without Chinese characters. */
const isMeantAsNumber = (cell: RowCell) => isNumberLike(cell) || !/\p{Script=Han}/u.test(cell.text);

/** How badly a row's values fit the columns when the row is moved by `slide` columns. */
function misfit(values: readonly RowCell[], columns: readonly Column<FundsColumn>[], slide: number): number {
  let cost = Math.abs(slide) * SLIDE_COST;
  const taken = new Map<FundsColumn, string>();
  for (const cell of values) {
    const column = columnAt(columns, cell.column - slide);
    const there = column && taken.get(column.role);
    // A repeated text is one merged cell that was taken apart.
    if (there === cell.text) continue;
    if (there !== undefined) cost += 2;
    if (column) taken.set(column.role, cell.text);
    if (!column) cost += isMeantAsNumber(cell) ? 2 : 0.5;
    else if (column.role === 'extra') cost += numberOf(cell.text).kind !== 'none' && isMeantAsNumber(cell) ? 1 : 0;
    else if (!isMeantAsNumber(cell)) cost += 2;
  }
  return cost;
}

const columnAt = <Role extends string>(columns: readonly Column<Role>[], at: number) =>
  columns.find(({ start, end }) => at >= start && at < end);

/** The slide that fits all rows of the block best; a whole block may stand beside its header. */
function slideOf(rows: readonly FundsRow[], columns: readonly Column<FundsColumn>[]): { slide: number; cost: number } {
  let best = { slide: 0, cost: Infinity };
  for (let step = 0; step <= 2 * MAX_SLIDE; step++) {
    const slide = step % 2 === 1 ? (step + 1) / 2 : -step / 2;
    const cost = rows.reduce((sum, { values }) => sum + misfit(values, columns, slide), 0);
    if (cost < best.cost - 0.05) best = { slide, cost };
    if (best.cost === 0) break;
  }
  return best;
}

/** A row of funds by its first label, or by amounts: what stands in another block may be one of them. */
export function isLikeFunds({ cells }: Row): boolean {
  const isNamed = cells.slice(0, 2).some((cell) => fundsRow(keyOf(cell)) !== null);
  return cells.filter((cell) => /\d/.test(cell.text) && isAmount(cell)).length >= (isNamed ? 1 : 2);
}

/** The row's values by column; in the header's order where their places do not tell, as two numbers in one cell move the rest. */
export function assign(
  values: readonly RowCell[],
  columns: readonly Column<FundsColumn>[],
  slide: number,
): Map<FundsColumn, RowCell> {
  const byPlace = new Map<FundsColumn, RowCell>();
  for (const cell of values) {
    const column = columnAt(columns, cell.column - slide);
    if (column && !byPlace.has(column.role)) byPlace.set(column.role, cell);
  }
  const numeric = columns.filter(({ role }) => role !== 'extra');
  const fits = byPlace.size === values.length && misfit(values, columns, slide) < 2;
  if (fits || values.length !== numeric.length) return byPlace;
  return new Map(
    numeric.flatMap(({ role }, index) => values.slice(index, index + 1).map((cell) => [role, cell] as const)),
  );
}

/** True where values were put in the header's order, not where they stand, and one of them can't be read. */
export function isOutOfPlace(
  values: readonly RowCell[],
  cells: ReadonlyMap<FundsColumn, RowCell>,
  columns: readonly Column<FundsColumn>[],
  slide: number,
): boolean {
  if (values.every(isNumberLike)) return false;
  return [...cells].some(([role, cell]) => columnAt(columns, cell.column - slide)?.role !== role);
}

/** True where a text that is no number stands behind its column's head, under a blank one: whose column that is, is lost. */
export function isUnderBlankHead(
  cells: ReadonlyMap<FundsColumn, RowCell>,
  columns: readonly Column<FundsColumn>[],
  slide: number,
): boolean {
  return [...cells].some(([role, cell]) => {
    const column = columnAt(columns, cell.column - slide);
    return role !== 'extra' && column !== undefined && cell.column - slide >= column.cell.end && !isNumberLike(cell);
  });
}

/** A row's cells that stand in columns that no field holds, each with its column's head. `cells`: those that fields hold. */
export function extrasOf(
  { values, cells }: { readonly values: readonly RowCell[]; readonly cells: ReadonlyMap<FundsColumn, RowCell> },
  columns: readonly Column<FundsColumn>[],
  slide: number,
): { readonly cell: RowCell; readonly header: RowCell }[] {
  const taken = new Set([...cells].flatMap(([role, cell]) => (role === 'extra' ? [] : [cell])));
  return values.flatMap((cell) => {
    const column = columnAt(columns, cell.column - slide);
    if (column?.role !== 'extra' || taken.has(cell) || numberOf(cell.text).kind === 'none') return [];
    return [{ cell, header: column.cell }];
  });
}

/** The cells that repeat the one beside them within one column of the header, as a merged cell that was taken apart does. */
export function repeatedIn(
  values: readonly RowCell[],
  columns: readonly Column<FundsColumn>[],
  slide: number,
): RowCell[] {
  return values.filter((cell, index) => {
    const column = columnAt(columns, cell.column - slide);
    const left = values[index - 1];
    return (
      left?.text === cell.text &&
      column !== undefined &&
      cell.column - slide < column.cell.end &&
      columnAt(columns, left.column - slide) === column
    );
  });
}

/** The numbers that stand in no column, or in one that has another cell of the row already, which they don't repeat. */
export function leftOver(
  values: readonly RowCell[],
  columns: readonly Column<FundsColumn>[],
  slide: number,
): RowCell[] {
  const columnOf = (cell: RowCell) => columnAt(columns, cell.column - slide);
  const repeated = new Set(repeatedIn(values, columns, slide));
  return values.filter((cell, index) => {
    if (repeated.has(cell) || numberOf(cell.text).kind !== 'number') return false;
    const column = columnOf(cell);
    return column === undefined || values.slice(0, index).some((left) => columnOf(left) === column);
  });
}

/** The cells of `upper`, each with what stands under it in `rest`; null where `rest` has a cell that stands under none. */
function joinedCells(upper: readonly RowCell[], rest: readonly RowCell[]): RowCell[] | null {
  if (!rest.every((cell) => upper.some(({ column }) => column === cell.column))) return null;
  return upper.map((cell) => {
    const below = rest.find(({ column }) => column === cell.column);
    return below ? joinedRowCell(cell, below) : cell;
  });
}

/** The rest of a row that a page break cut has no label of its own, and every cell of it stands under a cell of the row above. */
function joinCutRows(parts: readonly FundsRow[]): FundsRow[] {
  const joined: FundsRow[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const ownLabel = part.label.some((cell) => fundsRow(keyOf(cell)) !== null);
    const cells =
      last && part.row.afterBreak && !ownLabel
        ? joinedCells([...last.label, ...last.values], [...part.label, ...part.values])
        : null;
    if (!last || !cells) joined.push(part);
    else
      joined[joined.length - 1] = {
        ...last,
        label: cells.slice(0, last.label.length),
        values: cells.slice(last.label.length),
      };
  }
  return joined;
}

/** How a funds block is laid out. */
export interface FundsLayout {
  readonly columns: readonly Column<FundsColumn>[];
  readonly parts: readonly FundsRow[];
  readonly slide: number;
  /** True where the rows were moved and still don't fit: what stands under which column is then unsure. */
  readonly unsure: boolean;
}

/** What is left of a cost that is only that of the move itself. */
const MOVED_AND_FITS = SLIDE_COST * MAX_SLIDE + 0.01;

/**
 * The columns, and by how many of them the rows stand beside the header. A header cell over the rows' labels is no number
 * column, whatever it is called (年度预算数 in some forms), unless the rows slid: whichever fits the rows better.
 */
export function layoutOf(headers: readonly Row[], rows: readonly Row[], isLabel: IsLabel): FundsLayout {
  const apart = rows.map((row) => ({ ...row, cells: withLabelsApart(row.cells, isLabel) }));
  const labels = apart.flatMap((row) => row.cells.filter(isLabel).slice(0, 1));
  const labelColumn = labels[0]?.column ?? -1;
  const firstColumn = headers[0]?.cells[0]?.column ?? -1;
  let best: (FundsLayout & { cost: number }) | null = null;
  for (const after of new Set([labelColumn, -1, firstColumn])) {
    const columns = columnsOf<FundsColumn>(headers, fundsColumn, 'extra', (cell) => cell.column > after);
    const slots = columns.length > 0 ? columns.length : Infinity;
    const split = apart.map((row) => ({ ...row, cells: withNumbersApart(row.cells, slots) }));
    const parts = joinCutRows(split.map((row) => partsOf(row, columns[0]?.start ?? 0, isLabel)));
    const { slide, cost } = slideOf(parts, columns);
    if (best === null || cost < best.cost)
      best = { columns, parts, slide, cost, unsure: slide !== 0 && cost > MOVED_AND_FITS * Math.max(1, parts.length) };
    if (best.cost === 0) break;
  }
  return best ?? { columns: [], parts: [], slide: 0, unsure: false };
}
