import type { Axis, Ruling } from '../lattice/ruling.js';
import type { Flattening } from './flattening.js';
import { REACH, SHORTEST } from './open-edges.js';
import { connected } from './picture-rulings.js';
import { CrossingIndex } from './ruling-index.js';
import type { AxisPicture } from './rule-chains.js';

/** Pixels. What belongs to a crossing itself. */
const CROSSING = 3;
/** Pixels to both sides of a rule's middle where its paper is. */
const BESIDE = 5;
/** Pixels. A rule wavers so much about its place. */
const WAVER = 2;
/** The part of a segment that must be dark for a rule: breaks and fading leave more, text less. */
const COVERED = 0.6;
/** The part of it that has paper on one side, and on the other: text may stand close to a rule. */
const FREE = 0.85;
const FREE_BESIDE_TEXT = 0.25;
/** The part of a broken rule that has paper on both sides; strokes of a letter have others beside them. */
const FREE_STANDING = 0.8;
/** Paper beside a rule is at most so dark, by the rule's own darkness. */
const PALE = 0.4;
/** Pixels. A stroke of a letter may stand nearly in line with a rule; a rule's own pieces are in line with each other. */
const OUT_OF_LINE = 1;
/** The part of a short rule that other ink grows out of: strokes of a letter meet others. */
const GROWN = 0.08;
/** Where all of it has ink beside it, it is one line of a double rule, or a thick one. */
const GROWN_ALL = 0.8;
/** A rule is at least so dark beside the page's faint rules. */
const FAINTEST = 0.3;
/** Pixels. A segment that is shorter must be dark right at its crossings, where a line of text leaves paper. */
const SHORT = 200;
const AT_END = 4;
/** Pixels of a segment's end that lie within a crossing and are not the other rule's; and how many of them in a row are paper. */
const BESIDE_CROSSING = 2;
const LIGHT_AT_END = 2;
/** How dark it is there at least, by its own darkness. */
const DARK_AT_END = 0.5;
/** The part of a rule that is dark although it is broken at one end. */
const COVERED_BUT_ONE_END = 0.85;
/** Pixels between the dots of a dotted rule; the strokes of two lines of text stand further apart. */
const GAP_OF_DOTS = 2;

/** Pixels. The page bends slowly: between places this far apart it is straight. */
const STEP = 16;

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

/** What a segment is: a rule; a broken one, or strokes in a row, as a short one between rules may be either; none. */
type Standing = 'rule' | 'broken' | 'no-rule';

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

/** How dark the page's faint rules are, from those that are long and stand free beyond doubt. */
function faintestOf(profiles: readonly Profile[], least: number): number {
  const sure = profiles
    .filter(({ on }) => on.length > LONG_PROFILE)
    .map((profile) => measuresOf(profile, 0, profile.on.length, least))
    .filter(({ covered, free, freeBeside }) => covered >= 0.9 && free >= 0.9 && freeBeside >= 0.7)
    .map(({ median }) => median)
    .sort((a, b) => a - b);
  const own = sure.filter((median) => median >= SHINING_THROUGH * (sure[sure.length >> 1] as number));
  return Math.max(least, FAINTEST * (own[Math.floor(own.length / 10)] ?? 0));
}

/** By the darkness of most rules: those of the page behind are paler than this. */
const SHINING_THROUGH = 0.35;

/** Pixels. A rule that is longer says how dark the page's rules are. */
const LONG_PROFILE = 240;

/** The darkness along a rule, a pixel each: on it, as blurred and as it is, and on its two sides. */
interface Profile {
  readonly on: Float32Array;
  readonly sharp: Float32Array;
  readonly before: Float32Array;
  readonly behind: Float32Array;
  /** Pixels from the rule's place to where it is darkest. */
  readonly aside: Int8Array;
  /** 1 where ink goes on from the rule to this side. */
  readonly grownBefore: Uint8Array;
  readonly grownBehind: Uint8Array;
}

function profileOf({ axis, at, from, to }: Ruling, { toPicture }: Flattening, { dark, streaks }: AxisPicture): Profile {
  const { width, height, data } = streaks;
  const length = Math.max(1, Math.floor(to - from));
  const [on, sharp] = [new Float32Array(length), new Float32Array(length)];
  const [before, behind] = [new Float32Array(length), new Float32Array(length)];
  const aside = new Int8Array(length);
  const [grownBefore, grownBehind] = [new Uint8Array(length), new Uint8Array(length)];
  const place = (along: number): [number, number] => {
    if (axis === 'horizontal') return toPicture(along, at);
    const [x, y] = toPicture(at, along);
    return [y, x];
  };
  for (let start = 0; start < length; start += STEP) {
    const [x, y] = place(from + start);
    const [endX, endY] = place(from + start + STEP);
    for (let step = 0; step < STEP && start + step < length; step += 1) {
      const column = Math.round(x + ((endX - x) * step) / STEP);
      const row = Math.round(y + ((endY - y) * step) / STEP);
      if (column < 0 || column >= width || row < BESIDE + WAVER || row >= height - BESIDE - WAVER) continue;
      const middle = darkestAround(data, row * width + column, width);
      on[start + step] = data[middle] as number;
      aside[start + step] = (middle - row * width - column) / width;
      sharp[start + step] = Math.max(
        dark.data[middle - width] as number,
        dark.data[middle] as number,
        dark.data[middle + width] as number,
      );
      const [near, far] = [(BESIDE - 1) * width, BESIDE * width];
      before[start + step] = Math.max(data[middle - near] as number, data[middle - far] as number);
      behind[start + step] = Math.max(data[middle + near] as number, data[middle + far] as number);
      const pale = PALE * (sharp[start + step] as number);
      if (isGrown(dark.data, middle, -width, pale)) grownBefore[start + step] = 1;
      if (isGrown(dark.data, middle, width, pale)) grownBehind[start + step] = 1;
    }
  }
  return { on, sharp, before, behind, aside, grownBefore, grownBehind };
}

