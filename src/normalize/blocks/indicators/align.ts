import type { Column } from '../../rows/columns.js';
import { fitOf, isDamagedNumber } from './fit.js';
import { numberOf } from '../../text/number.js';
import type { RowCell } from '../../rows/rows.js';
import { dividedRows } from '../../rows/split-cells.js';
import type { IndicatorColumn } from '../../vocabulary/words.js';

/**
 * Puts a row's cells under the columns they belong to. A row that stands where its header says is taken as it is; one that
 * slid is recognised by what its cells hold (a heading, a target, two numbers of at most 100) and put right.
 */
export interface Alignment {
  readonly cells: ReadonlyMap<IndicatorColumn, readonly RowCell[]>;
  /** True where a cell stands under another column than the header's place for it, or was two cells before a border was lost. */
  readonly moved: boolean;
  /** True where the cells fit badly all the same, or another placing fits nearly as well: a person should look. */
  readonly unsure: boolean;
}

/** A row that costs more than this fits its columns badly. */
const UNSURE = 2.5;
/** Another placing that costs no more than this beyond the best one might be meant. */
const NEARLY = 0.5;
const FITS = 1.5;
/** A row that is moved for no more than this may as well stand where it should, with a cell blank. */
const LITTLE_BETTER = 2.5;
const MAX_SLIDE = 2;
const SLIDE_COST = 0.4;
const MOVE_COST = 0.5;
const SPLIT_COST = 0.6;
/** A row that lost more borders than this is not put together again. */
const MOST_LOST_BORDERS = 2;
/** So many of the best divisions are divided once more. */
const BEST_DIVIDED = 8;
const UNPLACED_COST = 4;
const SHARED_COST = 3;
const BLANK_VALUE_COST = 0.3;
type Columns = readonly PlacedColumn[];
/** A column of the indicators; see `fitOf`. */
export type PlacedColumn = Column<IndicatorColumn> & { readonly ownHeadings?: boolean };
/** The index of each cell's column, or -1. */
type Places = readonly number[];

/** What each role holds in a placing, as the gaps need it. */
interface Filled {
  readonly roles: ReadonlySet<IndicatorColumn>;
  readonly weight: boolean;
  readonly score: boolean;
}

function filledBy(places: Places, cells: readonly RowCell[], columns: Columns): Filled {
  const roles = new Set<IndicatorColumn>();
  let [weight, score] = [false, false];
  cells.forEach((cell, index) => {
    const role = columns[places[index] ?? -1]?.role;
    if (role === undefined) return;
    roles.add(role);
    if (role === 'weight') weight ||= numberOf(cell.text).kind === 'number';
    if (role === 'score') score ||= numberOf(cell.text).kind === 'number';
  });
  return { roles, weight, score };
}

/** Points that lack their partner, a row with points but no name: signs that cells stand in the wrong columns. */
function gaps({ roles, weight, score }: Filled, columns: Columns): number {
  const has = (role: IndicatorColumn) => columns.some((column) => column.role === role);
  let cost = 0;
  const lonely = weight !== score && !(roles.has('weight') && roles.has('score'));
  if (lonely && has('weight') && has('score')) cost += 2;
  if (!weight && !score) return cost;
  if (!roles.has('name')) cost += 2;
  for (const role of ['target', 'actual'] as const) if (!roles.has(role) && has(role)) cost += BLANK_VALUE_COST;
  return cost;
}

/** A cell that repeats the one before it in the same column: one merged cell that was taken apart. */
const repeats = (cells: readonly RowCell[], places: Places, index: number) =>
  index > 0 && places[index] === places[index - 1] && cells[index]?.text === cells[index - 1]?.text;

/** A sign for none says nothing wherever it stands. */
const unplacedCost = ({ text }: RowCell) => (numberOf(text).kind === 'none' ? 0 : UNPLACED_COST);

