import type { Glyph } from '../geometry/glyph.js';

/** In ems. How far glyphs of one column may be off its axis, and the least and the most from one to the next. */
const SAME_COLUMN = 0.3;
const [NEXT_BELOW, FURTHEST_BELOW] = [0.5, 3];
/** Fewer glyphs make no two columns. */
const FEWEST = 3;

/**
 * The glyphs of a cell in vertical writing that a program set upright one by one: shown from top to bottom, then in the next column to
 * the left, they are given the direction in which they run. Any other glyphs as they are.
 */
export function withDirection(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  if (inked.length < FEWEST || !inked.every(({ direction, isVertical }) => direction === 0 && !isVertical))
    return glyphs;
  let columns = 1;
  for (let at = 1; at < inked.length; at += 1) {
    const [before, after] = [inked[at - 1], inked[at]];
    if (!before || !after) return glyphs;
    if (isBelow(after, before)) continue;
    if (!isNextColumn(after, before)) return glyphs;
    columns += 1;
  }
  return columns === 1 ? glyphs : inked.map(turned);
}

function isBelow(after: Glyph, before: Glyph): boolean {
  const down = after.y - before.y;
  const isSameColumn = Math.abs(after.x - before.x) <= SAME_COLUMN * before.size;
  return isSameColumn && down >= NEXT_BELOW * before.size && down <= FURTHEST_BELOW * before.size;
}

const isNextColumn = (after: Glyph, before: Glyph) =>
  after.y < before.y && before.x - after.x >= NEXT_BELOW * before.size;

const turned = (glyph: Glyph): Glyph => ({
  ...glyph,
  x: (glyph.box[0] + glyph.box[2]) / 2,
  y: glyph.box[1],
  advance: glyph.box[3] - glyph.box[1],
  direction: 1,
  isVertical: true,
});
