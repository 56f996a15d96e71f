import type { Ruling } from '../lattice/ruling.js';
import type { ChainsByAxis, Flattening } from './flattening.js';
import type { RuleChain } from './rule-chains.js';
import { CrossingIndex, RulingIndex } from './ruling-index.js';

/** Pixels of the working picture. What is straight and dark over this length is a rule; a shorter one must lead from rule to rule. */
const LONG = 240;
/** The least density of a rule, and of one that is short: strokes of letters in a row have gaps. */
const DENSE = 0.7;
const DENSE_SHORT = 0.85;
/** Pixels. How far from a rule another may end that leads to it. */
export const REACH = 6;
/** Pixels. A break in a rule that a fold, a stamp or bad print makes; pieces this far out of line are still of one rule. */
const BREAK = 60;
const OUT_OF_LINE = 2;

/** Pixels. What a rule goes on beyond its last crossing. */
const STUB = 40;
/** So many other rules end at an edge that is not drawn. */
const EDGE_RULES = 2;
/** Pixels. Nearer ones are strokes of one letter. */
const NEXT_RULE = 30;

/** A rule on the flat page, in pixels of the working picture. */
interface Piece extends Ruling {
  readonly density: number;
}

/** Rules as an open edge is told from them: the long ones, and all by where they end. */
interface Surroundings {
  readonly long: readonly Ruling[];
  readonly index: RulingIndex<Ruling>;
}

const surroundingsOf = (rulings: readonly Ruling[]): Surroundings => ({
  long: rulings.filter((ruling) => lengthOf(ruling) >= LONG),
  index: new RulingIndex(rulings),
});

/**
 * The rules without those that end in the open: the long ones, and what leads from one that is kept to another, or to an edge of the
 * table that is not drawn, where several rules end alike.
 */
export function connected(rulings: readonly Ruling[]): Ruling[] {
  const before = surroundingsOf(rulings);
  const crossings = new CrossingIndex(rulings);
  const trimmed = rulings.map((ruling) => trimmedTo(crossings, before, ruling));
  const after = surroundingsOf(trimmed);
  const kept = trimmed.filter((ruling) => lengthOf(ruling) >= LONG);
  for (let rest = trimmed.filter((ruling) => lengthOf(ruling) < LONG); ;) {
    const held = new CrossingIndex(kept);
    const isHeld = (ruling: Ruling, end: number) => leadsTo(held, ruling, end) || isOpenEdge(after, ruling, end);
    const found = rest.filter(
      (ruling) =>
        isHeld(ruling, ruling.from) &&
        isHeld(ruling, ruling.to) &&
        (leadsTo(held, ruling, ruling.from) || leadsTo(held, ruling, ruling.to)),
    );
    if (found.length === 0) return kept;
    kept.push(...found);
    rest = rest.filter((ruling) => !found.includes(ruling));
  }
}

/** The rule without short ends beyond its first and last crossing: text goes on there in its line. */
function trimmedTo(crossings: CrossingIndex<Ruling>, surroundings: Surroundings, ruling: Ruling): Ruling {
  const across = crossings.across(ruling.axis, [ruling.from, ruling.to], ruling.at, REACH).map(({ at }) => at);
  const [first, last] = [Math.min(...across), Math.max(...across)];
  const isStub = (end: number, crossing: number) =>
    Math.abs(end - crossing) < STUB && !isOpenEdge(surroundings, ruling, end);
  return {
    ...ruling,
    from: isStub(ruling.from, first) ? first : ruling.from,
    to: isStub(ruling.to, last) ? last : ruling.to,
  };
}

/**
 * True where several rules side by side end at one height, and none lies beyond: the side of a table that a page break cut, or that is
 * not ruled.
 */
function isOpenEdge({ long, index }: Surroundings, { axis, at, from, to }: Ruling, end: number): boolean {
  const outward = end < (from + to) / 2 ? -1 : 1;
  const alike = index
    .ending(axis, outward < 0 ? 'from' : 'to', end, OUT_OF_LINE)
    .filter((other) => Math.abs(other.at - at) > NEXT_RULE);
  if (alike.length < EDGE_RULES) return false;
  const isBeyond = (other: Ruling) =>
    other.axis !== axis && (other.at - end) * outward > -REACH && at >= other.from - REACH && at <= other.to + REACH;
  return !long.some(isBeyond) && alike.some((other) => isOuter(long, other));
}

/** True for the first or last of the rules that meet a long rule across: the side of its table. */
const isOuter = (long: readonly Ruling[], { axis, at, from, to }: Ruling) =>
  long.some(
    (other) =>
      other.axis !== axis &&
      other.at >= from - REACH &&
      other.at <= to + REACH &&
      (Math.abs(other.from - at) <= REACH || Math.abs(other.to - at) <= REACH),
  );

