import { firstFrom } from '../../lattice/ascending.js';
import { JOIN_GAP_PT } from '../../lattice/join-collinear.js';
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

/** The level rules of a page, from top to bottom. */
export function levelRulesOf<T extends Ruling>(rulings: readonly T[]): LevelRule<T>[] {
  const uprights = rulings.filter(({ axis }) => axis === 'vertical').sort((a, b) => a.at - b.at);
  const pieces = rulings.filter(({ axis }) => axis === 'horizontal').sort((a, b) => a.at - b.at || a.from - b.from);
  const rules: LevelRule<T>[] = [];
  for (let start = 0; start < pieces.length;) {
    let end = start + 1;
    while (end < pieces.length && (pieces[end]?.at ?? 0) - (pieces[start]?.at ?? 0) <= SAME_LEVEL_PT) end += 1;
    rules.push(...joined(pieces.slice(start, end), uprights));
    start = end;
  }
  return rules;
}

function joined<T extends Ruling>(level: readonly T[], uprights: readonly T[]): LevelRule<T>[] {
  const runs: { from: number; to: number; pieces: T[] }[] = [];
  for (const piece of level.toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    if (last && piece.from - last.to <= JOIN_GAP_PT) {
      last.to = Math.max(last.to, piece.to);
      last.pieces.push(piece);
    } else runs.push({ from: piece.from, to: piece.to, pieces: [piece] });
  }
  const at = level[0]?.at ?? 0;
  return runs.map((run) => ({
    ...run,
    at,
    isMetLeft: isMet(uprights, run.from, at),
    isMetRight: isMet(uprights, run.to, at),
  }));
}

function isMet(uprights: readonly Ruling[], end: number, at: number): boolean {
  for (let index = firstFrom(uprights, end - REACH_PT, (rule) => rule.at); index < uprights.length; index += 1) {
    const rule = uprights[index];
    if (!rule || rule.at > end + REACH_PT) return false;
    if (rule.from - REACH_PT <= at && at <= rule.to + REACH_PT) return true;
  }
  return false;
}
