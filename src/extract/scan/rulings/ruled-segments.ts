import type { Axis, Ruling } from '../../lattice/ruling.js';
import type { Flattening } from '../flatten/dewarp.js';
import { REACH } from './open-edges.js';
import { connected } from './picture-rulings.js';
import type { AxisPicture } from '../flatten/rule-traces.js';
import { profileOf, type Profile } from './rule-profile.js';
import { type PageRules, pageRulesOf } from './page-rules.js';
import { CROSSING, standingOf, type Standing } from './classify-segment.js';
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
  paper: number,
): Ruling[] {
  const across = new CrossingIndex(found);
  const rulings = found.map((ruling) => snapped(ruling, across));
  const profiles = rulings.map((ruling) => profileOf(ruling, flattening, pictures[ruling.axis]));
  const page = pageRulesOf(profiles, least, paper);
  const ruledParts = (parts: readonly Ruling[], crossed: CrossingIndex<Ruling>, index: number) =>
    parts.flatMap((part) =>
      partsOf(part, segmentsOf(part, crossed, profiles[index] as Profile, rulings[index] as Ruling, page)),
    );
  const all = new CrossingIndex(rulings);
  const first = rulings.map((ruling, index) => ruledParts([ruling], all, index));
  // Strokes of a line of text cut what crosses it into pieces too short to tell: the second look knows them.
  const crossed = new CrossingIndex(connected(first.flat()));
  const again = rulings.map((ruling, index) => withoutGaps(first[index] as Ruling[], ruling, crossed));
  return connected(again.flatMap((parts, index) => ruledParts(parts, crossed, index)));
}

/** The part of a segment that the first look must have kept, if its gaps are to be looked at again. */
const MOSTLY_KEPT = 0.6;

/**
 * The parts of a rule that the first look kept, joined where most of a segment is kept: what crossed it there was text, and the gaps are
 * pieces too short to tell.
 */
function withoutGaps(parts: readonly Ruling[], ruling: Ruling, crossed: CrossingIndex<Ruling>): Ruling[] {
  if (parts.length === 0) return [];
  const kept = (from: number, to: number) =>
    parts.reduce((sum, part) => sum + Math.max(0, Math.min(to, part.to) - Math.max(from, part.from)), 0);
  const whole = stretchesOf(ruling, crossed).filter(
    ({ from, to }) => to > from && kept(from, to) >= MOSTLY_KEPT * (to - from),
  );
  const joined: Ruling[] = [];
  for (const { from, to } of [...parts, ...whole].toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) joined[joined.length - 1] = { ...last, to: Math.max(last.to, to) };
    else joined.push({ ...ruling, from, to });
  }
  return joined;
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

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Segment extends Stretch {
  readonly standing: Standing;
}

function segmentsOf(
  ruling: Ruling,
  crossed: CrossingIndex<Ruling>,
  profile: Profile,
  { from: origin }: Ruling,
  page: PageRules,
): Segment[] {
  return stretchesOf(ruling, crossed).map(({ from, to }) => ({
    from,
    to,
    standing: standingOf(profile, from - origin, to - origin, page),
  }));
}

/** A rule from each crossing to the next. */
function stretchesOf({ axis, at, from, to }: Ruling, crossed: CrossingIndex<Ruling>): Stretch[] {
  const crossings = crossed.across(axis, [from + 2 * CROSSING, to - 2 * CROSSING], at, CROSSING);
  const ends = [from, ...crossings.map((ruling) => ruling.at), to];
  return ends.slice(1).map((end, index) => ({ from: ends[index] as number, to: end }));
}
