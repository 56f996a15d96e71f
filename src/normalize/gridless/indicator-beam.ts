import { numberOf } from '../text/number.js';
import { valueOf } from '../text/value.js';
import { withoutBlanks } from '../text/white-space.js';
import { PLACEHOLDER, type IndicatorColumn } from '../vocabulary/words.js';
import type { Atom } from './atoms.js';
import type { Borders } from './borders.js';
import { fitCost, joinCost } from './cell-costs.js';
import { BLANK_COST, wholeRowCost } from './row-costs.js';
import { GAP, textIn, type Span } from './running-text.js';

/** The sums that the rows' points should have, in hundredths; empty where the form does not tell. */
export interface WantedSums {
  readonly weights: readonly number[];
  readonly scores: readonly number[];
}

/** A cell put under a column. */
export interface PlacedSpan extends Span {
  readonly column: number;
}

/** One way to cut the text into rows and cells. */
export interface TableReading {
  readonly rows: readonly (readonly PlacedSpan[])[];
  readonly cost: number;
  /** True where the sums are those that are wanted. */
  readonly closes: boolean;
}

/** Ways kept for each place and column. */
const KEPT = 10;
const KEPT_GLUED = 8;
/** Cells tried at one place under one column, where nothing parts the cells. */
const MOST_FILLS_GLUED = 6;
/** More pieces make no cell. */
const MOST_JOINED = 12;
const MOST_JOINED_GLUED = 16;
/** A cell that fits so badly is tried only where nothing fits better. */
const WORST_FIT = 3;
/** A row that goes on in the next line, and one that ends within a line, where rows stand on lines. */
const WRAPPED_COST = 1.2;
const ENDS_IN_LINE_COST = 2.5;
/** A reason that goes on in a second line goes on in a third more easily: part of the cost of joining it. */
const NEXT_LINE = 0.4;
const UNUSED_BLANK_COST = 0.4;
/** So many lines make a table of a row a line. */
const FEWEST_LINES = 4;
/** Pieces on a line, where a line holds a row. */
const FEWEST_PER_LINE = 2;
const OPEN_SUM_COST = 4;
/** A way that costs so much more than the best one to the same place is given up. */
const MARGIN = 6;
const MARGIN_GLUED = 4;
const SAME_UNIT_GAIN = -0.5;
const OTHER_UNIT_COST = 0.7;
/** Cells tried in all: a form asks for 350,000 at most, within a second; a text that asks for more is given up. */
const MOST_TRIED = 700_000;
/** Ways handed out. */
const MOST_READINGS = 4;
/** Atoms of the longest table that is read so. */
export const MOST_ATOMS = 3000;

