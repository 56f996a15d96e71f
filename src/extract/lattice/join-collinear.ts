import type { Ruling } from './ruling.js';

/** Points. The gap of a dashed or dotted rule, or the one that a crossing leaves; two tables stand further apart. */
export const JOIN_GAP_PT = 3.5;

/** Points. A joined ruling that is shorter bounds no cell: it's a dot, a stroke of a drawn letter, a tick. */
export const MIN_RULING_PT = 4;

/** Joins the pieces of each rule into one ruling. Expects parallel rulings snapped; drops what stays too short to be a rule. */
export function joinCollinear(rulings: readonly Ruling[]): Ruling[] {
  const ordered = rulings.toSorted((a, b) => compare(a.axis, b.axis) || a.at - b.at || a.from - b.from);
  const joined: Ruling[] = [];
  for (const ruling of ordered) {
    const last = joined.at(-1);
    const goesOn = last?.axis === ruling.axis && last.at === ruling.at && ruling.from - last.to <= JOIN_GAP_PT;
    if (goesOn) joined[joined.length - 1] = { ...last, to: Math.max(last.to, ruling.to) };
    else joined.push(ruling);
  }
  return joined.filter(({ from, to }) => to - from >= MIN_RULING_PT);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
