import type { Glyph } from '../geometry/glyph.js';

/** The part of a page's glyphs that runs sideways when the whole page does. */
const MOST = 0.8;

/** The quarter turns clockwise after which a page whose text runs sideways can be read. */
export function turnsOf(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { direction, isVertical } of glyphs) if (!isVertical) counts[direction] = (counts[direction] ?? 0) + 1;
  const most = counts.findIndex((count) => count > 0 && count >= MOST * glyphs.length);
  return most <= 0 ? 0 : 4 - most;
}
