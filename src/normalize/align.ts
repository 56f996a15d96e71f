import type { Column } from './columns.js';
import { isKnownHeading } from './headings.js';
import { numberOf } from './number.js';
import type { RowCell } from './rows.js';
import type { IndicatorColumn } from './words.js';

/**
 * Puts a row's cells under the columns they belong to. A row that stands where its header says is taken as it is; one that
 * slid is recognised by what its cells hold (a heading, a target, two numbers of at most 100) and put right.
 */
export interface Alignment {
  readonly cells: ReadonlyMap<IndicatorColumn, readonly RowCell[]>;
  /** True where a cell stands under another column than the header's place for it. */
  readonly moved: boolean;
  /** How badly the cells fit all the same; above `UNSURE` a person should look. */
  readonly cost: number;
}

export const UNSURE = 4;
const FITS = 1.5;
const MAX_SLIDE = 2;
const SLIDE_COST = 0.4;
const MOVE_COST = 0.5;
const UNPLACED_COST = 4;
const SHARED_COST = 3;
const MAX_POINTS = 100;
/** A heading fits in a narrow column; a longer text is a name or a reason. */
const LONGEST_HEADING = 14;

const TARGET_SIGN = /^\s*(?:[=＝═≥≧≤≦>＞<＜﹥﹤]|不低于|不少于|不超过|不高于|大于|小于)/;
const PROPERTY =
  /^\s*(?:[=＝═≥≧≤≦>＞<＜﹥﹤]{1,2}|定性|定量|大于等于|小于等于|等于|大于|小于|正向.*|反向.*|逆向.*)\s*$/;
const VALUE_LIKE = /^\s*[=＝≥≧≤≦>＞<＜]?\s*\d+(?:\.\d+)?\s*(?:[(（][^)）]{1,8}[)）]|%|％|[\u4e00-\u9fff]{1,3})?\s*$/;
const ACHIEVED = /^(?:部分|未|全部|完全)?达成(?:年度|预期)?指标/;

type Fit = (cell: RowCell) => number;

const points: Fit = (cell) => {
  const read = numberOf(cell.text);
  if (read.kind === 'number') return read.value <= MAX_POINTS ? 0 : 1.5;
  return read.kind === 'none' ? 0.2 : 6;
};

function headingFit(level: 1 | 2): Fit {
  const other = level === 1 ? 2 : 1;
  return (cell) => {
    const key = cell.label.key;
    if (isKnownHeading(level, key)) return 0;
    if (isKnownHeading(other, key)) return level === 1 ? 3 : 2;
    if (numberOf(cell.text).kind === 'number') return 6;
    if (TARGET_SIGN.test(cell.text)) return 5;
    if (key.endsWith('指标')) return 0.3;
    return cell.text.length > LONGEST_HEADING ? 2.5 : 1.2;
  };
}

const isHeading = (cell: RowCell) =>
  cell.label.key.endsWith('指标') && (isKnownHeading(1, cell.label.key) || isKnownHeading(2, cell.label.key));

const FIT: Readonly<Record<IndicatorColumn, Fit>> = {
  level1: headingFit(1),
  level2: headingFit(2),
  name: (cell) => {
    if (numberOf(cell.text).kind === 'number') return 5;
    if (TARGET_SIGN.test(cell.text) || VALUE_LIKE.test(cell.text)) return 3;
    return isHeading(cell) ? 2.5 : 0;
  },
  property: (cell) => (PROPERTY.test(cell.text) || numberOf(cell.text).kind === 'none' ? 0 : 4),
  target: (cell) => (isHeading(cell) ? 3 : ACHIEVED.test(cell.text) ? 2 : 0),
  unit: (cell) => (numberOf(cell.text).kind === 'number' ? 3 : cell.text.length > LONGEST_HEADING ? 2 : 0),
  actual: (cell) => (isHeading(cell) ? 3 : TARGET_SIGN.test(cell.text) ? 1 : 0),
  weight: points,
  score: points,
  deviation: (cell) => (numberOf(cell.text).kind === 'number' ? 2.5 : ACHIEVED.test(cell.text) ? 2 : 0),
  extra: () => 0.2,
};

type Columns = readonly Column<IndicatorColumn>[];
/** The index of each cell's column, or -1. */
type Places = readonly number[];

