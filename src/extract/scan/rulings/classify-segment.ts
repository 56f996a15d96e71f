import { SHORTEST } from './open-edges.js';
import { GAP_OF_DOTS, type PageRules } from './page-rules.js';
import { measuresOf, medianOf, type Profile } from './rule-profile.js';

/** What a segment is: a rule; a broken one, or strokes in a row, as a short one between rules may be either; none. */
export type Standing = 'rule' | 'broken' | 'no-rule';

/** Pixels. What belongs to a crossing itself. */
export const CROSSING = 3;
/** The part of a segment that must be dark for a rule: breaks and fading leave more, text less. */
const COVERED = 0.6;
/** The part of it that has paper on one side, and on the other: text may stand close to a rule. */
const FREE = 0.85;
const FREE_BESIDE_TEXT = 0.25;
/** Pixels. A longer one that has paper all along one side may have text all along the other. */
const LONGER = 40;
const FREE_ALONG = 0.97;
const FREE_BESIDE_LINES = 0.15;
/** The part of a broken rule that has paper on both sides; strokes of a letter have others beside them. */
const FREE_STANDING = 0.8;
/** Pixels. A stroke of a letter may stand nearly in line with a rule; a rule's own pieces are in line with each other. */
const OUT_OF_LINE = 1;
/** The part of a short rule that other ink grows out of: strokes of a letter meet others. */
const GROWN = 0.08;
/** Where all of it has ink beside it, it is one line of a double rule, or a thick one. */
const GROWN_ALL = 0.8;
/** Pixels. A segment that is shorter must be dark right at its crossings, where a line of text leaves paper. */
const SHORT = 200;
const AT_END = 4;
/** Pixels of a segment's end that lie within a crossing and are not the other rule's; and how many of them in a row are paper. */
const BESIDE_CROSSING = 2;
const LIGHT_AT_END = 2;
/** How dark it is there at least, by its own darkness. */
const DARK_AT_END = 0.5;
/** The part of a rule broken at an end that is dark all the same; and that has paper on both sides where it is broken at both. */
const COVERED_BUT_ENDS = 0.85;
const FREE_BROKEN_TWICE = 0.97;
/** Pixels of paper at most within a rule that is drawn through: strokes one above the other may stand as near as dots. */
const GAP_OF_NOISE = 1;

/**
 * How a piece of a rule from one crossing to the next stands.
 *
 * @param from pixels from the beginning of the profile
 * @param to the same
 */
export function standingOf(profile: Profile, from: number, to: number, { faintest, areDotted }: PageRules): Standing {
  // Between the two lines of a double rule, or two strokes of a line of text.
  if (to - from <= SHORTEST) return isDark(profile.sharp, from + 1, to - 1, faintest / 2) ? 'rule' : 'no-rule';
  const [start, end] = [Math.ceil(from) + CROSSING, Math.floor(to) - CROSSING];
  const { covered, median, free, freeBeside } = measuresOf(profile, start, end, faintest);
  const besideText = end - start > LONGER && free >= FREE_ALONG ? FREE_BESIDE_LINES : FREE_BESIDE_TEXT;
  if (covered < COVERED || free < FREE || freeBeside < besideText) return 'no-rule';
  if (end - start > SHORT) return 'rule';
  // A stroke that stands nearly in line with a rule has paper between itself and the crossing.
  const gapAt = (from: number, to: number) => longestGap(profile.sharp.subarray(from, to), DARK_AT_END * median);
  const gap = Math.max(gapAt(start - BESIDE_CROSSING, start + AT_END), gapAt(end - AT_END, end + BESIDE_CROSSING));
  if (gap >= LIGHT_AT_END && isAside(profile, start, end, median)) return 'no-rule';
  const grown = [profile.grownBefore, profile.grownBehind].map((side) => shareOf(side.subarray(start, end)));
  if (grown.some((share) => share > GROWN && share < GROWN_ALL)) return 'no-rule';
  const atEnds = [profile.sharp.subarray(start, start + AT_END), profile.sharp.subarray(end - AT_END, end)];
  const light = atEnds.filter((part) => meanOf(part) < DARK_AT_END * median).length;
  // Broken right at a crossing: a stroke of text leaves paper at both its ends, and more of it, and has others beside it.
  if (light > 0) {
    if (freeBeside < (light === 2 ? FREE_BROKEN_TWICE : FREE_STANDING)) return 'no-rule';
    const dark = profile.sharp.subarray(start, end).filter((value) => value >= DARK_AT_END * median).length;
    if (dark < COVERED_BUT_ENDS * (end - start)) return light === 2 ? 'no-rule' : 'broken';
    return light === 2 ? 'broken' : 'rule';
  }
  const smallest = areDotted ? GAP_OF_DOTS : GAP_OF_NOISE;
  return gapAt(start, end) <= smallest || freeBeside >= FREE_STANDING ? 'rule' : 'broken';
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
