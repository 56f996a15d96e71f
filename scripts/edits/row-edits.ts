import { orAsBefore, tableRows, type Edit, type EditedForm } from './edited-form.js';
import type { Random } from '../damage/random.js';
import type { Truth } from '../scoring.js';
import type { PlacedCell } from '../spellings/true-form.js';

/** Edits of whole rows. The truth follows: a row that is printed twice is there twice, one that is dropped is gone. */

type Block = 'funds' | 'indicators';
interface TrueRow {
  readonly block: Block;
  readonly index: number;
}

const PATH = /^(funds|indicators)\[(\d+)\]/;

/** Which row of the truth stands in a row of the form. */
function trueRowAt(form: EditedForm, row: number): TrueRow | null {
  const path = form.cells.find((cell) => cell.row === row && PATH.test(cell.path))?.path ?? '';
  const [, block, index] = PATH.exec(path) ?? [];
  return block === undefined ? null : { block: block as Block, index: Number(index) };
}

/** Cells whose rows and places in the truth are counted anew; a cell whose row is gone is left out. */
const recounted = (
  cells: readonly PlacedCell[],
  rowOf: (row: number) => number | null,
  indexOf: (block: Block, index: number) => number,
): PlacedCell[] =>
  cells.flatMap((cell) => {
    const row = rowOf(cell.row);
    const [head = '', block, index] = PATH.exec(cell.path) ?? [];
    if (row === null) return [];
    if (block === undefined) return [{ ...cell, row }];
    const path = `${block}[${indexOf(block as Block, Number(index))}]${cell.path.slice(head.length)}`;
    return [{ ...cell, row, path }];
  });

const headsMoved = (form: EditedForm, rowOf: (row: number) => number | null) =>
  form.heads.flatMap((head) => {
    const row = rowOf(head.row);
    return row === null ? [] : [{ ...head, row }];
  });

const withRows = (truth: Truth, block: Block, change: <T>(rows: readonly T[]) => T[]): Truth =>
  block === 'funds' ? { ...truth, funds: change(truth.funds) } : { ...truth, indicators: change(truth.indicators) };

const anyRow = (form: EditedForm, random: Random) => {
  const rows = tableRows(form);
  return rows.length === 0 ? null : random.pick(rows);
};
const wordsOf = (form: EditedForm, row: number) =>
  (form.rows[row] ?? []).filter((text) => text.trim() !== '').join(' | ');

/** A row's copy has what the row prints: points that only a heading states are the first one's. */
function printedOf<T>(row: T, form: EditedForm, { block, index }: TrueRow): T {
  const isPrinted = (field: string) => form.cells.some(({ path }) => path === `${block}[${index}].${field}`);
  const fields = Object.entries(row as Record<string, unknown>).map(([field, value]) =>
    typeof value === 'number' && !isPrinted(field) ? [field, null] : [field, value],
  );
  return Object.fromEntries(fields) as T;
}

const repeatRow: Edit = (form, random) => {
  const row = anyRow(form, random);
  if (row === null) return null;
  const true_ = trueRowAt(form, row);
  const rows = form.rows.toSpliced(row, 0, form.rows[row] ?? []);
  const below = (at: number) => (at > row ? at + 1 : at);
  const isBelow = (block: Block, index: number) => true_ !== null && block === true_.block && index > true_.index;
  const first = recounted(form.cells, below, (block, index) => (isBelow(block, index) ? index + 1 : index));
  const copy = recounted(
    form.cells.filter((cell) => cell.row === row),
    (at) => at + 1,
    (_, index) => index + 1,
  );
  return {
    ...form,
    rows,
    cells: true_ === null ? first : [...first, ...copy],
    heads: headsMoved(form, below),
    truth:
      true_ === null
        ? form.truth
        : withRows(form.truth, true_.block, (all) =>
            all.flatMap((one, at) => (at === true_.index ? [one, printedOf(one, form, true_)] : [one])),
          ),
    done: `twice: ${wordsOf(form, row)}`,
  };
};

