import type { Ruling } from '../../lattice/ruling.js';
import { RulingIndex } from './ruling-index.js';

/** Pixels. What is straight and dark over this length is a rule; a shorter one must lead from rule to rule. */
export const LONG = 240;
/** Pixels. A shorter piece is no side of a cell: it may lead from one line of a double rule to the other, or across a stroke. */
export const SHORTEST = 9;
/** Pixels. How far from a rule another may end that leads to it. */
export const REACH = 6;
/** Pixels. Pieces this far out of line are still of one rule. */
export const OUT_OF_LINE = 2;
/** Pixels. Ends are seen less exactly: this far apart they are still at one height. */
const UNEVEN = 4;
/** So many other rules end at an edge that is not drawn. */
const EDGE_RULES = 2;
/** Pixels. Nearer ones are strokes of one letter. */
const NEXT_RULE = 30;

export const lengthOf = ({ from, to }: Ruling) => to - from;

type End = 'from' | 'to';

/**
 * Which ends of rulings lie at the side of a table that a page break cut, or that is not ruled: several rules side by side end there at
 * one height, and none lies beyond.
 */
export class OpenEdges {
  readonly #long: readonly Ruling[];
  readonly #index: RulingIndex<Ruling>;
  readonly #known: Readonly<Record<End, Map<Ruling, boolean>>> = { from: new Map(), to: new Map() };

  constructor(rulings: readonly Ruling[]) {
    this.#long = rulings.filter((ruling) => lengthOf(ruling) >= LONG);
    this.#index = new RulingIndex(rulings);
  }

  /** True where this end of a ruling does. The ruling need not be one of those that the edges are told from. */
  has(ruling: Ruling, end: End): boolean {
    const known = this.#known[end].get(ruling);
    if (known !== undefined) return known;
    const found = this.#isOpen(ruling, end);
    this.#known[end].set(ruling, found);
    return found;
  }

  #isOpen(ruling: Ruling, end: End): boolean {
    const { axis, at } = ruling;
    const place = ruling[end];
    const alike = this.#index.ending(axis, end, place, UNEVEN).filter((other) => Math.abs(other.at - at) > NEXT_RULE);
    if (alike.length < EDGE_RULES) return false;
    const outward = end === 'from' ? -1 : 1;
    const isBeyond = (other: Ruling) =>
      other.axis !== axis &&
      (other.at - place) * outward > -REACH &&
      at >= other.from - REACH &&
      at <= other.to + REACH;
    return !this.#long.some(isBeyond) && [ruling, ...alike].some((other) => this.#isOuter(other));
  }

  /** True for the first or last of the rules that meet a long rule across: the side of its table. */
  #isOuter({ axis, at, from, to }: Ruling): boolean {
    return this.#long.some(
      (other) =>
        other.axis !== axis &&
        other.at >= from - REACH &&
        other.at <= to + REACH &&
        (Math.abs(other.from - at) <= REACH || Math.abs(other.to - at) <= REACH),
    );
  }
}
