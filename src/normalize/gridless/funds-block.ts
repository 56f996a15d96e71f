import { AMONG, fundsRow } from '../vocabulary/funds-labels.js';
import { numberOf } from '../text/number.js';
import type { Row } from '../rows/rows.js';
import { sectionRole } from '../rows/section-heads.js';
import type { FundsColumn } from '../vocabulary/words.js';
import { mayPart, type Borders } from './borders.js';
import { fieldAt } from './field-labels.js';
import { chooseTogether, fundsWays } from './funds-assignment.js';
import type { HeaderRun } from './header-runs.js';
import { labelsFrom, type PlacedLabel } from './labels.js';
import { textIn, type Span } from './running-text.js';
import { lineRow, rowIn, sideBySide } from './synthetic-rows.js';
import { valueCuts } from './value-cuts.js';

/** A funds block's rows, where it begins and ends, and which of its rows were put under the columns by what they hold. */
export interface FundsBlock extends Span {
  readonly rows: readonly Row[];
  /** Labels of rows whose values could stand under other columns too. */
  readonly inferred: readonly string[];
  /** What the total's row gives for the budget, in points. */
  readonly weight: number | null;
  readonly score: number | null;
}

type Name = PlacedLabel<FundsColumn | 'unknown'>;

/** Characters that a heading may take before the names of the columns. */
const LONGEST_HEAD = 40;
/** The column of the first amount, behind the block's heading and the rows' labels. */
const FIRST_COLUMN = 2;

const rowRole = (key: string) => fundsRow(key.replace(AMONG, ''));

/** The heading of a block that ends where its header begins. */
export function headBefore(borders: Borders, at: number, from: number): Span | null {
  for (let start = Math.max(from, at - LONGEST_HEAD); start < at - 1; start++) {
    if (!mayPart(borders, start)) continue;
    const head = labelsFrom(borders, start, at, sectionRole).find(({ to }) => to === at);
    if (head) return { from: head.from, to: head.to };
  }
  return null;
}

/** The names of a header's columns in one order that it may mean, and the names before them or over several of them. */
interface Order {
  readonly heads: readonly Name[];
  readonly columns: readonly Name[];
}

/** Names in the lower row of a header at least, and groups in its upper row at most. */
const FEWEST_BELOW = 3;
const MOST_GROUPS = 3;

const isNamedTwice = (names: readonly Name[]) => new Set(names.map(({ role }) => role)).size < names.length;

/**
 * The orders that a header may mean. The head of the rows' labels is called as a column is, and stands before them. Where more names
 * repeat, a lower row of names divides some of the upper row, and the others stand somewhere between.
 */
function ordersOf(names: readonly Name[]): Order[] {
  let first = 0;
  while (first < names.length - 2 && names.slice(first + 1).some(({ role }) => role === names[first]?.role)) first += 1;
  const single = { heads: names.slice(0, first), columns: names.slice(first) };
  const lower = names.findIndex((_, index) => !isNamedTwice(names.slice(index)));
  if (lower <= 1) return [single];
  const orders = isNamedTwice(single.columns) ? [] : [single];
  for (let at = lower; at <= Math.min(names.length - FEWEST_BELOW, lower + MOST_GROUPS); at++) {
    const below = names.slice(at);
    const others = names.slice(0, at).filter(({ role }) => below.every((name) => name.role !== role));
    for (const other of others) {
      const heads = names.slice(0, at).filter((name) => name !== other);
      for (let place = 0; place <= below.length; place++)
        orders.push({ heads, columns: below.toSpliced(place, 0, other) });
    }
  }
  return orders.length > 0 ? orders : [single];
}

/** A block of more rows is no form's: the rest is left unplaced. */
const MOST_ROWS = 100;

interface LabelledRow {
  readonly label: Span;
  readonly values: Span;
}

/** True where a row's label may begin: where nothing parts the cells, not within words. */
function mayBegin(borders: Borders, at: number, from: number): boolean {
  if (borders.separation !== 'glued') return mayPart(borders, at);
  const { text, lineStarts } = borders.running;
  return at === from || lineStarts[at] === true || !/[\p{Script=Han},，]/u.test(text.charAt(at - 1));
}

