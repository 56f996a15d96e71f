import { valueOf } from '../text/value.js';
import type { IndicatorColumn } from '../vocabulary/words.js';
import type { Atom } from './atoms.js';
import type { Borders } from './borders.js';
import { fitCost, joinCost } from './cell-costs.js';
import { GAP, textIn } from './running-text.js';
import type { Way } from './ways.js';

/** A cell that may begin at some atom: the atom behind it, what it costs, and its text. */
export interface Fill {
  readonly to: number;
  readonly cost: number;
  readonly text: string;
}

/** A row that goes on in the next line, where rows stand on lines. */
export const WRAPPED_COST = 1.2;
/** Cells tried at one place under one column, where nothing parts the cells. */
const MOST_FILLS_GLUED = 6;
/** More pieces make no cell. */
const MOST_JOINED = 12;
const MOST_JOINED_GLUED = 16;
/** A cell that fits so badly is tried only where nothing fits better. */
const WORST_FIT = 3;
/** A reason that goes on in a second line goes on in a third more easily: part of the cost of joining it. */
const NEXT_LINE = 0.4;
const SAME_UNIT_GAIN = -0.5;
const OTHER_UNIT_COST = 0.7;

/** The cells that may stand under the columns of a table, each looked at once. */
export class CellFills {
  private readonly fills = new Map<number, Fill[]>();
  private readonly fits = new Map<string, number>();
  private readonly units = new Map<string, string | null | undefined>();

  constructor(
    private readonly borders: Borders,
    private readonly atoms: readonly Atom[],
    private readonly columns: readonly IndicatorColumn[],
  ) {}

  /** The cells that may begin at an atom under a column, those that fit best among them. */
  at(at: number, column: number): Fill[] {
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

  /** Where nothing parts the cells: what a result costs whose unit is not its target's, and what it gains by the same. */
  unlike(role: IndicatorColumn, { cell }: Way, fill: Fill): number {
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
}