function costOf(places: Places, cells: readonly RowCell[], columns: Columns): number {
  const used = new Set<number>();
  let cost = gaps(filledBy(places, cells, columns), columns);
  cells.forEach((cell, index) => {
    const at = places[index] ?? -1;
    const column = columns[at];
    if (repeats(cells, places, index)) return;
    cost += column ? fitOf(column, cell) + (used.has(at) ? SHARED_COST : 0) : unplacedCost(cell);
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
      let chosen = { cost: (before?.cost ?? 0) + unplacedCost(cell), places: [...(before?.places ?? []), -1] };
      const column = columns[j - 1];
      const left = best[j - 1];
      if (column && left) {
        const cost = left.cost + fitOf(column, cell) + (exact[index] === j - 1 ? 0 : MOVE_COST);
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

function alignment({ places, cells, moved }: Candidate, columns: Columns, unsure: boolean): Alignment {
  const byRole = new Map<IndicatorColumn, RowCell[]>();
  cells.forEach((cell, index) => {
    const role = columns[places[index] ?? -1]?.role;
    if (!role || repeats(cells, places, index)) return;
    const there = byRole.get(role);
    if (there) there.push(cell);
    else byRole.set(role, [cell]);
  });
  return { cells: byRole, moved, unsure };
}

/** Where each cell stands by its place alone, as for the rest of a row that a page break cut. */
export function alignByPlace(cells: readonly RowCell[], columns: Columns): Alignment {
  return alignment({ cells, places: slidBy(0, cells, columns), cost: 0, moved: false }, columns, false);
}

interface Candidate {
  readonly cells: readonly RowCell[];
  readonly places: Places;
  readonly cost: number;
  readonly moved: boolean;
}

/** The ways to place a row's cells: as they stand, slid as a whole, or each in the best column that keeps their order. */
function candidates(cells: readonly RowCell[], columns: Columns, extra: number): Candidate[] {
  const exact = slidBy(0, cells, columns);
  const candidate = (places: Places, more: number): Candidate => ({
    cells,
    places,
    cost: costOf(places, cells, columns) + extra + more,
    moved: true,
  });
  const slides = Array.from({ length: MAX_SLIDE }, (_, index) => index + 1).flatMap((slide) => [
    candidate(slidBy(slide, cells, columns), SLIDE_COST * slide),
    candidate(slidBy(-slide, cells, columns), SLIDE_COST * slide),
  ]);
  const order = bestOrder(cells, columns, exact);
  return [
    candidate(exact, 0),
    ...slides,
    candidate(order, MOVE_COST * order.filter((at, index) => at !== exact[index]).length),
  ];
}

/** What a placing says, so that two that say the same are one. */
const meaning = ({ places, cells }: Candidate, columns: Columns) =>
  cells.map(({ text }, index) => `${columns[places[index] ?? -1]?.role ?? ''}:${text.replace(/\s+/g, '')}`).join('|');

function choose(found: readonly Candidate[], columns: Columns): { best: Candidate; close: boolean } | null {
  const [best, ...others] = found.toSorted((a, b) => a.cost - b.cost || Number(a.moved) - Number(b.moved));
  if (!best) return null;
  const said = meaning(best, columns);
  return { best, close: others.some((other) => other.cost - best.cost < NEARLY && meaning(other, columns) !== said) };
}

/** Points are no share of anything: where a move puts 91% under them, it is a result's. */
const hasShareForPoints = ({ places, cells }: Candidate, columns: Columns) =>
  cells.some(({ text }, index) => {
    const role = columns[places[index] ?? -1]?.role;
    return (role === 'weight' || role === 'score') && /[%％]/.test(text);
  });

/** No points at all: nothing holds a moved row to its place. */
const hasNoPoints = ({ places, cells }: Candidate, columns: Columns) => {
  const { weight, score } = filledBy(places, cells, columns);
  return !weight && !score;
};

/** A table with a column of units has one in each row: where a move leaves a target without, another cell stands in the unit's place. */
const hasNoUnit = ({ places, cells }: Candidate, columns: Columns) => {
  const { roles } = filledBy(places, cells, columns);
  return columns.some(({ role }) => role === 'unit') && roles.has('target') && !roles.has('unit');
};

/** Aligns a row that carries its own numbers. */
export function alignRow(cells: readonly RowCell[], columns: Columns): Alignment {
  const exact = slidBy(0, cells, columns);
  const asItStands: Candidate = { cells, places: exact, cost: costOf(exact, cells, columns), moved: false };
  if (asItStands.cost <= FITS) return alignment(asItStands, columns, false);
  const found = [asItStands, ...candidates(cells, columns, 0)];
  for (let lost = 1, rows = [cells]; lost <= MOST_LOST_BORDERS && found.every(({ cost }) => cost > FITS); lost++) {
    const divided = rows.flatMap(dividedRows).flatMap((row) => candidates(row, columns, SPLIT_COST * lost));
    found.push(...divided);
    rows = divided
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, BEST_DIVIDED)
      .map((candidate) => [...candidate.cells]);
  }
  const { best, close } = choose(found, columns) ?? { best: asItStands, close: false };
  // A number that can't be read moves a row as a row that slid does.
  const doubtful =
    best.moved &&
    (asItStands.cost - best.cost < LITTLE_BETTER ||
      cells.some(isDamagedNumber) ||
      hasShareForPoints(best, columns) ||
      hasNoPoints(best, columns) ||
      hasNoUnit(best, columns));
  return alignment(best, columns, close || doubtful || best.cost >= UNSURE);
}