/** True where there is ink all the way from a rule to its paper; `across` is the step from a pixel to the next across the rule. */
function isGrown(data: Uint8Array, middle: number, across: number, pale: number): boolean {
  for (let offset = 1; offset <= BESIDE; offset += 1)
    if ((data[middle + offset * across] as number) <= pale) return false;
  return true;
}

/** The darkest pixel within a rule's wavering across it. */
function darkestAround(data: Uint8Array, at: number, width: number): number {
  let best = at;
  for (let offset = -WAVER; offset <= WAVER; offset += 1)
    if ((data[at + offset * width] as number) > (data[best] as number)) best = at + offset * width;
  return best;
}

/** Where rules cross this one, between its ends. */
const crossingsOf = (ruling: Ruling, crossings: CrossingIndex<Ruling>) =>
  crossings
    .across(ruling.axis, [ruling.from + 2 * CROSSING, ruling.to - 2 * CROSSING], ruling.at, CROSSING)
    .map(({ at }) => at);

function standingOf(profile: Profile, from: number, to: number, faintest: number): Standing {
  // Between the two lines of a double rule, or two strokes of a line of text.
  if (to - from <= SHORTEST) return isDark(profile.sharp, from + 1, to - 1, faintest / 2) ? 'rule' : 'no-rule';
  const [start, end] = [Math.ceil(from) + CROSSING, Math.floor(to) - CROSSING];
  const { covered, median, free, freeBeside } = measuresOf(profile, start, end, faintest);
  if (covered < COVERED || free < FREE || freeBeside < FREE_BESIDE_TEXT) return 'no-rule';
  if (end - start > SHORT) return 'rule';
  // A stroke that stands nearly in line with a rule has paper between itself and the crossing.
  const gapAt = (from: number, to: number) => longestGap(profile.sharp.subarray(from, to), DARK_AT_END * median);
  const gap = Math.max(gapAt(start - BESIDE_CROSSING, start + AT_END), gapAt(end - AT_END, end + BESIDE_CROSSING));
  if (gap >= LIGHT_AT_END && isAside(profile, start, end, median)) return 'no-rule';
  const grown = [profile.grownBefore, profile.grownBehind].map((side) => shareOf(side.subarray(start, end)));
  if (grown.some((share) => share > GROWN && share < GROWN_ALL)) return 'no-rule';
  const atEnds = [profile.sharp.subarray(start, start + AT_END), profile.sharp.subarray(end - AT_END, end)];
  const light = atEnds.filter((part) => meanOf(part) < DARK_AT_END * median).length;
  if (light === 2 || (light === 1 && freeBeside < FREE_STANDING)) return 'no-rule';
  // Broken right at a crossing: a stroke of text leaves paper at both its ends, and more of it.
  if (light === 1) {
    const dark = profile.sharp.subarray(start, end).filter((value) => value >= DARK_AT_END * median).length;
    return dark >= COVERED_BUT_ONE_END * (end - start) ? 'rule' : 'broken';
  }
  return gapAt(start, end) <= GAP_OF_DOTS || freeBeside >= FREE_STANDING ? 'rule' : 'broken';
}

/** True where the dark pixels of a segment stand beside the rule's line. */
function isAside({ aside, on }: Profile, start: number, end: number, median: number): boolean {
  const inked = aside.subarray(start, end).filter((_, at) => (on[start + at] as number) >= DARK_AT_END * median);
  return Math.abs(medianOf(inked) - medianOf(aside)) > OUT_OF_LINE;
}

/** The longest run of pixels that are not dark. */
function longestGap(values: Float32Array, dark: number): number {
  let [longest, gap] = [0, 0];
  for (const value of values) {
    gap = value < dark ? gap + 1 : 0;
    longest = Math.max(longest, gap);
  }
  return longest;
}

const isDark = (values: Float32Array, from: number, to: number, least: number) =>
  values.subarray(Math.ceil(from), Math.max(Math.ceil(from) + 1, Math.floor(to) + 1)).every((value) => value >= least);
const shareOf = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0) / Math.max(1, marks.length);
const meanOf = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What tells how a segment stands: the part of it that is dark, its median darkness, and the parts that have paper on the better and the other side. */
function measuresOf({ on, before, behind }: Profile, start: number, end: number, threshold: number) {
  const dark: number[] = [];
  let [freeBefore, freeBehind] = [0, 0];
  for (let at = start; at < end; at += 1) {
    const value = on[at] as number;
    if (value < threshold) continue;
    dark.push(value);
    const pale = PALE * value;
    if ((before[at] as number) <= pale) freeBefore += 1;
    if ((behind[at] as number) <= pale) freeBehind += 1;
  }
  const count = Math.max(1, dark.length);
  return {
    covered: dark.length / Math.max(1, end - start),
    median: medianOf(dark),
    free: Math.max(freeBefore, freeBehind) / count,
    freeBeside: Math.min(freeBefore, freeBehind) / count,
  };
}

function medianOf(values: ArrayLike<number>): number {
  const ordered = Float32Array.from(values).sort();
  return ordered[ordered.length >> 1] ?? 0;
}
