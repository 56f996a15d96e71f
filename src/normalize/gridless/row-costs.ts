import type { IndicatorColumn } from '../vocabulary/words.js';

/** What it costs to leave a column of a row blank: names and points are nearly always printed, headings are merged over rows. */
export const BLANK_COST: Readonly<Record<IndicatorColumn, number>> = {
  level1: 0,
  level2: 0,
  name: 3,
  property: 0.3,
  target: 0.7,
  unit: 0.2,
  actual: 0.7,
  weight: 1.2,
  score: 0.8,
  deviation: 0,
  extra: 0.1,
};

/** A row in the making, as far as its cost as a whole goes. Points in hundredths. */
export interface RowSoFar {
  readonly filled: ReadonlySet<IndicatorColumn>;
  /** What its blank columns cost so far. */
  readonly blankCost: number;
  readonly weight: number | null;
  readonly score: number | null;
  readonly isPlaceholder: boolean;
  /** True where its name says that it is a part of the row above. */
  readonly isDetail: boolean;
}

/** A heading with no row beside it, or a template's row that was left blank. */
const EMPTY_ROW_COST = 0.4;
const SCORE_OVER_WEIGHT_COST = 3;
/** A reason stands beside points that were lost. */
const REASON_FOR_NOTHING_COST = 0.6;
/** A row seldom gets less than half of its points. */
const FEW = 2;
const FEW_POINTS_COST = 0.6;
const NO_REASON_COST = 0.2;
const DETAIL_COST = 0.5;

/** What a whole row costs beside its cells and the blanks between them; `restBlank` is the cost of its blank columns to the end. */
export function wholeRowCost(row: RowSoFar, restBlank: number): number {
  const { filled, weight, score } = row;
  const isEmpty = row.isPlaceholder || [...filled].every((role) => role === 'level1' || role === 'level2');
  if (isEmpty) return EMPTY_ROW_COST - row.blankCost;
  let cost = restBlank;
  if (row.isDetail && weight === null && score === null) cost += DETAIL_COST - BLANK_COST.weight - BLANK_COST.score;
  if (weight !== null && score !== null) {
    if (score > weight) cost += SCORE_OVER_WEIGHT_COST;
    if (score * FEW < weight) cost += FEW_POINTS_COST;
    if (score === weight && filled.has('deviation')) cost += REASON_FOR_NOTHING_COST;
    if (score < weight && !filled.has('deviation')) cost += NO_REASON_COST;
  }
  return cost;
}
