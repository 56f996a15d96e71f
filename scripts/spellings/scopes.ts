import type { Random } from '../damage/random.js';
import type { PlacedCell, TrueForm } from './true-form.js';

/** Cells of a form that are rewritten together. */
type Scope = (cells: readonly PlacedCell[], random: Random) => (readonly PlacedCell[])[];

function groupedBy(cells: readonly PlacedCell[], key: (cell: PlacedCell) => string): PlacedCell[][] {
  const groups = new Map<string, PlacedCell[]>();
  for (const cell of cells) groups.set(key(cell), [...(groups.get(key(cell)) ?? []), cell]);
  return [...groups.values()];
}

const columnOf = ({ path }: PlacedCell) => path.replace(/\[\d+\]/, '');
const rowOf = ({ path }: PlacedCell) => path.replace(/\.[^.]*$/, '');

const all: Scope = (cells) => [cells];
const columns: Scope = (cells) => groupedBy(cells, columnOf);
const row: Scope = (cells, random) => [random.pick(groupedBy(cells, rowOf))];
const one: Scope = (cells, random) => [[random.pick(cells)]];
const SCOPES = [all, columns, row, one];

/** The groups of cells that a spelling is tried on: all at once, each column, a row and a cell by chance; each group once. */
export function groupsOf(
  form: TrueForm,
  isMeant: (cell: PlacedCell) => boolean,
  random: Random,
): (readonly PlacedCell[])[] {
  const cells = form.cells.filter(isMeant);
  if (cells.length === 0) return [];
  const groups = SCOPES.flatMap((scope) => scope(cells, random));
  return [...new Map(groups.map((group) => [group.map(({ path }) => path).join(), group])).values()];
}
