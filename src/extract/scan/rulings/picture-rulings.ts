import type { Ruling } from '../../lattice/ruling.js';
import type { ChainsByAxis, Flattening } from '../flatten/dewarp.js';
import type { RuleChain } from '../flatten/rule-traces.js';
import { lengthOf, LONG, OpenEdges, OUT_OF_LINE, REACH, SHORTEST } from './open-edges.js';
import { CrossingIndex, RulingIndex } from './ruling-index.js';

/** The least density of a rule, and of one that is short: strokes of letters in a row have gaps. */
const DENSE = 0.7;
const DENSE_SHORT = 0.85;
/** Pixels. A break in a rule that a fold, a stamp or bad print makes. */
const BREAK = 60;
/** Pixels. What a rule goes on beyond its last crossing. */
const STUB = 40;

/** A rule on the flat page, in pixels of the working picture. */
interface Piece extends Ruling {
  readonly density: number;
}

/**
 * The rules without those that end in the open: the long ones, and what leads from one that is kept to another, or to an edge of the
 * table that is not drawn, where several rules end alike.
 */
export function connected(rulings: readonly Ruling[]): Ruling[] {
  const before = new OpenEdges(rulings);
  const crossings = new CrossingIndex(rulings);
  const trimmed = rulings.map((ruling) => trimmedTo(crossings, before, ruling));
  const after = new OpenEdges(trimmed);
  const kept = trimmed.filter((ruling) => lengthOf(ruling) >= LONG);
  for (let rest = trimmed.filter((ruling) => lengthOf(ruling) < LONG && lengthOf(ruling) > SHORTEST); ;) {
    const held = new CrossingIndex(kept);
    const isFound = (ruling: Ruling) => {
      const [leadsFrom, leadsTo] = [isMet(held, ruling, ruling.from), isMet(held, ruling, ruling.to)];
      return (leadsFrom || leadsTo) && (leadsFrom || after.has(ruling, 'from')) && (leadsTo || after.has(ruling, 'to'));
    };
    const found = new Set(rest.filter(isFound));
    if (found.size === 0) return kept;
    kept.push(...found);
    rest = rest.filter((ruling) => !found.has(ruling));
  }
}

/** The rule without short ends beyond its first and last crossing: text goes on there in its line. */
function trimmedTo(crossings: CrossingIndex<Ruling>, openEdges: OpenEdges, ruling: Ruling): Ruling {
  const across = crossings.across(ruling.axis, [ruling.from, ruling.to], ruling.at, REACH).map(({ at }) => at);
  const [first, last] = [Math.min(...across), Math.max(...across)];
  const isStub = (end: 'from' | 'to', crossing: number) =>
    Math.abs(ruling[end] - crossing) < STUB && !openEdges.has(ruling, end);
  return { ...ruling, from: isStub('from', first) ? first : ruling.from, to: isStub('to', last) ? last : ruling.to };
}

/** The rules of a picture on the flat page, in pixels of the working picture; what goes on them beyond a crossing may be text yet. */
export function pictureRulingsOf({ horizontal, vertical }: ChainsByAxis, { toFlat }: Flattening): Ruling[] {
  const pieces = [
    ...horizontal.map((chain) => pieceOf('horizontal', chain, toFlat)),
    ...vertical.map((chain) => pieceOf('vertical', chain, toFlat)),
  ].filter(({ density }) => density >= DENSE);
  const openEdges = new OpenEdges(pieces);
  let accepted = pieces.filter((piece) => lengthOf(piece) >= LONG);
  let rest = pieces.filter((piece) => lengthOf(piece) < LONG && piece.density >= DENSE_SHORT);
  for (;;) {
    const known = accepted;
    const crossings = new CrossingIndex(known);
    const found = new Map(
      rest.flatMap((piece) => betweenRules(piece, crossings, openEdges).map((part) => [piece, part] as const)),
    );
    const { mended, used } = mend([...known, ...found.values()], rest);
    if (found.size === 0 && used.size === 0) return mended.map(({ axis, at, from, to }) => ({ axis, at, from, to }));
    accepted = mended;
    rest = rest.filter((piece) => !found.has(piece) && !used.has(piece));
  }
}

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
function betweenRules(piece: Piece, known: CrossingIndex<Piece>, openEdges: OpenEdges): Piece[] {
  const met = known.across(piece.axis, [piece.from, piece.to], piece.at, REACH).map(({ at }) => at);
  if (met.length === 0) return [];
  const edges = (['from', 'to'] as const).filter((end) => openEdges.has(piece, end)).map((end) => piece[end]);
  const [first, last] = [Math.min(...met, ...edges), Math.max(...met, ...edges)];
  return last - first > REACH ? [{ ...piece, from: first, to: last }] : [];
}

/** True where a rule across ends or passes at this end of the piece. */
const isMet = (crossings: CrossingIndex<Ruling>, piece: Ruling, end: number) =>
  crossings.across(piece.axis, [end, end], piece.at, REACH).length > 0;

/**
 * Joins the pieces of broken rules: two in one line, a short way apart, unless one ends at a rule across, as it does beside a merged
 * cell. Pieces of `rest` are taken where they go on a rule that is known.
 */
function mend(known: readonly Piece[], rest: readonly Piece[]): { mended: Piece[]; used: Set<Piece> } {
  const used = new Set<Piece>();
  const crossings = new CrossingIndex(known);
  const loose = new RulingIndex(rest);
  const taken = new RulingIndex(known);
  /** The pieces in their order; null where one went into another. */
  const mended: (Piece | null)[] = [...known];
  const places = new Map(known.map((piece, at) => [piece, at]));
  for (let at = 0; at < mended.length; at += 1) {
    for (let piece = mended[at]; piece; piece = mended[at]) {
      const whole = piece;
      const inLine = (index: RulingIndex<Piece>) =>
        index
          .inLine(whole.axis, whole.at, OUT_OF_LINE)
          .filter((other) => other !== whole && !used.has(other) && isContinued(whole, other, crossings));
      const placeOf = (other: Piece) => places.get(other) ?? Infinity;
      const [next] = [...inLine(taken).sort((a, b) => placeOf(a) - placeOf(b)), ...inLine(loose)];
      if (!next) break;
      const joined = joinedTo(whole, next);
      mended[at] = joined;
      taken.remove(whole);
      taken.add(joined);
      places.set(joined, at);
      const place = places.get(next);
      if (place === undefined) used.add(next);
      else {
        mended[place] = null;
        taken.remove(next);
      }
    }
  }
  return { mended: mended.filter((piece) => piece !== null), used };
}

function joinedTo(piece: Piece, next: Piece): Piece {
  const total = lengthOf(piece) + lengthOf(next);
  return {
    ...(lengthOf(piece) >= lengthOf(next) ? piece : next),
    from: Math.min(piece.from, next.from),
    to: Math.max(piece.to, next.to),
    density: (piece.density * lengthOf(piece) + next.density * lengthOf(next)) / total,
  };
}

/** True for two pieces in one line that are one broken rule's. */
function isContinued(piece: Piece, other: Piece, crossings: CrossingIndex<Ruling>): boolean {
  const [left, right] = piece.from <= other.from ? [piece, other] : [other, piece];
  const gap = right.from - left.to;
  if (gap > BREAK) return false;
  return gap <= REACH || !(isMet(crossings, left, left.to) || isMet(crossings, right, right.from));
}