/** The rules of a picture on the flat page, in pixels of the working picture; what goes on them beyond a crossing may be text yet. */
export function pictureRulingsOf({ horizontal, vertical }: ChainsByAxis, { toFlat }: Flattening): Ruling[] {
  const pieces = [
    ...horizontal.map((chain) => pieceOf('horizontal', chain, toFlat)),
    ...vertical.map((chain) => pieceOf('vertical', chain, toFlat)),
  ].filter(({ density }) => density >= DENSE);
  const surroundings = surroundingsOf(pieces);
  let accepted = pieces.filter((piece) => lengthOf(piece) >= LONG);
  let rest = pieces.filter((piece) => lengthOf(piece) < LONG && piece.density >= DENSE_SHORT);
  for (;;) {
    const known = accepted;
    const crossings = new CrossingIndex(known);
    const found = new Map(
      rest.flatMap((piece) => betweenRules(piece, crossings, surroundings).map((part) => [piece, part] as const)),
    );
    const { mended, used } = mend([...known, ...found.values()], rest);
    if (found.size === 0 && used.size === 0) return mended.map(({ axis, at, from, to }) => ({ axis, at, from, to }));
    accepted = mended;
    rest = rest.filter((piece) => !found.has(piece) && !used.has(piece));
  }
}

const lengthOf = ({ from, to }: Ruling) => to - from;

function pieceOf(axis: Ruling['axis'], chain: RuleChain, toFlat: Flattening['toFlat']): Piece {
  const flat = (along: number, across: number): [along: number, across: number] => {
    if (axis === 'horizontal') return toFlat(along, across);
    const [x, y] = toFlat(across, along);
    return [y, x];
  };
  const places = chain.along.map((at, index) => flat(at, chain.across[index] as number)[1]).sort((a, b) => a - b);
  const [from] = flat(chain.from, chain.across[0] as number);
  const [to] = flat(chain.to, chain.across.at(-1) as number);
  return { axis, at: places[places.length >> 1] as number, from, to, density: chain.density };
}

/**
 * A piece from the first known rule that it meets to the last, or to an edge where others end too: what goes on beyond may be text.
 * Nothing where it meets none.
 */
function betweenRules(piece: Piece, known: CrossingIndex<Piece>, surroundings: Surroundings): Piece[] {
  const met = known.across(piece.axis, [piece.from, piece.to], piece.at, REACH).map(({ at }) => at);
  if (met.length === 0) return [];
  const edges = [piece.from, piece.to].filter((end) => isOpenEdge(surroundings, piece, end));
  const [first, last] = [Math.min(...met, ...edges), Math.max(...met, ...edges)];
  return last - first > REACH ? [{ ...piece, from: first, to: last }] : [];
}

/** True where a rule across ends or passes at this end of the piece. */
const leadsTo = (crossings: CrossingIndex<Ruling>, piece: Ruling, end: number) =>
  crossings.across(piece.axis, [end, end], piece.at, REACH).length > 0;

/**
 * Joins the pieces of broken rules: two in one line, a short way apart, unless one ends at a rule across, as it does beside a merged
 * cell. Pieces of `rest` are taken where they go on a rule that is known.
 */
function mend(known: readonly Piece[], rest: readonly Piece[]): { mended: Piece[]; used: Set<Piece> } {
  const used = new Set<Piece>();
  const mended = [...known];
  const crossings = new CrossingIndex(known);
  const loose = new RulingIndex(rest);
  for (let at = 0; at < mended.length; at += 1) {
    for (;;) {
      const piece = mended[at] as Piece;
      const isNext = (other: Piece) => other !== piece && !used.has(other) && isContinued(piece, other, crossings);
      const next = mended.find(isNext) ?? loose.inLine(piece.axis, piece.at, OUT_OF_LINE).find(isNext);
      if (!next) break;
      const total = lengthOf(piece) + lengthOf(next);
      mended[at] = {
        ...(lengthOf(piece) >= lengthOf(next) ? piece : next),
        from: Math.min(piece.from, next.from),
        to: Math.max(piece.to, next.to),
        density: (piece.density * lengthOf(piece) + next.density * lengthOf(next)) / total,
      };
      const index = mended.indexOf(next);
      if (index >= 0) {
        mended.splice(index, 1);
        if (index < at) at -= 1;
      } else used.add(next);
    }
  }
  return { mended, used };
}

function isContinued(piece: Piece, other: Piece, crossings: CrossingIndex<Ruling>): boolean {
  if (piece.axis !== other.axis || Math.abs(piece.at - other.at) > OUT_OF_LINE) return false;
  const [left, right] = piece.from <= other.from ? [piece, other] : [other, piece];
  const gap = right.from - left.to;
  if (gap > BREAK) return false;
  return gap <= REACH || !(leadsTo(crossings, left, left.to) || leadsTo(crossings, right, right.from));
}
