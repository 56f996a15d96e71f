import { ascendingBy, firstFrom } from '../../lattice/ascending.js';
import { JOIN_GAP_PT, MIN_RULING_PT } from '../../lattice/join-collinear.js';
import type { Ruling } from '../../lattice/ruling.js';
import { REACH_PT } from '../../lattice/touching-groups.js';

/** A level rule of a page, put together of the pieces that follow each other. Points. */
export interface LevelRule<T extends Ruling = Ruling> {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly T[];
  /** True where an upright rule meets its end. */
  readonly isMetLeft: boolean;
  readonly isMetRight: boolean;
}

/** Points. Pieces of one rule lie no further beside each other. */
const SAME_LEVEL_PT = 0.75;

/** The level rules of a page, from top to bottom; what stays too short to be a rule is left out, as the dots of upright dotted ones do. */
export function levelRulesOf<T extends Ruling>(rulings: readonly T[]): LevelRule<T>[] {
  const uprights = ascendingBy(
    rulings.filter(({ axis }) => axis === 'vertical'),
    atOf,
  );
  const pieces = ascendingBy(
    rulings.filter(({ axis }) => axis === 'horizontal'),
    atOf,
  );
  const rules: LevelRule<T>[] = [];
  for (let start = 0; start < pieces.length;) {
    const at = pieces[start]?.at ?? 0;
    let end = start + 1;
    while (end < pieces.length && (pieces[end]?.at ?? 0) - at <= SAME_LEVEL_PT) end += 1;
    for (const run of runsOf(end === start + 1 ? [pieces[start] as T] : pieces.slice(start, end))) {
      const { from, to } = run;
      rules.push({
        at,
        from,
        to,
        pieces: run.pieces,
        isMetLeft: isMet(uprights, from, at),
        isMetRight: isMet(uprights, to, at),
      });
    }
    start = end;
  }
  return rules;
}

const atOf = ({ at }: Ruling) => at;

interface Run<T> {
  readonly from: number;
  to: number;
  readonly pieces: T[];
}

/** Pieces of one level that follow each other, put together. */
function runsOf<T extends Ruling>(level: T[]): Run<T>[] {
  const runs: Run<T>[] = [];
  let last: Run<T> | undefined;
  for (const piece of level.length === 1 ? level : level.sort((a, b) => a.from - b.from)) {
    if (last && piece.from - last.to <= JOIN_GAP_PT) {
      last.to = Math.max(last.to, piece.to);
      last.pieces.push(piece);
    } else {
      last = { from: piece.from, to: piece.to, pieces: [piece] };
      runs.push(last);
    }
  }
  return runs.filter(({ from, to }) => to - from >= MIN_RULING_PT);
}

function isMet(uprights: readonly Ruling[], end: number, at: number): boolean {
  for (let index = firstFrom(uprights, end - REACH_PT, atOf); index < uprights.length; index += 1) {
    const rule = uprights[index];
    if (!rule || rule.at > end + REACH_PT) return false;
    if (rule.from - REACH_PT <= at && at <= rule.to + REACH_PT) return true;
  }
  return false;
}
