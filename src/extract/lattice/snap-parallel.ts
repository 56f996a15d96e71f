import { ascendingBy } from './ascending.js';
import type { Axis, Ruling } from './ruling.js';

/** Points. Wider than a double rule or two rules one pixel beside each other, narrower than any row or column with text in it. */
export const SNAP_PT = 3;

/** Puts parallel rulings that lie side by side (double rules, a cell's edge drawn by both its neighbours) on one common position. */
export function snapParallel(rulings: readonly Ruling[]): Ruling[] {
  return [...snapped(rulings, 'horizontal'), ...snapped(rulings, 'vertical')];
}

function snapped(rulings: readonly Ruling[], axis: Axis): Ruling[] {
  const ordered = ascendingBy(
    rulings.filter((ruling) => ruling.axis === axis),
    ({ at }) => at,
  );
  return clusters(
    ordered.map(({ at }) => at),
    SNAP_PT,
  ).flatMap(({ start, end }) => {
    const cluster = ordered.slice(start, end);
    const at = weightedPlace(cluster);
    return cluster.map(({ from, to }) => ({ axis, at, from, to }));
  });
}

/** The mean position, the long rulings counting most: a stub beside a rule does not move it. */
function weightedPlace(cluster: readonly Ruling[]): number {
  const weight = (ruling: Ruling) => ruling.to - ruling.from + 1;
  const total = cluster.reduce((sum, ruling) => sum + weight(ruling), 0);
  return cluster.reduce((sum, ruling) => sum + ruling.at * weight(ruling), 0) / total;
}

/** Runs of an ascending list, as index ranges (`end` not included), none of them wider than `width`. */
export function clusters(ascending: readonly number[], width: number): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  ascending.forEach((place, index) => {
    const run = runs.at(-1);
    if (run && place - (ascending[run.start] ?? place) <= width) run.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  });
  return runs;
}