/** The rows by their labels, each with what stands behind it, up to the first label of another block. */
function labelledRows(borders: Borders, from: number, end: number): { rows: LabelledRow[]; end: number; lead: Span } {
  const labels: Span[] = [];
  let at = from;
  let lastEnd = -1;
  for (; at < end;) {
    const label = mayBegin(borders, at, from) ? labelsFrom(borders, at, end, rowRole)[0] : undefined;
    if (labels.length >= MOST_ROWS) break;
    if (label) {
      labels.push(label);
      at = label.to;
      lastEnd = at;
    } else if (labels.length > 0 && at > from && fieldAt(borders, at, end, at === lastEnd) !== null) break;
    else at += 1;
  }
  const rows = labels.map((label, index) => ({ label, values: { from: label.to, to: labels[index + 1]?.from ?? at } }));
  return { rows, end: labels.length > 0 ? at : from, lead: { from, to: labels[0]?.from ?? from } };
}

/** Reads a funds block: its header, and each row's values under the columns that the form's own arithmetic says. */
export function fundsBlock(borders: Borders, header: HeaderRun<FundsColumn>, within: Span): FundsBlock {
  const { running } = borders;
  const section = headBefore(borders, header.from, within.from);
  const { rows, end, lead } = labelledRows(borders, header.to, within.to);
  const textOf = (span: Span) => textIn(running, span);
  const orders = ordersOf(header.labels).map(({ heads, columns }) => {
    const cuts = rows.map(({ values }) => valueCuts(borders, values, columns.length));
    const roles = columns.map(({ role }) => role);
    return { heads, columns, roles, cuts, ...chooseTogether(cuts.map((cut) => fundsWays(cut, roles, textOf))) };
  });
  const [best] = orders.toSorted((a, b) => a.cost - b.cost);
  if (!best) throw new Error('A header has at least one order of its columns.');
  const { heads, columns, roles, cuts, ways, others } = best;
  const before = [...(section ? [section] : []), ...heads];
  const firstColumn = Math.max(FIRST_COLUMN, before.length);
  const names = rowIn(running, [
    ...before.map((head, index) => ({ ...head, column: firstColumn - before.length + index })),
    ...columns.map((name, index) => ({ ...name, column: firstColumn + index })),
  ]);
  const inferred = rows.flatMap(({ label, values }, index) => {
    const cells = ways[index]?.cells ?? [];
    const isCertain = (cuts[index]?.length ?? 0) === 1 && cells.length === columns.length;
    const saysNumber =
      cells.some((cell) => /\p{N}/u.test(textOf(cell))) || (cells.length === 0 && /\p{N}/u.test(textOf(values)));
    return saysNumber && (!isCertain || others > 0 || orders.length > 1) ? [textOf(label)] : [];
  });
  const points = (role: FundsColumn) => {
    const cell = ways[0]?.cells.find(({ column }) => column === roles.indexOf(role));
    const read = cell ? numberOf(textOf(cell)) : null;
    return read?.kind === 'number' ? read.value : null;
  };
  const lines = lead.to > lead.from && rows.length > 0 ? [lineRow(running, lead)] : [];
  const placed = rows.map(({ label, values }, index) => {
    const cells = ways[index]?.cells ?? [];
    if (cells.length === 0) return sideBySide(running, [label, values], firstColumn - 1);
    const used = cells.map((cell) => ({ ...cell, column: firstColumn + cell.column }));
    const last = cells.at(-1)?.to ?? values.to;
    const rest = { from: last, to: values.to, column: firstColumn + columns.length };
    return rowIn(running, [{ ...label, column: firstColumn - 1 }, ...used, rest]);
  });
  return {
    from: section?.from ?? header.from,
    to: Math.max(end, header.to),
    rows: [names, ...lines, ...placed],
    inferred,
    weight: points('weight'),
    score: points('score'),
  };
}
