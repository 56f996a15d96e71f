import type { Ruling } from '../../lattice/ruling.js';
import type { Glyph } from '../../geometry/glyph.js';
import { collisionsOf } from './collisions.js';
import { looksOf, signsOf, type Signs } from './looks.js';
import { RuleCrossings } from './rule-crossings.js';
import { sealsOf } from './seal.js';
import { isSameStyle, textRunsOf, type TextRun } from './text-run.js';

/** A page's text by what put it there. */
export interface TextLayers {
  /** The page's own. */
  readonly text: readonly Glyph[];
  /** What was put over it (a watermark, a stamp, a seal), in the order of painting. */
  readonly overlaid: readonly TextRun[];
  /** Of the page's own text: runs printed over others where nothing tells which of the two is the page's. */
  readonly doubtful: readonly TextRun[];
}

/** Texts. So many that are painted one after the other and say the same are a pattern, where one of them is printed over others. */
const PATTERN = 3;

/** Tells a page's own text from what was put over it. `glyphs` in the order in which they are painted. */
export function textLayersOf(glyphs: readonly Glyph[], rulings: readonly Ruling[]): TextLayers {
  const runs = textRunsOf(glyphs);
  const collisions = collisionsOf(runs);
  const page = collisions.size === 0 && areAllAlike(runs) ? null : looksOf(runs);
  if (page === null) return { text: glyphs, overlaid: [], doubtful: [] };
  const sorting = new Sorting(
    runs,
    collisions,
    runs.map((run) => signsOf(run, page)),
    rulings,
  );
  if (sorting.isPlain) return { text: glyphs, overlaid: [], doubtful: [] };
  const { overlaid, doubtful } = sorting.result();
  if (overlaid.length === 0 || isMoreThan(overlaid, runs))
    return { text: glyphs, overlaid: [], doubtful: [...overlaid, ...doubtful] };
  const set = new Set(overlaid.flatMap((run) => run.glyphs));
  return { text: glyphs.filter((glyph) => !set.has(glyph)), overlaid, doubtful };
}

/** True where most of what a page says would be set aside: then it is the page's own text that looks strange. Repeated texts count once. */
function isMoreThan(overlaid: readonly TextRun[], all: readonly TextRun[]): boolean {
  const lengthOf = (runs: readonly TextRun[]) =>
    [...new Set(runs.map(({ text }) => text))].reduce((sum, text) => sum + text.length, 0);
  return lengthOf(overlaid) > MOST_OVERLAID * lengthOf(all);
}

/** The part of a page's text that a watermark and a seal together may make up. */
const MOST_OVERLAID = 0.7;

/** True where all text looks the same and none of it is slanted, as on most pages. */
function areAllAlike(runs: readonly TextRun[]): boolean {
  const [one] = runs;
  return runs.every(
    ({ first: { style, direction } }) =>
      style === one?.style && direction === one.first.direction && style.slant === 0 && style.origin === 'page',
  );
}

/** Sorts runs out step by step, the surest first: a collision with what is known to lie over the page says nothing of the other run. */
class Sorting {
  readonly #runs: readonly TextRun[];
  readonly #signs: readonly Signs[];
  readonly #collisions: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #overlaid = new Set<number>();
  readonly #crossings: () => RuleCrossings;

  constructor(
    runs: readonly TextRun[],
    collisions: ReadonlyMap<number, ReadonlySet<number>>,
    signs: readonly Signs[],
    rulings: readonly Ruling[],
  ) {
    this.#runs = runs;
    this.#signs = signs;
    this.#collisions = collisions;
    let crossings: RuleCrossings | undefined;
    this.#crossings = () => (crossings ??= new RuleCrossings(rulings));
  }

