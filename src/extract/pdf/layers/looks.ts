import type { Origin } from '../../geometry/glyph.js';
import { isChromatic, lightnessOf } from '../paint/colour.js';
import type { TextRun } from './text-run.js';

/** How the page's own text looks. */
export interface PageLooks {
  readonly colour: string;
  /** 0 to 1, black to white. */
  readonly lightness: number;
  /** Points, the median. */
  readonly size: number;
  readonly direction: number;
  readonly origin: Origin;
}

/** The part of a page's characters that an ink must have to be the page's own, where it is the darkest: a pattern may have more. */
const LEAST_PART = 0.05;

/** Null for a page without text. */
export function looksOf(runs: readonly TextRun[]): PageLooks | null {
  const own = runsOfDarkestInk(runs);
  const [first] = own;
  if (!first) return null;
  const { colour, alpha } = first.style;
  return {
    colour,
    lightness: lightnessOf(colour, alpha),
    size: middleSize(own),
    direction: mostOf(own, ({ first: { direction } }) => direction),
    origin: mostOf(own, ({ style }) => style.origin),
  };
}

const lengthOf = (runs: readonly TextRun[]) => runs.reduce((sum, { glyphs }) => sum + glyphs.length, 0);

/** Characters, those of texts that say the same once: a page of a few words may carry a pattern of hundreds. */
const wordingOf = (runs: readonly TextRun[]) =>
  [...new Set(runs.map(({ text }) => text))].reduce((sum, { length }) => sum + length, 0);

function runsOfDarkestInk(runs: readonly TextRun[]): readonly TextRun[] {
  const inks = new Map<string, TextRun[]>();
  for (const run of runs) {
    const key = `${run.style.colour} ${run.style.alpha}`;
    const alike = inks.get(key);
    if (alike) alike.push(run);
    else inks.set(key, [run]);
  }
  const least = LEAST_PART * wordingOf(runs);
  const lightness = ([run]: readonly TextRun[]) => (run ? lightnessOf(run.style.colour, run.style.alpha) : 1);
  const [darkest = runs] = [...inks.values()]
    .filter((alike) => wordingOf(alike) >= least)
    .sort((a, b) => lightness(a) - lightness(b) || lengthOf(b) - lengthOf(a));
  return darkest;
}

/** What most characters have. */
function mostOf<T>(runs: readonly TextRun[], of: (run: TextRun) => T): T {
  const counts = new Map<T, number>();
  for (const run of runs) counts.set(of(run), (counts.get(of(run)) ?? 0) + run.glyphs.length);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Points: half of the characters are no larger. */
function middleSize(runs: readonly TextRun[]): number {
  const half = lengthOf(runs) / 2;
  let count = 0;
  return runs.toSorted((a, b) => a.size - b.size).find(({ glyphs }) => (count += glyphs.length) >= half)?.size ?? 0;
}

/** Degrees. Less is an italic's or a rounding's. */
const LEAST_SLANT = 2;
/** How much lighter than the page's own text a watermark is, of 1; white text has a dark ground and is meant to be read. */
const LIGHTER = 0.25;
const ALMOST_WHITE = 0.97;
/** How much larger than most of the page's text. */
const MUCH_LARGER = 1.8;

/** Signs that a text was put over a page; none of them is enough alone. */
export interface Signs {
  readonly isSlanted: boolean;
  readonly isFaint: boolean;
  readonly isLarge: boolean;
  /** It runs by quarter turns otherwise than the page's text. */
  readonly isTurned: boolean;
  /** The file calls it an artifact, and not most of the page's text too. */
  readonly isArtifact: boolean;
  /** It has a colour, and most of the text none or another one. */
  readonly isColoured: boolean;
}

export function signsOf({ style, size, glyphs }: TextRun, page: PageLooks): Signs {
  const lightness = lightnessOf(style.colour, style.alpha);
  return {
    isSlanted: Math.abs(style.slant) >= LEAST_SLANT,
    isFaint: lightness - page.lightness >= LIGHTER && lightness <= ALMOST_WHITE,
    isLarge: size >= MUCH_LARGER * page.size,
    isTurned: glyphs.some(({ direction, isVertical }) => direction !== page.direction && !isVertical),
    isArtifact: style.origin === 'artifact' && page.origin !== 'artifact',
    isColoured: style.colour !== page.colour && isChromatic(style.colour),
  };
}
