import { NO_FIELD, withCells, type Edit, type EditedForm } from './edited-form.js';
import type { Random } from '../damage/random.js';
import type { CellKind, HeadCell, PlacedCell } from '../spellings/true-form.js';

/** Edits of a block's columns and their heads. Only columns of which every row is known are taken. */

/** The cells of a head's own field that stand in its column: where a block's rows slid, there are none. */
const cellsUnder = (form: EditedForm, { block, field, column }: HeadCell) =>
  form.cells.filter(
    (cell) => cell.path.startsWith(`${block}[`) && cell.path.endsWith(`.${field}`) && cell.column === column,
  );
const TOTALS: readonly string[] = ['totalWeight', 'totalScore'];
const totalsUnder = (form: EditedForm, head: HeadCell) =>
  head.block === 'indicators'
    ? form.cells.filter(({ path, column }) => TOTALS.includes(path) && column === head.column)
    : [];

/** Heads of numbers, targets and results whose columns are whole. A target in three columns is none of them. */
function wholeColumns(form: EditedForm): HeadCell[] {
  const parts = form.heads.some(({ field }) => field === 'property' || field === 'unit');
  return form.heads.filter((head) => {
    if (NO_FIELD.includes(head.field) || (parts && head.field === 'target')) return false;
    return cellsUnder(form, head).length === form.truth[head.block].length;
  });
}

function twoHeads(form: EditedForm, random: Random): readonly [HeadCell, HeadCell] | null {
  const heads = wholeColumns(form);
  if (heads.length === 0) return null;
  const one = random.pick(heads);
  const others = heads.filter((head) => head.block === one.block && head.column !== one.column);
  return others.length === 0 ? null : [one, random.pick(others)];
}

const asField = (cell: PlacedCell, field: string, kind: CellKind): PlacedCell => ({
  ...cell,
  path: cell.path.replace(/\.[^.]*$/, `.${field}`),
  kind,
});

/** Two heads exchange their words: what stands under one now belongs to the other. The totals are read by column or by their order. */
const exchangeHeads: Edit = (form, random) => {
  const heads = twoHeads(form, random);
  if (!heads) return null;
  const [one, other] = heads;
  const kindUnder = (head: HeadCell) => cellsUnder(form, head)[0]?.kind ?? 'points';
  const [kindOfOne, kindOfOther] = [kindUnder(one), kindUnder(other)];
  const isUnder = (cell: PlacedCell, head: HeadCell) => cellsUnder(form, head).includes(cell);
  const exchanged = withCells(
    form,
    [
      { row: one.row, column: one.column, text: other.text },
      { row: other.row, column: other.column, text: one.text },
    ],
    `heads ${one.text} ⇄ ${other.text}`,
  );
  const totals = form.cells.filter(({ path }) => TOTALS.includes(path));
  return {
    ...exchanged,
    cells: form.cells.map((cell) =>
      isUnder(cell, one)
        ? asField(cell, other.field, kindOfOther)
        : isUnder(cell, other)
          ? asField(cell, one.field, kindOfOne)
          : cell,
    ),
    texts: new Map(totals.map(({ path }) => [path, totals.map(({ text }) => text)])),
  };
};

/** Two columns change places with their heads: the form says the same. */
const swapColumns: Edit = (form, random) => {
  const heads = twoHeads(form, random);
  if (!heads) return null;
  const [one, other] = heads;
  const rows = new Set([
    one.row,
    ...[one, other].flatMap((head) => [...cellsUnder(form, head), ...totalsUnder(form, head)]).map(({ row }) => row),
  ]);
  const turned = (column: number) =>
    column === one.column ? other.column : column === other.column ? one.column : column;
  const isTurned = ({ row }: { readonly row: number }) => rows.has(row);
  return {
    ...form,
    rows: form.rows.map((cells, row) =>
      rows.has(row) ? cells.map((_, column) => cells[turned(column)] ?? '') : cells,
    ),
    cells: form.cells.map((cell) => (isTurned(cell) ? { ...cell, column: turned(cell.column) } : cell)),
    heads: form.heads.map((head) => (isTurned(head) ? { ...head, column: turned(head.column) } : head)),
    done: `columns ${one.text} ⇄ ${other.text}`,
  };
};

/** A column is gone, head and all; what stood right of it moves left. */
const dropColumn: Edit = (form, random) => {
  const heads = wholeColumns(form);
  if (heads.length === 0) return null;
  const head = random.pick(heads);
  const gone = [...cellsUnder(form, head), ...totalsUnder(form, head)];
  const rows = new Set([head.row, ...gone.map(({ row }) => row)]);
  const moved = <T extends { readonly row: number; readonly column: number }>(one: T): T =>
    rows.has(one.row) && one.column > head.column ? { ...one, column: one.column - 1 } : one;
  return {
    ...form,
    rows: form.rows.map((cells, row) => (rows.has(row) ? cells.toSpliced(head.column, 1) : cells)),
    cells: form.cells.filter((cell) => !gone.includes(cell)).map(moved),
    heads: form.heads.filter((one) => one !== head).map(moved),
    texts: new Map(gone.map(({ path }) => [path, ['']])),
    done: `without the column ${head.text}`,
  };
};

const blankHead: Edit = (form, random) => {
  if (form.heads.length === 0) return null;
  const head = random.pick(form.heads);
  return withCells(form, [{ ...head, text: '' }], `head ${head.text} blank`);
};

export const COLUMN_EDITS: Readonly<Record<string, Edit>> = {
  'exchange two heads': exchangeHeads,
  'swap two columns': swapColumns,
  'drop a column': dropColumn,
  'blank a head': blankHead,
};
