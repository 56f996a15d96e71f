import { isAmount } from '../../schema/number-fields.js';
import { numberOf } from '../text/number.js';
import type { FundsColumn } from '../vocabulary/words.js';
import type { PlacedSpan } from './ways.js';
import type { Span } from './running-text.js';

/** One way to put a row's values under the columns. */
export interface FundsWay {
  readonly cells: readonly PlacedSpan[];
  readonly cost: number;
  /** Its amounts by column, in hundredths. */
  readonly amounts: ReadonlyMap<FundsColumn, number>;
}

type Column = FundsColumn | 'unknown';

/** A blank amount is odder than blank points or a blank rate, which only the total has in many forms. */
const BLANK_AMOUNT_COST = 1;
const BLANK_COST = 0.5;
const NOT_A_NUMBER_COST = 5;
const ODD_COST = 3;
const SLIGHTLY_ODD_COST = 0.3;
/** Points that a form gives for its budget, at most. */
const MOST_POINTS = 30;
const MOST_RATE = 400;
/** What a row gains by an identity that closes, and what it loses by one that stays open. */
const CLOSES = -2;
const OPEN = 1;
/** Per cent and points are printed with two decimals, cut off or rounded. */
const TOLERANCE = 0.0101;
/** Ways kept of a row: two amounts fit three columns in three ways, points and rate apart. */
const KEPT = 12;
/** Ways of the rows so far that are kept together. */
const KEPT_TOGETHER = 1024;

function cellCost(column: Column, text: string): number {
  const read = numberOf(text);
  const isText = read.kind === 'unreadable';
  if (column === 'extra' || column === 'unknown') return isText ? 0 : read.kind === 'number' ? 1 : 0.1;
  if (isText) return NOT_A_NUMBER_COST;
  if (read.kind === 'none') return 0;
  const isRate = /[%％]/.test(text);
  if (isAmount(column)) return isRate ? ODD_COST : 0;
  if (column === 'executionRate') return read.value > MOST_RATE ? ODD_COST : isRate ? 0 : SLIGHTLY_ODD_COST;
  return isRate || read.value > MOST_POINTS ? ODD_COST : 0;
}

/** The identities of one row: the rate is the quotient, the score is the weight's part that the rate says. */
function identityCost(value: (column: FundsColumn) => number | null): number {
  const [budget, executed, rate] = [value('annualBudget'), value('executed'), value('executionRate')];
  const [weight, score] = [value('weight'), value('score')];
  let cost = 0;
  if (budget !== null && executed !== null && rate !== null && budget !== 0)
    cost += Math.abs(rate - (100 * executed) / budget) < TOLERANCE ? CLOSES : OPEN;
  const share = rate ?? (budget !== null && executed !== null && budget !== 0 ? (100 * executed) / budget : null);
  if (weight !== null && weight > 0 && score !== null) {
    if (score > weight) cost += ODD_COST;
    else if (share !== null)
      cost += Math.abs(score - Math.min(weight, (weight * share) / 100)) < TOLERANCE ? CLOSES : OPEN / 2;
  }
  return cost;
}

/** Every way to put `count` values under columns in their order, as the columns' indices. */
function placings(count: number, columns: number, from = 0): number[][] {
  if (count === 0) return [[]];
  const found: number[][] = [];
  for (let column = from; column <= columns - count; column++)
    for (const rest of placings(count - 1, columns, column + 1)) found.push([column, ...rest]);
  return found;
}

function wayOf(cells: readonly PlacedSpan[], columns: readonly Column[], textOf: (span: Span) => string): FundsWay {
  const values = new Map<Column, number>();
  const amounts = new Map<FundsColumn, number>();
  let cost = 0;
  for (const cell of cells) {
    const column = columns[cell.column] ?? 'extra';
    const text = textOf(cell);
    cost += cellCost(column, text);
    const read = numberOf(text);
    if (read.kind !== 'number' || column === 'extra' || column === 'unknown') continue;
    values.set(column, read.value);
    if (isAmount(column)) amounts.set(column, Math.round(read.value * 100));
  }
  const filled = new Set(cells.map(({ column }) => column));
  columns.forEach((column, index) => {
    if (!filled.has(index) && column !== 'extra' && column !== 'unknown')
      cost += isAmount(column) ? BLANK_AMOUNT_COST : BLANK_COST;
  });
  return { cells, cost: cost + identityCost((column) => values.get(column) ?? null), amounts };
}

/** The best ways to put a row's values under the columns, the best first. `cuts`: the ways to cut the row into values. */
export function fundsWays(
  cuts: readonly (readonly Span[])[],
  columns: readonly Column[],
  textOf: (span: Span) => string,
): FundsWay[] {
  const ways = cuts.flatMap((values) =>
    placings(Math.min(values.length, columns.length), columns.length).map((places) =>
      wayOf(
        places.flatMap((column, index) => {
          const value = values[index];
          return value ? [{ ...value, column }] : [];
        }),
        columns,
        textOf,
      ),
    ),
  );
  return ways.sort((a, b) => a.cost - b.cost).slice(0, KEPT);
}

/** A block of more rows is no form's: each row stands for itself. */
const MOST_ROWS = 40;

/**
 * For each row the way that makes the columns add up best: the first row is the total of the others. Where no choice closes more sums,
 * each row's own best way is taken.
 */
export function chooseTogether(rows: readonly (readonly FundsWay[])[]): {
  ways: FundsWay[];
  others: number;
  cost: number;
} {
  if (rows.length > MOST_ROWS) return { ways: rows.flatMap((row) => row.slice(0, 1)), others: rows.length, cost: 0 };
  let choices: { ways: FundsWay[]; cost: number }[] = [{ ways: [], cost: 0 }];
  for (const row of rows) {
    const more = choices.flatMap(({ ways, cost }) =>
      row.map((way) => ({ ways: [...ways, way], cost: cost + way.cost })),
    );
    choices = more.sort((a, b) => a.cost - b.cost).slice(0, KEPT_TOGETHER);
  }
  const judged = choices
    .map(({ ways, cost }) => ({ ways, cost: cost + sumCost(ways) }))
    .sort((a, b) => a.cost - b.cost);
  const [best] = judged;
  const others = best ? judged.slice(1).filter(({ cost }) => cost - best.cost < SLIGHTLY_ODD_COST).length : 0;
  return { ways: best?.ways ?? [], others, cost: best?.cost ?? 0 };
}

function sumCost([total, ...parts]: readonly FundsWay[]): number {
  if (!total || parts.length === 0) return 0;
  let cost = 0;
  for (const [column, amount] of total.amounts) {
    const terms = parts.flatMap(({ amounts }) => amounts.get(column) ?? []);
    if (terms.length === 0) continue;
    cost += terms.reduce((sum, term) => sum + term, 0) === amount ? CLOSES / 2 : OPEN / 2;
  }
  return cost;
}
