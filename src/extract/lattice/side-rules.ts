import type { Ruling } from './ruling.js';

/** Points. How far the ends of a side rule may be from the table's own. */
const SAME_END_PT = 4;
/** In widths of the table. A merged cell at its side is no wider. */
const WIDEST_SIDE = 0.5;

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A cell at a table's side that is merged from where one page broke to where the next one breaks has a rule at its outer side that meets
 * no other: such an upright rule, as long as the table beside it is high, is put into the table's group.
 */
export function withSideRules(groups: readonly (readonly Ruling[])[]): Ruling[][] {
  const isLone = (group: readonly Ruling[]) => group.length === 1 && group[0]?.axis === 'vertical';
  const tables = groups
    .filter((group) => group.length > 1)
    .map((group) => ({ group: [...group], extent: extentOf(group) }));
  const others = groups.filter((group) => group.length === 1 && !isLone(group)).map((group) => [...group]);
  for (const [rule] of groups.filter(isLone)) {
    if (!rule) continue;
    const beside = tables
      .filter(({ extent }) => isSideOf(extent, rule))
      .sort((a, b) => gapTo(a.extent, rule.at) - gapTo(b.extent, rule.at));
    const nearest = beside[0];
    if (nearest) nearest.group.push(rule);
    else others.push([rule]);
  }
  return [...tables.map(({ group }) => group), ...others];
}

function extentOf(group: readonly Ruling[]): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { axis, at, from, to } of group) {
    const [x0, y0, x1, y1] = axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to];
    [left, top, right, bottom] = [Math.min(left, x0), Math.min(top, y0), Math.max(right, x1), Math.max(bottom, y1)];
  }
  return { left, top, right, bottom };
}

const gapTo = ({ left, right }: Extent, at: number) => (at < left ? left - at : at - right);

function isSideOf(extent: Extent, { at, from, to }: Ruling): boolean {
  const gap = gapTo(extent, at);
  const hasSameEnds = Math.abs(from - extent.top) <= SAME_END_PT && Math.abs(to - extent.bottom) <= SAME_END_PT;
  return hasSameEnds && gap > 0 && gap <= WIDEST_SIDE * (extent.right - extent.left);
}
