import type { Axis, Ruling } from '../lattice/ruling.js';
import type { Flattening } from './flattening.js';
import { REACH } from './open-edges.js';
import { connected } from './picture-rulings.js';
import type { AxisPicture } from './rule-chains.js';
import { profileOf, type Profile } from './rule-profile.js';
import { CROSSING, faintestOf, standingOf, type Standing } from './rule-standing.js';
import { CrossingIndex } from './ruling-index.js';

/**
 * The rules without the segments, from one crossing to the next, in which they are text: a stroke of a letter may stand in one line
 * with a rule that ends at the crossing before. A rule is even in its darkness and has paper beside it; text is neither.
 */
export function ruledSegments(
  found: readonly Ruling[],
  flattening: Flattening,
  pictures: Readonly<Record<Axis, AxisPicture>>,
  least: number,
): Ruling[] {
  const across = new CrossingIndex(found);
  const rulings = found.map((ruling) => snapped(ruling, across));
  const profiles = rulings.map((ruling) => profileOf(ruling, flattening, pictures[ruling.axis]));
  const faintest = faintestOf(profiles, least);
  const ruledParts = (parts: readonly Ruling[], crossed: CrossingIndex<Ruling>, index: number) =>
    parts.flatMap((part) =>
      partsOf(part, segmentsOf(part, crossed, profiles[index] as Profile, rulings[index] as Ruling, faintest)),
    );
  const all = new CrossingIndex(rulings);
  const first = rulings.map((ruling, index) => ruledParts([ruling], all, index));
  // Strokes of a line of text cut what crosses it into pieces too short to tell: the second look knows them.
  const crossed = new CrossingIndex(connected(first.flat()));
  return connected(first.flatMap((parts, index) => ruledParts(parts, crossed, index)));
}

/** The parts of a rule that its segments make. */
function partsOf(ruling: Ruling, segments: readonly Segment[]): Ruling[] {
  const kept: Ruling[] = [];
  segments.forEach(({ from, to, standing }, at) => {
    const isBetween = segments[at - 1]?.standing === 'rule' && segments[at + 1]?.standing === 'rule';
    if (standing === 'no-rule' || (standing === 'broken' && !isBetween)) return;
    const last = kept.at(-1);
    if (last?.to === from) kept[kept.length - 1] = { ...last, to };
    else kept.push({ ...ruling, from, to });
  });
  return kept;
}

/** The rule with its ends on the rules across that they nearly meet. */
function snapped(ruling: Ruling, crossings: CrossingIndex<Ruling>): Ruling {
  const onto = (end: number) =>
    crossings
      .across(ruling.axis, [end, end], ruling.at, REACH)
      .reduce((best, { at }) => (Math.abs(at - end) < Math.abs(best - end) ? at : best), Infinity);
  const [from, to] = [onto(ruling.from), onto(ruling.to)];
  return {
    ...ruling,
    from: from === Infinity ? ruling.from : from,
    to: to === Infinity ? ruling.to : to,
  };
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly standing: Standing;
}

function segmentsOf(
  ruling: Ruling,
  crossed: CrossingIndex<Ruling>,
  profile: Profile,
  { from: origin }: Ruling,
  faintest: number,
): Segment[] {
  const ends = [ruling.from, ...crossingsOf(ruling, crossed), ruling.to];
  return ends.slice(1).map((to, at) => {
    const from = ends[at] as number;
    return { from, to, standing: standingOf(profile, from - origin, to - origin, faintest) };
  });
}

/** Where rules cross this one, between its ends. */
const crossingsOf = (ruling: Ruling, crossings: CrossingIndex<Ruling>) =>
  crossings
    .across(ruling.axis, [ruling.from + 2 * CROSSING, ruling.to - 2 * CROSSING], ruling.at, CROSSING)
    .map(({ at }) => at);
