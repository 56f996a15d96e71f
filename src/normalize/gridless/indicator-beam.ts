import { numberOf } from '../text/number.js';
import { withoutBlanks } from '../text/white-space.js';
import { PLACEHOLDER, type IndicatorColumn } from '../vocabulary/words.js';
import type { Atom } from './atoms.js';
import type { Borders } from './borders.js';
import { CellFills, WRAPPED_COST } from './cell-fills.js';
import { BLANK_COST, wholeRowCost } from './row-costs.js';
import { cheapest, type PlacedSpan, rowsOf, START, type Way } from './ways.js';

/** The sums that the rows' points should have, in hundredths; empty where the form does not tell. */
export interface WantedSums {
  readonly weights: readonly number[];
  readonly scores: readonly number[];
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
/** A row that ends within a line, where rows stand on lines. */
const ENDS_IN_LINE_COST = 2.5;
const UNUSED_BLANK_COST = 0.4;
/** So many lines make a table of a row a line. */
const FEWEST_LINES = 4;
/** Pieces on a line, where a line holds a row. */
const FEWEST_PER_LINE = 2;
const OPEN_SUM_COST = 4;
/** A way that costs so much more than the best one to the same place is given up. */
const MARGIN = 6;
const MARGIN_GLUED = 4;
/** Cells tried in all: a form asks for 350,000 at most, within a second; a text that asks for more is given up. */
const MOST_TRIED = 700_000;
/** Ways handed out. */
const MOST_READINGS = 4;
/** Atoms of the longest table that is read so. */
export const MOST_ATOMS = 3000;

/** A row that is a part of the one above has no points of its own. */
const DETAIL = /^\s*其中/;

const hundredths = (text: string): number | null => {
  const read = numberOf(text);
  return read.kind === 'number' && Number.isSafeInteger(Math.round(read.value * 100))
    ? Math.round(read.value * 100)
    : null;
};

/**
 * Cuts the text of an indicator table into rows and cells: a beam search over places in the text and columns of the header. Each cell
 * costs what it fits its column badly, each join, each blank column and each odd row something; in the end the sums of the points decide.
 */
class Beam {
  private readonly started: Way[][];
  private readonly within: Way[][][];
  /** The least that a way to each place costs so far. */
  private readonly least: number[];
  private readonly fills: CellFills;
  private readonly rowPerLine: boolean;
  private readonly kept: number;
  private tried = 0;
  private readonly margin: number;

  constructor(
    borders: Borders,
    private readonly atoms: readonly Atom[],
    private readonly columns: readonly IndicatorColumn[],
    private readonly wanted: WantedSums,
  ) {
    this.fills = new CellFills(borders, atoms, columns);
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
      for (const fill of this.fills.at(at, column)) {
        const cost = way.cost + wrapped + skipped + fill.cost + this.fills.unlike(role, way, fill);
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
