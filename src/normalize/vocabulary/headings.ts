import { proseOf } from '../text/canonical.js';
import { labelOf } from './label.js';
import { COST_HEADINGS, LEVEL1_HEADINGS, LEVEL2_HEADINGS } from './words.js';

/** The two levels of headings that are merged over an indicator table's rows. */
export type Level = 1 | 2;

/** What every heading of the central form ends with. */
export const SUFFIX = '指标';
/** Points behind a heading. Readers put the closing bracket of a second line before its text: 产出指标）50分. */
// eslint-disable-next-line regexp/no-super-linear-move -- a label, 40 characters at most
const POINTS = /[（()）]?\d+(?:\.\d+)?分?[()）]?$/;
/** Shorter beginnings fit too many headings to be completed. */
const SHORTEST_BEGINNING = 3;

const withSuffix = (names: readonly string[]) => new Set(names.flatMap((name) => [name, name + SUFFIX]));
const KNOWN: Readonly<Record<Level, ReadonlySet<string>>> = {
  1: withSuffix(LEVEL1_HEADINGS),
  2: withSuffix(LEVEL2_HEADINGS),
};
const COMPLETE: Readonly<Record<Level, readonly string[]>> = {
  1: LEVEL1_HEADINGS.map((name) => name + SUFFIX),
  2: LEVEL2_HEADINGS.map((name) => name + SUFFIX),
};
const COST = withSuffix(COST_HEADINGS);

/** The heading as it is compared: no blanks, no numbering, no points in brackets behind it. */
export const headingKey = (text: string): string => labelOf(text).key.replace(POINTS, '');

export const isKnownHeading = (level: Level, key: string): boolean => KNOWN[level].has(key);
export const isCostHeading = (key: string): boolean => COST.has(key);
export const endsAsHeading = (key: string): boolean => key.endsWith(SUFFIX);

/** The heading's text in the record: a known one by its name, any other as printed, without the points in its brackets. */
export function headingText(text: string): string {
  const key = headingKey(text);
  if (isKnownHeading(1, key) || isKnownHeading(2, key)) return key;
  return proseOf(text)
    .replace(/\s/g, '')
    .replace(/(?:[（(]\d+(?:\.\d+)?分[)）]){1,60}$/, '');
}

/** Points that stand in a heading's brackets, 产出指标（50分）; null where there are none. */
export function headingPoints(text: string): number | null {
  const { key, notes } = labelOf(text);
  const points = notes.map((note) => /^(\d+(?:\.\d+)?)分?$/.exec(note)?.[1]).find((found) => found !== undefined);
  const behind = points ?? /\p{Script=Han}\)(\d+(?:\.\d+)?)分$/u.exec(key)?.[1];
  return behind === undefined ? null : Number(behind);
}

/** True for a piece of a known heading, as a page break leaves it: 可持, 续影响指标, 指标. */
export const isHeadingPart = (level: Level, key: string): boolean =>
  key !== '' && COMPLETE[level].some((name) => name.startsWith(key) || name.endsWith(key));

const LONGEST_FIRST = [...COMPLETE[1], ...COMPLETE[2]].sort((a, b) => b.length - a.length);

/** True where a known heading stands before more text. */
export const startsWithHeading = (key: string): boolean =>
  LONGEST_FIRST.some((heading) => key.length > heading.length && key.startsWith(heading));

/** True where a known heading begins so and goes on. */
export const beginsHeading = (level: Level, key: string): boolean =>
  COMPLETE[level].some((name) => name.startsWith(key) && name !== key);

/** The one known heading that begins as a cut one does, or null where there is none or more than one. */
export function completedHeading(level: Level, key: string): string | null {
  if (key.length < SHORTEST_BEGINNING || isKnownHeading(level, key)) return null;
  const fits = COMPLETE[level].filter((name) => name.startsWith(key));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}
