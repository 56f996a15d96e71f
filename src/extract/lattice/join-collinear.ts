import type { Ruling } from './ruling.js';

/** Points. The gap of a dashed or dotted rule, or the one that a crossing leaves; two tables stand further apart. */
export const JOIN_GAP_PT = 3.5;

/** Points. A joined ruling that is shorter bounds no cell: it's a dot, a stroke of a drawn letter, a tick. */
export const MIN_RULING_PT = 4;

/** Joins the pieces of each rule into one ruling. Expects parallel rulings snapped; drops what stays too short to be a rule. */
export function joinCollinear(rulings: readonly Ruling[]): Ruling[] {
  const ordered = rulings.toSorted((a, b) => compare(a.axis, b.axis) || a.at - b.at || a.from - b.from);
  const joined: Joined[] = [];
  let last: Joined | undefined;
  for (const { axis, at, from, to } of ordered) {
    if (last?.axis === axis && last.at === at && from - last.to <= JOIN_GAP_PT) {
      last.to = Math.max(last.to, to);
    } else {
      last = { axis, at, from, to };
      joined.push(last);
    }
  }
  return joined.filter(({ from, to }) => to - from >= MIN_RULING_PT);
}

/** A ruling that may still grow. */
type Joined = Omit<Ruling, 'to'> & { to: number };

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
