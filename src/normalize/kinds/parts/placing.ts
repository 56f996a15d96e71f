import type { Column } from '../../rows/columns.js';
import type { RowCell } from '../../rows/rows.js';
import { numberOf } from '../../text/number.js';

/** What a column of a list holds: numbers, words, or whatever the form likes. */
export type Holds = 'number' | 'words' | 'anything';

/** How the columns of a list are told from each other. */
export interface ListColumns<Role extends string> {
  readonly columns: readonly Column<Role>[];
  readonly holds: (role: Role) => Holds;
}

/** A row's cells by column, and how badly they fit there: 0 fits, 1 and more says that something stands in a wrong place. */
export interface Placed<Role extends string> {
  readonly cells: ReadonlyMap<Role, readonly RowCell[]>;
  /** The cells that stand under a column that no field holds, each with the column's head. */
  readonly extras: readonly { readonly cell: RowCell; readonly header: RowCell }[];
  readonly misfit: number;
}

/** A row that slid does so by no more columns than this. */
const MAX_SLIDE = 3;
const SLIDES = [0, ...Array.from({ length: MAX_SLIDE }, (_, step) => [step + 1, -step - 1]).flat()];
/** Of two ways that fit alike, the one that moves a row less is taken; together they stay below one misfit. */
const SLIDE_COST = 0.1;
/** What can't be where it stands: a word under numbers, a cell under no column, two in one. */
const WRONG_PLACE = 2;
/** What is odd where it stands: a number among words; less so where words and numbers may stand. */
const ODD_PLACE = 1;
const RARE_PLACE = 0.4;

const isNumber = ({ text }: RowCell) => numberOf(text).kind === 'number';
const isWord = ({ text }: RowCell) => /\p{Script=Han}/u.test(text) && numberOf(text).kind === 'unreadable';

function costOf(holds: Holds, cell: RowCell): number {
  if (holds === 'number') return isWord(cell) ? WRONG_PLACE : 0;
  if (!isNumber(cell)) return 0;
  return holds === 'words' ? ODD_PLACE : RARE_PLACE;
}

/** The row's cells under the columns that `columnOf` says. */
function placedBy<Role extends string>(
  cells: readonly RowCell[],
  { holds }: ListColumns<Role>,
  extra: Role,
  columnOf: (cell: RowCell, index: number) => Column<Role> | undefined,
): Placed<Role> {
  const placed = new Map<Role, RowCell[]>();
  const extras: { cell: RowCell; header: RowCell }[] = [];
  const taken = new Set<Column<Role>>();
  let misfit = 0;
  cells.forEach((cell, index) => {
    const column = columnOf(cell, index);
    if (!column) {
      misfit += WRONG_PLACE;
      return;
    }
    if (taken.has(column)) misfit += WRONG_PLACE;
    taken.add(column);
    misfit += column.role === extra ? 0 : costOf(holds(column.role), cell);
    if (column.role === extra) extras.push({ cell, header: column.cell });
    else placed.set(column.role, [...(placed.get(column.role) ?? []), cell]);
  });
  return { cells: placed, extras, misfit };
}

/**
 * Puts a row's cells under the columns of a list: where they stand, or, where they fit better there, some columns to the side, or in the
 * order of the header, as in a text that leaves blank cells out.
 */
export function placedIn<Role extends string>(
  cells: readonly RowCell[],
  list: ListColumns<Role>,
  extra: Role,
): Placed<Role> {
  const { columns } = list;
  const ways = SLIDES.map((slide) => ({
    cost: Math.abs(slide) * SLIDE_COST,
    placed: placedBy(cells, list, extra, ({ column }) =>
      columns.find(({ start, end }) => column - slide >= start && column - slide < end),
    ),
  }));
  if (cells.length === columns.length)
    ways.push({ cost: SLIDE_COST, placed: placedBy(cells, list, extra, (_, index) => columns[index]) });
  const numeric = columns.filter(({ role }) => list.holds(role) === 'number');
  if (cells.length === numeric.length && cells.every(isNumber))
    ways.push({ cost: SLIDE_COST, placed: placedBy(cells, list, extra, (_, index) => numeric[index]) });
  const [best] = ways.toSorted((a, b) => a.cost + a.placed.misfit - (b.cost + b.placed.misfit));
  return best?.placed ?? { cells: new Map(), extras: [], misfit: 0 };
}
