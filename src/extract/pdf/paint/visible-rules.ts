import type { Box } from '../../../schema/sheet.js';
import type { Ruling } from '../../lattice/ruling.js';
import type { Area, AreaIndex } from './area-index.js';
import { looksLike, WHITE } from './colour.js';
import { groundAt } from './ground.js';

/** A rule as it is painted. */
export interface PaintedRule extends Ruling {
  /** Points, across its length. */
  readonly thickness: number;
  readonly colour: string;
  readonly order: number;
  /** True for a line that an annotation draws: it marks text, and rules nothing. */
  readonly isMark: boolean;
}

/** Points. Producers round: what covers a rule may fall short of its edge by so much. */
const ROUNDING_PT = 0.05;
/** Points. How far beside a rule the paper is looked at. */
const BESIDE_PT = 1;

/**
 * Adds the parts of a rule that can be seen: not in the colour of the ground that it lies on, not covered by what is painted later. A rule in
 * its ground's colour is seen still where the ground beside it has another one, as a white rule between two grey cells.
 */
export function addVisibleParts(rule: PaintedRule, areas: AreaIndex, visible: PaintedRule[]): void {
  const near = areas.isEmpty ? [] : areas.near(boxAround(rule, BESIDE_PT));
  if (near.length > 0) visible.push(...visibleParts(rule, near));
  else if (!looksLike(rule.colour, WHITE)) visible.push(rule);
}

function visibleParts(rule: PaintedRule, near: readonly Area[]): PaintedRule[] {
  const { axis, from, to } = rule;
  const cuts = near.flatMap(({ box }) => (axis === 'horizontal' ? [box[0], box[2]] : [box[1], box[3]]));
  const places = [from, ...cuts.filter((cut) => cut > from && cut < to).sort((a, b) => a - b), to];
  const parts: (PaintedRule & { to: number })[] = [];
  let isJoined = false;
  for (let index = 1; index < places.length; index += 1) {
    const [start = from, end = to] = [places[index - 1], places[index]];
    const isSeen = isSeenAt(rule, (start + end) / 2, near);
    const last = parts.at(-1);
    if (isSeen && isJoined && last) last.to = end;
    else if (isSeen) parts.push({ ...rule, from: start, to: end });
    isJoined = isSeen;
  }
  return parts;
}

function isSeenAt(rule: PaintedRule, along: number, near: readonly Area[]): boolean {
  const half = rule.thickness / 2;
  const pointAt = (across: number): [number, number] =>
    rule.axis === 'horizontal' ? [along, rule.at + across] : [rule.at + across, along];
  const reach = Math.max(0, half - ROUNDING_PT);
  const [low, high] = [pointAt(-reach), pointAt(reach)];
  const isCovered = near.some(
    ({ box, order, isOpaque }) => isOpaque && order > rule.order && holds(box, low) && holds(box, high),
  );
  if (isCovered) return false;
  if (!looksLike(rule.colour, groundAt(near, ...pointAt(0), rule.order))) return true;
  const beside = [-1, 1].map((side) => groundAt(near, ...pointAt(side * (half + BESIDE_PT / 2)), Infinity));
  return beside.some((colour) => !looksLike(colour, rule.colour));
}

const holds = ([x0, y0, x1, y1]: Box, [x, y]: readonly [number, number]) => x >= x0 && x <= x1 && y >= y0 && y <= y1;

export function boxAround({ axis, at, from, to, thickness }: Ruling & { readonly thickness: number }, margin = 0): Box {
  const half = thickness / 2 + margin;
  return axis === 'horizontal' ? [from, at - half, to, at + half] : [at - half, from, at + half, to];
}
