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
  let uprights: LevelRule<Transposed<T>>[] | null = null;
  const closed = levels.filter(
    ({ from, to, isMetLeft, isMetRight }) => isMetLeft && isMetRight && to - from <= WIDEST_PT,
  );
  closed.forEach((top, index) => {
    for (let next = index + 1; next < closed.length; next += 1) {
      const bottom = closed[next];
      if (!bottom || bottom.at - top.at > HIGHEST_PT) return;
      if (!isNear(top.from, bottom.from) || !isNear(top.to, bottom.to)) continue;
      const box: Box = [top.from, top.at, top.to, bottom.at];
      if (!isAroundWord(box, glyphs)) return;
      uprights ??= levelRulesOf(rulings.map(transposed));
      const sides = [top.from, top.to].map((x) =>
        uprights?.find(({ at, from, to }) => isNear(at, x) && isNear(from, top.at) && isNear(to, bottom.at)),
      );
      if (sides.some((side) => side === undefined)) return;
      for (const rule of [...top.pieces, ...bottom.pieces]) found.add(rule);
      for (const side of sides) for (const { of } of side?.pieces ?? []) found.add(of);
      return;
    }
  });
  return found;
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= SAME_CORNER_PT;

function isAroundWord([x0, y0, x1, y1]: Box, glyphs: readonly Glyph[]): boolean {
  if (x1 - x0 <= TICK_BOX_PT && y1 - y0 <= TICK_BOX_PT) return true;
  const inside = glyphs.filter((glyph) => glyph.text.trim() !== '' && contains([x0, y0, x1, y1], ...centreOf(glyph)));
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
