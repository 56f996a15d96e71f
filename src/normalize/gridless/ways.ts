import type { Span } from './running-text.js';

/** A cell put under a column. */
export interface PlacedSpan extends Span {
  readonly column: number;
}

/** A way to cut the text up to some place: what it costs, the points of its rows so far, and the way before its last cell. */
export interface Way {
  readonly cost: number;
  /** Points of the rows that have ended, in hundredths, and of the one that is being cut. */
  readonly weights: number;
  readonly scores: number;
  readonly rowWeight: number | null;
  readonly rowScore: number | null;
  readonly mask: number;
  readonly blankCost: number;
  readonly isPlaceholder: boolean;
  readonly isDetail: boolean;
  readonly cell: PlacedSpan | null;
  readonly endsRow: boolean;
  readonly before: Way | null;
}

/** The way of which nothing is cut yet. */
export const START: Way = {
  cost: 0,
  weights: 0,
  scores: 0,
  rowWeight: null,
  rowScore: null,
  mask: 0,
  blankCost: 0,
  isPlaceholder: false,
  isDetail: false,
  cell: null,
  endsRow: true,
  before: null,
};

const keyOf = (way: Way) =>
  `${way.weights}/${way.scores}/${way.rowWeight ?? ''}/${way.rowScore ?? ''}/${way.mask}/${way.isPlaceholder}/${way.isDetail}`;

/** The cheapest ways to each sum, the cheapest first. */
export function cheapest(ways: readonly Way[], kept: number, most: number): Way[] {
  const best = new Map<string, Way>();
  for (const way of ways) {
    if (way.cost > most) continue;
    const key = keyOf(way);
    const there = best.get(key);
    if (!there || way.cost < there.cost) best.set(key, way);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost).slice(0, kept);
}

/** The rows of a way that has come to the text's end. */
export function rowsOf(end: Way): PlacedSpan[][] {
  const rows: PlacedSpan[][] = [];
  for (let way: Way | null = end; way; way = way.before) {
    if (way.endsRow && way.before) rows.unshift([]);
    if (way.cell) rows[0]?.unshift(way.cell);
  }
  return rows.filter((row) => row.length > 0);
}