const dropRow: Edit = (form, random) => {
  const row = anyRow(form, random);
  if (row === null) return null;
  const true_ = trueRowAt(form, row);
  const rowOf = (at: number) => (at === row ? null : at > row ? at - 1 : at);
  const indexOf = (block: Block, index: number) =>
    true_ !== null && block === true_.block && index > true_.index ? index - 1 : index;
  const gone = form.cells.filter((cell) => cell.row === row).map(({ path }) => path);
  const truth = true_ === null ? form.truth : withRows(form.truth, true_.block, (all) => all.toSpliced(true_.index, 1));
  return {
    ...form,
    rows: form.rows.toSpliced(row, 1),
    cells: recounted(form.cells, rowOf, indexOf),
    // The heads' columns are still what parts a target; only their row is gone.
    truth: {
      ...truth,
      totalWeight: gone.includes('totalWeight') ? null : truth.totalWeight,
      totalScore: gone.includes('totalScore') ? null : truth.totalScore,
    },
    done: `without: ${wordsOf(form, row)}`,
  };
};

/** Two neighbouring rows of the same block change places, with all that they hold. */
const swapRows: Edit = (form, random) => {
  const pairs = tableRows(form).filter((row) => {
    const [one, other] = [trueRowAt(form, row), trueRowAt(form, row + 1)];
    return one !== null && other?.block === one.block && other.index === one.index + 1;
  });
  if (pairs.length === 0) return null;
  const row = random.pick(pairs);
  const [one, other] = [form.rows[row] ?? [], form.rows[row + 1] ?? []];
  const true_ = trueRowAt(form, row);
  if (true_ === null) return null;
  const turned = (at: number) => (at === row ? row + 1 : at === row + 1 ? row : at);
  const { block, index } = true_;
  const indexOf = (of: Block, at: number) =>
    of !== block ? at : at === index ? index + 1 : at === index + 1 ? index : at;
  return {
    ...form,
    rows: form.rows.with(row, other).with(row + 1, one),
    cells: recounted(form.cells, turned, indexOf),
    truth: withRows(form.truth, block, (all) => {
      const [first, second] = all.slice(index, index + 2);
      return first === undefined || second === undefined ? [...all] : all.toSpliced(index, 2, second, first);
    }),
    done: `turned: ${wordsOf(form, row)}`,
  };
};

/** A row goes on in the next line; what is between the two is given. */
const splitRow =
  (...between: readonly string[][]): Edit =>
  (form, random) => {
    const row = anyRow(form, random);
    const cells = row === null ? [] : (form.rows[row] ?? []);
    if (row === null || cells.length < 3) return null;
    const at = 1 + random.int(cells.length - 1);
    const upper = cells.map((text, column) => (column < at ? text : ''));
    const lower = cells.map((text, column) => (column < at ? '' : text));
    const down = between.length + 1;
    const below = (of: number) => (of > row ? of + down : of);
    return {
      ...form,
      rows: form.rows.toSpliced(row, 1, upper, ...between, lower),
      cells: recounted(form.cells, below, (_, index) => index).map((cell) =>
        cell.row === row && cell.column >= at ? { ...cell, row: row + down } : cell,
      ),
      heads: headsMoved(form, below),
      // A target in three columns may be parted by the cut: whole, it's what it was.
      texts: orAsBefore(form, (cell) => cell.row === row),
      done: `parted before column ${at}: ${wordsOf(form, row)}`,
    };
  };

/** Lines put between two rows. */
const between =
  (...lines: readonly string[][]): Edit =>
  (form, random) => {
    const row = anyRow(form, random);
    if (row === null) return null;
    const below = (of: number) => (of >= row ? of + lines.length : of);
    return {
      ...form,
      rows: form.rows.toSpliced(row, 0, ...lines),
      cells: recounted(form.cells, below, (_, index) => index),
      heads: headsMoved(form, below),
      done: `${JSON.stringify(lines)} before: ${wordsOf(form, row)}`,
    };
  };

export const ROW_EDITS: Readonly<Record<string, Edit>> = {
  'repeat a row': repeatRow,
  'drop a row': dropRow,
  'swap two rows': swapRows,
  'split a row': splitRow(),
  'split a row over a page': splitRow([''], ['-2-'], ['']),
  'break the table between rows': between(['']),
  'break the page between rows': between([''], ['- 2 -'], ['']),
  'put a row of dashes in': between(['------', '------']),
};
