import type { Ruling } from '../lattice/ruling.js';
import type { ChainsByAxis, Flattening } from './flattening.js';
import type { RuleChain } from './rule-chains.js';

/** Pixels of the working picture. What is straight and dark over this length is a rule; a shorter one must lead from rule to rule. */
const LONG = 240;
/** The least density of a rule, and of one that is short: strokes of letters in a row have gaps. */
const DENSE = 0.7;
const DENSE_SHORT = 0.85;
/** Pixels. How far from a rule another may end that leads to it. */
const REACH = 6;
/** Pixels. A break in a rule that a fold, a stamp or bad print makes; pieces this far out of line are still of one rule. */
const BREAK = 60;
const OUT_OF_LINE = 2;

/** A rule on the flat page, in pixels of the working picture. */
interface Piece extends Ruling {
  readonly density: number;
}

/** The rules without those that end in the open: the long ones, and what leads from one that is kept to another. */
export function connected(rulings: readonly Ruling[]): Ruling[] {
  const kept = rulings.filter((ruling) => lengthOf(ruling) >= LONG);
  for (let rest = rulings.filter((ruling) => lengthOf(ruling) < LONG); ;) {
    const found = rest.filter((ruling) => leadsTo(kept, ruling, ruling.from) && leadsTo(kept, ruling, ruling.to));
    if (found.length === 0) return kept;
    kept.push(...found);
    rest = rest.filter((ruling) => !found.includes(ruling));
  }
}

/** The rules of a picture on the flat page, in pixels of the working picture; what goes on them beyond a crossing may be text yet. */
export function pictureRulingsOf({ horizontal, vertical }: ChainsByAxis, { toFlat }: Flattening): Ruling[] {
  const pieces = [
    ...horizontal.map((chain) => pieceOf('horizontal', chain, toFlat)),
    ...vertical.map((chain) => pieceOf('vertical', chain, toFlat)),
  ].filter(({ density }) => density >= DENSE);
  let accepted = pieces.filter((piece) => lengthOf(piece) >= LONG);
  let rest = pieces.filter((piece) => lengthOf(piece) < LONG && piece.density >= DENSE_SHORT);
  for (;;) {
    const known = accepted;
    const found = rest.filter((piece) => leadsTo(known, piece, piece.from) && leadsTo(known, piece, piece.to));
    const { mended, used } = mend([...known, ...found], rest);
    if (found.length === 0 && used.size === 0) return mended.map(({ axis, at, from, to }) => ({ axis, at, from, to }));
    accepted = mended;
    rest = rest.filter((piece) => !found.includes(piece) && !used.has(piece));
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

/** True where a rule across ends or passes at this end of the piece. */
const leadsTo = (rulings: readonly Ruling[], piece: Ruling, end: number) =>
  rulings.some(
    ({ axis, at, from, to }) =>
      axis !== piece.axis && Math.abs(at - end) <= REACH && piece.at >= from - REACH && piece.at <= to + REACH,
  );

/**
 * Joins the pieces of broken rules: two in one line, a short way apart, unless one ends at a rule across, as it does beside a merged
 * cell. Pieces of `rest` are taken where they go on a rule that is known.
 */
function mend(known: readonly Piece[], rest: readonly Piece[]): { mended: Piece[]; used: Set<Piece> } {
  const used = new Set<Piece>();
  const mended = [...known];
  for (let at = 0; at < mended.length; at += 1) {
    for (;;) {
      const piece = mended[at] as Piece;
      const next = [...mended, ...rest].find(
        (other) => other !== piece && !used.has(other) && isContinued(piece, other, known),
      );
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

function isContinued(piece: Piece, other: Piece, rulings: readonly Ruling[]): boolean {
  if (piece.axis !== other.axis || Math.abs(piece.at - other.at) > OUT_OF_LINE) return false;
  const [left, right] = piece.from <= other.from ? [piece, other] : [other, piece];
  const gap = right.from - left.to;
  if (gap > BREAK) return false;
  return gap <= REACH || !(leadsTo(rulings, left, left.to) || leadsTo(rulings, right, right.from));
}
