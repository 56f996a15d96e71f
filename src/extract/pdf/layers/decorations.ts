import { ascendingBy, firstFrom } from '../../lattice/ascending.js';
import type { Glyph } from '../../geometry/glyph.js';
import type { PaintedRule } from '../paint/visible-rules.js';
import { levelRulesOf, type LevelRule } from './level-rules.js';
import { wordBoxRules } from './word-boxes.js';

/** A page's rules without those that decorate text, and the texts that a rule strikes through. */
export interface Decorations {
  readonly rulings: readonly PaintedRule[];
  readonly struck: readonly string[];
}

/** In ems, from the baseline down. A rule here underlines a text, or goes through it. */
const UNDERLINE = [-0.12, 0.5] as const;
const STRIKE = [-0.62, -0.14] as const;
/** The part of a decoration's length that its text takes up at least. */
const LEAST_COVER = 0.5;
/** In ems of the text: a table's row is higher than what an underline leaves between itself and the rule below. */
const LOWEST_ROW = 1.1;
/** Points. The same for the largest text that forms are printed in. */
const LOWEST_ROW_PT = 26;
/** Points. How far a rule under a word may reach beyond it where the table has no upright rules to tell by. */
const WORD_END_PT = 1.5;

/**
 * Tells underlines and strokes through text from the rules of a table: they end where no other rule meets them, or they run through one
 * cell alone, with no room for a row below. `glyphs` are the page's own text.
 */
export function decorationsOf(rulings: readonly PaintedRule[], glyphs: readonly Glyph[]): Decorations {
  const marks = rulings.filter(({ isMark }) => isMark);
  const rules = marks.length === 0 ? rulings : rulings.filter(({ isMark }) => !isMark);
  const text = new LevelText(glyphs);
  const struck: string[] = [];
  const levels = levelRulesOf(rules);
  const decorating = wordBoxRules(rules, levels, glyphs);
  levels.forEach((level, index) => {
    const kind = decorationOf(level, levels, index, text);
    if (kind === null) return;
    for (const piece of level.pieces) decorating.add(piece);
    if (kind === 'strike') struck.push(text.saidAt(level, STRIKE));
  });
  for (const level of levelRulesOf(marks)) if (text.covers(level, STRIKE)) struck.push(text.saidAt(level, STRIKE));
  return { rulings: decorating.size === 0 ? rules : rules.filter((rule) => !decorating.has(rule)), struck };
}

function decorationOf(
  level: LevelRule,
  levels: readonly LevelRule[],
  index: number,
  text: LevelText,
): 'underline' | 'strike' | null {
  if (level.isMetLeft && level.isMetRight) return isInOneCell(level, levels, index, text) ? 'underline' : null;
  const isLoose = !level.isMetLeft && !level.isMetRight;
  // In a table without upright rules, every rule is loose: what is as long as a word is no rule of it.
  const isWord = (band: typeof UNDERLINE | typeof STRIKE) => !isLoose || text.isAsLongAs(level, band);
  if (text.covers(level, STRIKE) && isWord(STRIKE)) return 'strike';
  return text.covers(level, UNDERLINE) && isWord(UNDERLINE) ? 'underline' : null;
}

/** True for a rule from one side of a cell to the other, right below its text, with too little room for a row below it. */
function isInOneCell(level: LevelRule, levels: readonly LevelRule[], index: number, text: LevelText): boolean {
  if (!((levels[index + 1]?.at ?? Infinity) - level.at <= LOWEST_ROW_PT)) return false;
  const size = text.sizeAt(level, UNDERLINE);
  if (size === 0) return false;
  for (let next = index + 1; next < levels.length; next += 1) {
    const below = levels[next];
    if (!below || below.at - level.at > LOWEST_ROW * size) return false;
    const isLonger = below.from < level.from - size || below.to > level.to + size;
    if (isLonger && below.from <= level.from + size && below.to >= level.to - size)
      return !text.isBetween(level, below.at);
  }
  return false;
}

type Band = readonly [from: number, to: number];

/** The level text of a page, to be looked up by height. */
class LevelText {
  readonly #all: readonly Glyph[];
  #sorted: readonly Glyph[] | null = null;
  #largest = 0;

  constructor(glyphs: readonly Glyph[]) {
    this.#all = glyphs;
  }

  /** By their baselines; few pages need them. */
  get #glyphs(): readonly Glyph[] {
    if (this.#sorted !== null) return this.#sorted;
    this.#sorted = ascendingBy(
      this.#all.filter(
        ({ text, direction, isVertical, style }) =>
          direction === 0 && !isVertical && style.slant === 0 && text.trim() !== '',
      ),
      ({ y }) => y,
    );
    this.#largest = this.#sorted.reduce((most, { size }) => Math.max(most, size), 0);
    return this.#sorted;
  }

  /** The glyphs over a rule, in ems from their baseline, within its ends. */
  #at({ at, from, to }: LevelRule, [low, high]: Band): Glyph[] {
    const found: Glyph[] = [];
    const glyphs = this.#glyphs;
    const reach = this.#largest;
    for (let index = firstFrom(glyphs, at - reach, ({ y }) => y); index < glyphs.length; index += 1) {
      const glyph = glyphs[index];
      if (!glyph || glyph.y > at + reach) break;
      const below = (at - glyph.y) / glyph.size;
      const middle = glyph.x + glyph.advance / 2;
      if (below >= low && below <= high && middle > from && middle < to) found.push(glyph);
    }
    return found;
  }

  covers(level: LevelRule, band: Band): boolean {
    const length = this.#at(level, band).reduce((sum, { advance }) => sum + advance, 0);
    return length >= LEAST_COVER * (level.to - level.from);
  }

  /** True where the rule ends where its text ends. */
  isAsLongAs(level: LevelRule, band: Band): boolean {
    const glyphs = this.#at(level, band);
    const [from, to] = [
      Math.min(...glyphs.map(({ x }) => x)),
      Math.max(...glyphs.map(({ x, advance }) => x + advance)),
    ];
    return Math.abs(from - level.from) <= WORD_END_PT && Math.abs(to - level.to) <= WORD_END_PT;
  }

  saidAt(level: LevelRule, band: Band): string {
    return this.#at(level, band)
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join('');
  }

  /** Points; 0 where no text stands on the rule. */
  sizeAt(level: LevelRule, band: Band): number {
    return this.#at(level, band).reduce((most, { size }) => Math.max(most, size), 0);
  }

  /** True where text stands below the rule and above `bottom`. */
  isBetween({ at, from, to }: LevelRule, bottom: number): boolean {
    return this.#glyphs.some(({ x, y, size, advance }) => {
      const [middle, height] = [x + advance / 2, y - size / 3];
      return middle > from && middle < to && height > at && height < bottom;
    });
  }
}
