import type { Ruling } from './ruling.js';
import { DisjointSets } from './disjoint-sets.js';

/** Points. How far a rule may end before the rule it is meant to meet. */
export const REACH_PT = 3;

/** Divides rulings into groups that hang together by crossing or touching at right angles: each may be a table. */
export function touchingGroups(rulings: readonly Ruling[]): Ruling[][] {
  const verticals = rulings
    .map((ruling, index) => ({ ruling, index }))
    .filter(({ ruling }) => ruling.axis === 'vertical')
    .sort((a, b) => a.ruling.at - b.ruling.at);
  const sets = new DisjointSets(rulings.length);
  rulings.forEach((ruling, index) => {
    if (ruling.axis === 'vertical') return;
    let next = firstFrom(verticals, ruling.from - REACH_PT);
    for (; next < verticals.length; next += 1) {
      const other = verticals[next];
      if (!other || other.ruling.at > ruling.to + REACH_PT) break;
      if (other.ruling.from - REACH_PT <= ruling.at && ruling.at <= other.ruling.to + REACH_PT)
        sets.unite(index, other.index);
    }
  });
  const groups = new Map<number, Ruling[]>();
  rulings.forEach((ruling, index) => {
    const root = sets.rootOf(index);
    const group = groups.get(root);
    if (group) group.push(ruling);
    else groups.set(root, [ruling]);
  });
  return [...groups.values()];
}

function firstFrom(verticals: readonly { readonly ruling: Ruling }[], place: number): number {
  let [low, high] = [0, verticals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((verticals[middle]?.ruling.at ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
