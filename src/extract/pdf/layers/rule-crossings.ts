import { firstFrom } from '../../lattice/ascending.js';
import type { Ruling } from '../../lattice/ruling.js';
import { centreOf } from '../../geometry/glyph.js';
import type { TextRun } from './text-run.js';

/** Points. A run that ends this near a rule does not cross it. */
const CLEAR_PT = 1;

/** The rules of a page, to be asked which of them a run of text crosses. */
export class RuleCrossings {
  readonly #level: Ruling[];
  readonly #upright: Ruling[];

  constructor(rulings: readonly Ruling[]) {
    const ascending = (axis: Ruling['axis']) =>
      rulings.filter((ruling) => ruling.axis === axis).sort((a, b) => a.at - b.at);
    [this.#level, this.#upright] = [ascending('horizontal'), ascending('vertical')];
  }

  /** True where a rule lies between one of the run's glyphs and another, or goes through one that is slanted. */
  isCrossedBy(run: TextRun): boolean {
    const points: Point[] = run.glyphs.filter(({ text }) => text.trim() !== '').map(centreOf);
    if (points.length === 1 || run.style.slant !== 0) points.push(...cornersOf(run));
    for (let at = 1; at < points.length; at += 1) {
      const [from, to] = [points[at - 1], points[at]];
      if (from && to && (this.#isBetween(this.#upright, from, to, 0) || this.#isBetween(this.#level, from, to, 1)))
        return true;
    }
    return false;
  }

  #isBetween(rulings: readonly Ruling[], from: Point, to: Point, axis: 0 | 1): boolean {
    const [low, high] = from[axis] <= to[axis] ? [from, to] : [to, from];
    for (let at = firstFrom(rulings, low[axis] + CLEAR_PT, atOf); at < rulings.length; at += 1) {
      const ruling = rulings[at];
      if (!ruling || ruling.at > high[axis] - CLEAR_PT) return false;
      const part = (ruling.at - low[axis]) / (high[axis] - low[axis]);
      const across = low[(1 - axis) as 0 | 1] + part * (high[(1 - axis) as 0 | 1] - low[(1 - axis) as 0 | 1]);
      if (ruling.from <= across && across <= ruling.to) return true;
    }
    return false;
  }
}

const atOf = ({ at }: Ruling) => at;

type Point = readonly [x: number, y: number];

/** Two opposite corners of the middle half of its first glyph: one that stands on a rule crosses it. */
function cornersOf({ first }: TextRun): Point[] {
  const [x, y] = centreOf(first);
  const reach = first.size / 4;
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
}