interface Way {
  readonly cost: number;
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

interface Fill {
  readonly to: number;
  readonly cost: number;
  readonly text: string;
}

/** A row that is a part of the one above has no points of its own. */
const DETAIL = /^\s*其中/;

const hundredths = (text: string): number | null => {
  const read = numberOf(text);
  return read.kind === 'number' && Number.isSafeInteger(Math.round(read.value * 100))
    ? Math.round(read.value * 100)
    : null;
};

const START: Way = {
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
function cheapest(ways: readonly Way[], kept: number, most: number): Way[] {
  const best = new Map<string, Way>();
  for (const way of ways) {
    if (way.cost > most) continue;
    const key = keyOf(way);
    const there = best.get(key);
    if (!there || way.cost < there.cost) best.set(key, way);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost).slice(0, kept);
}

/**
 * Cuts the text of an indicator table into rows and cells: a beam search over places in the text and columns of the header. Each cell
 * costs what it fits its column badly, each join, each blank column and each odd row something; in the end the sums of the points decide.
 */
class Beam {
  private readonly started: Way[][];
  private readonly within: Way[][][];
  /** The least that a way to each place costs so far. */
  private readonly least: number[];
  private readonly fills = new Map<number, Fill[]>();
  private readonly fits = new Map<string, number>();
  private readonly units = new Map<string, string | null | undefined>();
  private readonly rowPerLine: boolean;
  private readonly kept: number;
  private tried = 0;
  private readonly margin: number;

  constructor(
    private readonly borders: Borders,
    private readonly atoms: readonly Atom[],
    private readonly columns: readonly IndicatorColumn[],
    private readonly wanted: WantedSums,
  ) {
    this.started = atoms.map(() => []);
    this.started.push([]);
    this.least = this.started.map(() => Infinity);
    this.within = this.started.map(() => Array.from({ length: columns.length + 1 }, () => []));
    const { separation } = borders;
    const lines = atoms.filter(({ startsLine }) => startsLine).length;
    this.rowPerLine = separation !== 'lines' && lines >= FEWEST_LINES && atoms.length >= FEWEST_PER_LINE * lines;
    this.margin = separation === 'glued' ? MARGIN_GLUED : MARGIN;
    this.kept = separation === 'glued' ? KEPT_GLUED : KEPT;
  }

  read(): TableReading[] {
    this.started[0] = [START];
    for (let at = 0; at <= this.atoms.length; at++) {
      if (this.tried > MOST_TRIED) return [];
      this.step(at);
    }
    const ends = (this.started[this.atoms.length] ?? []).map((way) => ({ way, ...this.closing(way) }));
    return ends
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_READINGS)
      .map(({ way, cost, closes }) => ({ rows: rowsOf(way), cost, closes }));
  }

  private closing(way: Way): { cost: number; closes: boolean } {
    const { weights, scores } = this.wanted;
    const weightCloses = weights.length === 0 || weights.includes(way.weights);
    const scoreCloses = scores.length === 0 || scores.includes(way.scores);
    const cost = way.cost + (weightCloses ? 0 : OPEN_SUM_COST) + (scoreCloses ? 0 : OPEN_SUM_COST);
    return { cost, closes: weightCloses && scoreCloses && weights.length > 0 };
  }

  private step(at: number): void {
    const within = this.within[at] ?? [];
    const fresh = this.started[at] ?? [];
    for (let column = 1; column <= this.columns.length; column++) {
      for (const way of cheapest(within[column] ?? [], this.kept, (this.least[at] ?? 0) + this.margin)) {
        fresh.push(this.ended(way, column, at));
        if (at < this.atoms.length) this.goOn(way, column, at);
      }
    }
    const kept = cheapest(fresh, this.kept, Infinity);
    this.started[at] = kept;
    if (at < this.atoms.length) for (const way of kept) this.goOn(way, 0, at);
    this.within[at] = [];
  }

  private ended(way: Way, column: number, at: number): Way {
    const atom = this.atoms[at];
    const inLine = this.rowPerLine && atom !== undefined && !atom.startsLine ? ENDS_IN_LINE_COST : 0;
    const filled = new Set(this.columns.filter((_, index) => (way.mask & (1 << index)) !== 0));
    const row = {
      filled,
      blankCost: way.blankCost,
      weight: way.rowWeight,
      score: way.rowScore,
      isDetail: way.isDetail,
      isPlaceholder: way.isPlaceholder && !filled.has('target') && !filled.has('actual') && way.rowWeight === null,
    };
    return {
      ...START,
      cost: way.cost + inLine + wholeRowCost(row, this.blanks(column, this.columns.length)),
      weights: way.weights + (way.rowWeight ?? 0),
      scores: way.scores + (way.rowScore ?? 0),
      before: way,
    };
  }

  private blanks(from: number, to: number): number {
    let cost = 0;
    for (let column = from; column < to; column++) cost += BLANK_COST[this.columns[column] ?? 'extra'];
    return cost;
  }

  private goOn(way: Way, from: number, at: number): void {
    const atom = this.atoms[at];
    if (!atom) return;
    const isFresh = from === 0;
    const wrapped = !isFresh && this.rowPerLine && atom.startsLine ? WRAPPED_COST : 0;
    if (atom.isBlank) {
      this.passBlank(way, from, at, wrapped);
      return;
    }
    for (let column = from; column < this.columns.length; column++) {
      const role = this.columns[column] ?? 'extra';
      const skipped = this.blanks(from, column);
      for (const fill of this.fillsAt(at, column)) {
        const cost = way.cost + wrapped + skipped + fill.cost + this.unlike(role, way, fill);
        this.tried += 1;
        const least = this.least[fill.to] ?? Infinity;
        if (cost > least + this.margin) continue;
        if (cost < least) this.least[fill.to] = cost;
        const points = role === 'weight' || role === 'score' ? hundredths(fill.text) : null;
        const next: Way = {
          ...way,
          cost,
          blankCost: way.blankCost + skipped,
          rowWeight: role === 'weight' ? points : way.rowWeight,
          rowScore: role === 'score' ? points : way.rowScore,
          mask: way.mask | (1 << column),
          isPlaceholder:
            role === 'name'
              ? PLACEHOLDER.test(withoutBlanks(fill.text))
              : way.isPlaceholder && role.startsWith('level'),
          isDetail: role === 'name' ? DETAIL.test(fill.text) : way.isDetail,
          cell: { column, from: atom.from, to: this.atoms[fill.to - 1]?.to ?? atom.to },
          endsRow: false,
          before: way,
        };
        this.within[fill.to]?.[column + 1]?.push(next);
      }
    }
  }

  /** A blank cell is that of a column, or says nothing. */
  private passBlank(way: Way, from: number, at: number, wrapped: number): void {
    for (let column = from; column < this.columns.length; column++) {
      const skipped = this.blanks(from, column);
      const cost = way.cost + wrapped + skipped + (this.columns[column] === 'name' ? BLANK_COST.name / 2 : 0);
      const next = { ...way, cost, blankCost: way.blankCost + skipped, cell: null, endsRow: false, before: way };
      this.within[at + 1]?.[column + 1]?.push(next);
    }
    const unused = { ...way, cost: way.cost + UNUSED_BLANK_COST, cell: null, endsRow: false, before: way };
    if (from === 0) this.started[at + 1]?.push({ ...way, cost: way.cost + UNUSED_BLANK_COST });
    else this.within[at + 1]?.[from]?.push(unused);
  }

  /** Where nothing parts the cells: what a result costs whose unit is not its target's, and what it gains by the same. */
  private unlike(role: IndicatorColumn, { cell }: Way, fill: Fill): number {
    if (role !== 'actual' || this.borders.separation !== 'glued' || !cell) return 0;
    if (this.columns[cell.column] !== 'target') return 0;
    const [target, actual] = [this.unitOf(textIn(this.borders.running, cell)), this.unitOf(fill.text)];
    if (target === undefined || actual === undefined) return 0;
    return target === actual ? SAME_UNIT_GAIN : OTHER_UNIT_COST;
  }

  /** The unit of a number; undefined for any other text. */
  private unitOf(text: string): string | null | undefined {
    const known = this.units.get(text);
    if (known !== undefined || this.units.has(text)) return known;
    const value = valueOf(text);
    const unit = value.kind === 'number' ? value.unit : undefined;
    this.units.set(text, unit);
    return unit;
  }

  private fit(role: IndicatorColumn, text: string): number {
    const key = `${role}${text}`;
    const known = this.fits.get(key);
    if (known !== undefined) return known;
    const cost = fitCost(role, text);
    this.fits.set(key, cost);
    return cost;
  }

  /** The cells that may begin at an atom under a column, those that fit best among them. */
  private fillsAt(at: number, column: number): Fill[] {
    const key = at * (this.columns.length + 1) + column;
    const known = this.fills.get(key);
    if (known) return known;
    const { separation, running } = this.borders;
    const role = this.columns[column] ?? 'extra';
    const first = this.atoms[at];
    const fills: Fill[] = [];
    const most = separation === 'glued' ? MOST_JOINED_GLUED : MOST_JOINED;
    let join = 0;
    for (let to = at + 1; first && to <= Math.min(this.atoms.length, at + most); to++) {
      const last = this.atoms[to - 1];
      if (!last || (last.isBlank && to > at + 1)) break;
      if (to > at + 1) {
        const left = textIn(running, { from: first.from, to: this.atoms[to - 2]?.to ?? first.to });
        const cost = joinCost(separation, last.gap, left, textIn(running, last));
        join += role === 'deviation' && join > 0 && last.gap === GAP.line ? cost * NEXT_LINE : cost;
        if (last.startsLine && last.gap === GAP.line && separation === 'glued') join += WRAPPED_COST;
      }
      if (join > WORST_FIT * 2) break;
      const text = textIn(running, { from: first.from, to: last.to });
      fills.push({ to, cost: join + this.fit(role, text), text });
    }
    const least = Math.min(...fills.map(({ cost }) => cost));
    const fitting = fills.filter(({ cost }) => cost <= Math.max(least, 0) + WORST_FIT);
    const kept =
      separation === 'glued'
        ? fitting.sort((a, b) => a.cost - b.cost || b.text.length - a.text.length).slice(0, MOST_FILLS_GLUED)
        : fitting;
    this.fills.set(key, kept);
    return kept;
  }
}

function rowsOf(end: Way): PlacedSpan[][] {
  const rows: PlacedSpan[][] = [];
  for (let way: Way | null = end; way; way = way.before) {
    if (way.endsRow && way.before) rows.unshift([]);
    if (way.cell) rows[0]?.unshift(way.cell);
  }
  return rows.filter((row) => row.length > 0);
}

/** The best ways to cut a table's text into rows and cells, the best first; none where it is too long. */
export function readTable(
  borders: Borders,
  atoms: readonly Atom[],
  columns: readonly IndicatorColumn[],
  wanted: WantedSums,
): TableReading[] {
  if (atoms.length === 0 || atoms.length > MOST_ATOMS || columns.length > 30) return [];
  return new Beam(borders, atoms, columns, wanted).read();
}