  /** True where nothing hints at text that was put over the page, as on most pages. */
  get isPlain(): boolean {
    return (
      this.#collisions.size === 0 &&
      this.#signs.every(
        ({ isSlanted, isFaint, isTurned, isArtifact }) => !(isSlanted || isFaint || isTurned || isArtifact),
      ) &&
      this.#runs.every(({ style }) => style.origin !== 'overlay')
    );
  }

  result(): Pick<TextLayers, 'overlaid' | 'doubtful'> {
    this.#setAside((at) => this.#runs[at]?.style.origin === 'overlay');
    this.#setSealsAside();
    this.#setAside((_, signs) => signs.isSlanted && signs.isFaint);
    this.#setAside((at, signs) => signs.isSlanted && this.#isOver(at));
    this.#setAside(
      (at, signs) => signs.isFaint && (this.#collides(at) || (this.#stands(at, signs) && this.#crosses(at))),
    );
    this.#setAside((at, signs) => signs.isArtifact && this.#isOver(at));
    this.#setAside((at, signs) => signs.isTurned && this.#collides(at));
    this.#setAside((at) => this.#isPattern(at));
    this.#setAside((at, signs) => signs.isColoured && this.#collides(at) && this.#isFirstOrLast(at));
    this.#setAside((at, signs) => signs.isLarge && this.#collides(at));
    return { overlaid: this.#sorted(this.#overlaid), doubtful: this.#sorted(this.#intruders()) };
  }

  #sorted(indexes: ReadonlySet<number>): TextRun[] {
    return this.#runs.filter((_, at) => indexes.has(at));
  }

  /** Sets aside what a test tells, and what looks and reads like it. */
  #setAside(test: (at: number, signs: Signs) => boolean): void {
    const found = this.#signs.flatMap((signs, at) => (!this.#overlaid.has(at) && test(at, signs) ? [at] : []));
    for (const at of found) this.#overlaid.add(at);
    if (found.length > 0) this.#setKinAside(found);
  }

  #setKinAside(found: readonly number[]): void {
    const kin = new Map(found.map((at) => [this.#kinKey(at), at]));
    const texts = new Set(
      found.flatMap((at) => (this.#signs[at]?.isFaint === true ? (this.#runs[at]?.text ?? '') : [])),
    );
    this.#runs.forEach((run, at) => {
      if (this.#overlaid.has(at)) return;
      const other = this.#runs[kin.get(this.#kinKey(at)) ?? -1];
      if ((other && isSameStyle(run.style, other.style)) || this.#isPartOf(at, texts, found)) this.#overlaid.add(at);
    });
  }

  /** True for a piece of a faint text that is cut at the page's edge, or covered in part. */
  #isPartOf(at: number, texts: ReadonlySet<string>, found: readonly number[]): boolean {
    const run = this.#runs[at];
    if (run === undefined || texts.size === 0 || this.#signs[at]?.isFaint !== true) return false;
    const isPiece = [...texts].some((text) => text.includes(run.text));
    const [one] = found
      .map((index) => this.#runs[index])
      .filter((other) => other && isSameStyle(run.style, other.style));
    return isPiece && one !== undefined && Math.round(one.size) === Math.round(run.size);
  }

  /** Slanted texts of one size are one watermark, whatever they say; others by what they say. */
  #kinKey(at: number): string {
    const run = this.#runs[at];
    const text = this.#signs[at]?.isSlanted === true ? '' : (run?.text ?? '');
    return `${Math.round(run?.size ?? 0)} ${text}`;
  }

  #setSealsAside(): void {
    const inSeals = new Set(sealsOf(this.#runs).flatMap(({ runs }) => runs));
    if (inSeals.size > 0)
      this.#runs.forEach((run, at) => {
        if (inSeals.has(run)) this.#overlaid.add(at);
      });
  }

  #colliding(at: number): number[] {
    return [...(this.#collisions.get(at) ?? [])].filter((other) => !this.#overlaid.has(other));
  }

  #collides(at: number): boolean {
    return this.#colliding(at).length > 0;
  }

  #crosses(at: number): boolean {
    const run = this.#runs[at];
    return run !== undefined && this.#crossings().isCrossedBy(run);
  }

  #isOver(at: number): boolean {
    return this.#collides(at) || this.#crosses(at);
  }

  /** True for what stands out beside its colour. */
  #stands(at: number, { isLarge, isTurned }: Signs): boolean {
    return isLarge || isTurned || this.#isFirstOrLast(at) || this.#alike(at).length >= PATTERN;
  }

  #isFirstOrLast(at: number): boolean {
    const alike = this.#alike(at);
    return alike.includes(0) || alike.includes(this.#runs.length - 1);
  }

  /** The runs that are painted one after the other, this one among them, and say and look the same. */
  #alike(at: number): number[] {
    const run = this.#runs[at];
    const isAlike = (index: number) => {
      const other = this.#runs[index];
      return run !== undefined && other?.text === run.text && isSameStyle(other.style, run.style);
    };
    const alike = [at];
    for (let before = at - 1; isAlike(before); before -= 1) alike.unshift(before);
    for (let after = at + 1; isAlike(after); after += 1) alike.push(after);
    return alike;
  }

  #isPattern(at: number): boolean {
    if ((this.#runs[at]?.text.length ?? 0) < 2 || !this.#collides(at)) return false;
    const alike = this.#alike(at);
    return (
      alike.length >= PATTERN && alike.filter((other) => this.#isOver(other)).length > 1 && this.#isFirstOrLast(at)
    );
  }

  /** Of two runs that are still printed over each other, the one that is painted first or last, else the later one. */
  #intruders(): Set<number> {
    const intruders = new Set<number>();
    for (const at of this.#collisions.keys()) {
      if (this.#overlaid.has(at)) continue;
      for (const other of this.#colliding(at)) {
        if (other < at) continue;
        intruders.add(this.#isFirstOrLast(at) && !this.#isFirstOrLast(other) ? at : other);
      }
    }
    return intruders;
  }
}
