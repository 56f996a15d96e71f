import { firstFrom } from '../../lattice/ascending.js';
import type { Ruling } from '../../lattice/ruling.js';
import type { Box } from '../../../schema/sheet.js';
import { contains } from '../../geometry/box.js';
import { centreOf, type Glyph } from '../../geometry/glyph.js';
import { levelRulesOf, type LevelRule } from './level-rules.js';

/** Points. How far a box's sides may miss each other. */
const SAME_CORNER_PT = 1;
/** In ems of its text. A box around a word is no higher, and no wider than the word and so much. */
const [HIGHEST, WIDER] = [2.2, 2];
/** Points, either way. A box to tick, with a sign in it or none. */
const TICK_BOX_PT = 14;
/** Points. No box around a word is wider or higher. */
const [WIDEST_PT, HIGHEST_PT] = [200, 40];

/** The rules that make boxes around single words, and boxes to tick: closed ones that no other rule goes on from. */
export function wordBoxRules<T extends Ruling>(
  rulings: readonly T[],
  levels: readonly LevelRule<T>[],
  glyphs: readonly Glyph[],
): Set<T> {
  const found = new Set<T>();
  const closed = levels.filter(
    ({ from, to, isMetLeft, isMetRight }) => isMetLeft && isMetRight && to - from <= WIDEST_PT,
  );
  if (closed.length < 2) return found;
  const byLeft = new Columns(closed, ({ from }) => from);
  const text = new TextByHeight(glyphs);
  let uprights: Columns<LevelRule<Transposed<T>>> | null = null;
  for (const top of closed) {
    const bottom = bottomOf(top, byLeft);
    if (bottom === null || !isAroundWord([top.from, top.at, top.to, bottom.at], text)) continue;
    uprights ??= new Columns(levelRulesOf(rulings.map(transposed)), ({ at }) => at);
    const [left, right] = [sideAt(top.from, top, bottom, uprights), sideAt(top.to, top, bottom, uprights)];
    if (left === null || right === null) continue;
    for (const rule of [...top.pieces, ...bottom.pieces]) found.add(rule);
    for (const { of } of [...left.pieces, ...right.pieces]) found.add(of);
  }
  return found;
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= SAME_CORNER_PT;

/** Rules by where they begin, or stand, across the page: a page may have thousands of dots for rules. */
class Columns<T> {
  readonly #columns = new Map<number, T[]>();

  constructor(rules: readonly T[], placeOf: (rule: T) => number) {
    for (const rule of rules) {
      const key = Math.floor(placeOf(rule) / SAME_CORNER_PT);
      const column = this.#columns.get(key);
      if (column) column.push(rule);
      else this.#columns.set(key, [rule]);
    }
  }

  /** Lists in which all rules near a place are, each in the order in which they were given. */
  near(place: number): (readonly T[])[] {
    const key = Math.floor(place / SAME_CORNER_PT);
    return [key - 1, key, key + 1].flatMap((column) => {
      const rules = this.#columns.get(column);
      return rules === undefined ? [] : [rules];
    });
  }
}

/** The next rule below that begins and ends as this one does. */
function bottomOf<T extends Ruling>(top: LevelRule<T>, byLeft: Columns<LevelRule<T>>): LevelRule<T> | null {
  let best: LevelRule<T> | null = null;
  for (const column of byLeft.near(top.from)) {
    for (let index = firstFrom(column, top.at, ({ at }) => at); index < column.length; index += 1) {
      const rule = column[index];
      if (!rule || rule.at - top.at > HIGHEST_PT || (best !== null && rule.at >= best.at)) break;
      if (rule.at > top.at && isNear(rule.from, top.from) && isNear(rule.to, top.to)) best = rule;
    }
  }
  return best;
}

/** The upright rule from the top of a box to its bottom at a place. */
function sideAt<T>(
  x: number,
  top: LevelRule,
  bottom: LevelRule,
  uprights: Columns<LevelRule<Transposed<T>>>,
): LevelRule<Transposed<T>> | null {
  for (const column of uprights.near(x))
    for (const rule of column)
      if (isNear(rule.at, x) && isNear(rule.from, top.at) && isNear(rule.to, bottom.at)) return rule;
  return null;
}

/** The glyphs of a page that are no blanks, to be looked up by the height of their middles; sorted when they are first asked for. */
class TextByHeight {
  readonly #all: readonly Glyph[];
  #sorted: readonly Glyph[] | null = null;

  constructor(glyphs: readonly Glyph[]) {
    this.#all = glyphs;
  }

  within([x0, y0, x1, y1]: Box): Glyph[] {
    this.#sorted ??= this.#all.filter(({ text }) => text.trim() !== '').sort((a, b) => centreOf(a)[1] - centreOf(b)[1]);
    const inside: Glyph[] = [];
    for (let at = firstFrom(this.#sorted, y0, (glyph) => centreOf(glyph)[1]); at < this.#sorted.length; at += 1) {
      const glyph = this.#sorted[at];
      if (!glyph || centreOf(glyph)[1] > y1) break;
      if (contains([x0, y0, x1, y1], ...centreOf(glyph))) inside.push(glyph);
    }
    return inside;
  }
}

function isAroundWord([x0, y0, x1, y1]: Box, text: TextByHeight): boolean {
  if (x1 - x0 <= TICK_BOX_PT && y1 - y0 <= TICK_BOX_PT) return true;
  const inside = text.within([x0, y0, x1, y1]);
  const size = inside.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  const width = Math.max(...inside.map(({ box }) => box[2])) - Math.min(...inside.map(({ box }) => box[0]));
  return inside.length > 0 && y1 - y0 <= HIGHEST * size && x1 - x0 <= width + WIDER * size;
}

/** A rule with its axes exchanged. */
interface Transposed<T> extends Ruling {
  readonly of: T;
}

const transposed = <T extends Ruling>(ruling: T): Transposed<T> => ({
  axis: ruling.axis === 'horizontal' ? 'vertical' : 'horizontal',
  at: ruling.at,
  from: ruling.from,
  to: ruling.to,
  of: ruling,
});
