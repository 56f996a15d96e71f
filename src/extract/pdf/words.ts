import type { Glyph } from '../geometry/glyph.js';

/** In ems. Glyphs of one word follow each other this exactly; two texts that happen to touch do not. */
const EXACTLY = 0.02;
/** In ems. How much closer than their font says some programs set the glyphs of a word. */
const CLOSER = 0.06;
/** How much larger the one of two fonts of a word may be than the other: fonts measure their em by themselves. */
const LARGER = 1.2;
const DIGIT = /^\p{Nd}$/u;

/** Where a glyph stands along its line, and how far from the line's axis. */
function along({ x, y, direction }: Glyph): [number, number] {
  if (direction === 0) return [x, y];
  if (direction === 1) return [y, x];
  return direction === 2 ? [-x, y] : [-y, x];
}

/** Digits of two sizes are two numbers; a number and its unit may come from two fonts. */
function isOneSize(a: Glyph, b: Glyph): boolean {
  if (a.size === b.size) return true;
  const areDigits = DIGIT.test(a.text) && DIGIT.test(b.text);
  return !areDigits && Math.max(a.size, b.size) <= LARGER * Math.min(a.size, b.size);
}

function follows(next: Glyph, glyph: Glyph): boolean {
  if (
    next.textObject !== glyph.textObject ||
    next.direction !== glyph.direction ||
    !isOneSize(next, glyph) ||
    next.isVertical ||
    glyph.isVertical
  )
    return false;
  if (next.text.trim() === '' || glyph.text.trim() === '') return false;
  const [[from, axis], [to, nextAxis]] = [along(glyph), along(next)];
  const gap = to - from - glyph.advance;
  const [room, overlap] = [EXACTLY * glyph.size, CLOSER * glyph.size];
  return Math.abs(axis - nextAxis) < room && gap < room && gap > -overlap;
}

/** Glyphs in the order in which they are drawn, as words: runs that follow each other without any gap. */
export function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  for (const glyph of glyphs) {
    const word = words.at(-1);
    const last = word?.at(-1);
    if (word && last && follows(glyph, last)) word.push(glyph);
    else words.push([glyph]);
  }
  return words;
}