/** Points that lack their partner, a row with points but no name: signs that cells stand in the wrong columns. */
function gaps(places: Places, cells: readonly RowCell[], columns: Columns): number {
  const filled = new Set(places.map((at) => columns[at]?.role));
  const has = (role: IndicatorColumn) => columns.some((column) => column.role === role);
  const isNumber = (role: IndicatorColumn) =>
    cells.some((cell, index) => columns[places[index] ?? -1]?.role === role && numberOf(cell.text).kind === 'number');
  let cost = 0;
  if (
    has('weight') &&
    has('score') &&
    isNumber('weight') !== isNumber('score') &&
    !(filled.has('weight') && filled.has('score'))
  )
    cost += 2;
  if ((isNumber('weight') || isNumber('score')) && !filled.has('name')) cost += 2;
  return cost;
}

function costOf(places: Places, cells: readonly RowCell[], columns: Columns): number {
  const used = new Set<number>();
  let cost = gaps(places, cells, columns);
  cells.forEach((cell, index) => {
    const at = places[index] ?? -1;
    const column = columns[at];
    cost += column ? FIT[column.role](cell) + (used.has(at) ? SHARED_COST : 0) : UNPLACED_COST;
    used.add(at);
  });
  return cost;
}

const slidBy = (slide: number, cells: readonly RowCell[], columns: Columns): Places =>
  cells.map((cell) => columns.findIndex(({ start, end }) => cell.column - slide >= start && cell.column - slide < end));

/** The cheapest way to put the cells, in their order, under columns in theirs. */
function bestOrder(cells: readonly RowCell[], columns: Columns, exact: Places): Places {
  // best[j]: the cheapest placing of the cells so far that uses columns before j only.
  let best = columns.map(() => ({ cost: 0, places: [] as number[] }));
  best.push({ cost: 0, places: [] });
  cells.forEach((cell, index) => {
    const next: typeof best = [];
    for (let j = 0; j <= columns.length; j++) {
      const before = best[j];
      let chosen = { cost: (before?.cost ?? 0) + UNPLACED_COST, places: [...(before?.places ?? []), -1] };
      const column = columns[j - 1];
      const left = best[j - 1];
      if (column && left) {
        const cost = left.cost + FIT[column.role](cell) + (exact[index] === j - 1 ? 0 : MOVE_COST);
        if (cost < chosen.cost) chosen = { cost, places: [...left.places, j - 1] };
      }
      const earlier = next[j - 1];
      if (earlier && earlier.cost <= chosen.cost) chosen = earlier;
      next.push(chosen);
    }
    best = next;
  });
  return best.at(-1)?.places ?? exact;
}

function alignment(
  places: Places,
  cells: readonly RowCell[],
  columns: Columns,
  moved: boolean,
  cost: number,
): Alignment {
  const byRole = new Map<IndicatorColumn, RowCell[]>();
  cells.forEach((cell, index) => {
    const role = columns[places[index] ?? -1]?.role;
    if (!role) return;
    const there = byRole.get(role);
    if (there) there.push(cell);
    else byRole.set(role, [cell]);
  });
  return { cells: byRole, moved, cost };
}

/** Where each cell stands by its place alone, as for the rest of a row that a page break cut. */
export function alignByPlace(cells: readonly RowCell[], columns: Columns): Alignment {
  const places = slidBy(0, cells, columns);
  return alignment(places, cells, columns, false, costOf(places, cells, columns));
}

/** Aligns a row that carries its own numbers. */
export function alignRow(cells: readonly RowCell[], columns: Columns): Alignment {
  const exact = slidBy(0, cells, columns);
  let best = { places: exact, cost: costOf(exact, cells, columns), moved: false };
  if (best.cost <= FITS) return alignment(exact, cells, columns, false, best.cost);
  const consider = (places: Places, extra: number) => {
    const cost = costOf(places, cells, columns) + extra;
    if (cost < best.cost - 0.01) best = { places, cost, moved: true };
  };
  for (let slide = 1; slide <= MAX_SLIDE; slide++) {
    consider(slidBy(slide, cells, columns), SLIDE_COST * slide);
    consider(slidBy(-slide, cells, columns), SLIDE_COST * slide);
  }
  const order = bestOrder(cells, columns, exact);
  consider(order, MOVE_COST * order.filter((at, index) => at !== exact[index]).length);
  return alignment(best.places, cells, columns, best.moved, best.cost);
}
