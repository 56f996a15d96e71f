import type { PageItem } from '../pages/page-reading.js';
import { mapBox } from '../geometry/box.js';
import type { Glyph } from '../geometry/glyph.js';
import { multiply, type Matrix } from '../geometry/matrix.js';
import type { PageSetting } from './operators/page-setting.js';

/** Degrees: five, and what a rounding adds. A page that lies askew by more is not printed so by accident. */
const MOST_SKEW = 5.2;
/** Degrees. Less moves the end of a line by no more than a rule is thick. */
const LEAST_SKEW = 0.02;
/** Degrees. Slants that differ by less are one. */
const SAME_SLANT = 0.1;
/** The part of the glyphs that are slanted by no more than a page may be, and of all glyphs, that must be slanted alike. */
const [MOST, LEAST] = [0.5, 0.2];

/** The degrees by which a page's text is turned clockwise when most of it is, all alike and by a little; else 0. */
export function skewOf(glyphs: readonly Glyph[]): number {
  let small = 0;
  const slants = new Map<number, { count: number; sum: number }>();
  if (glyphs.every(({ style }) => style.slant === 0)) return 0;
  for (const {
    style: { slant },
  } of glyphs) {
    if (Math.abs(slant) > MOST_SKEW) continue; // a watermark, a seal
    small += 1;
    const key = Math.round(slant / SAME_SLANT);
    const alike = slants.get(key) ?? { count: 0, sum: 0 };
    slants.set(key, { count: alike.count + 1, sum: alike.sum + slant });
  }
  for (const { count, sum } of slants.values()) {
    const skew = sum / count;
    const isMost = count >= MOST * small && count >= LEAST * glyphs.length;
    if (isMost && Math.abs(skew) >= LEAST_SKEW) return skew;
  }
  return 0;
}

/** A turn by so many degrees clockwise around a page's middle, as the page is shown. */
export function turnAround({ width, height }: Pick<PageSetting, 'width' | 'height'>, degrees: number): Matrix {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y] = [width / 2, height / 2];
  return [cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y];
}

/** A page's setting with the page turned anticlockwise, so that text which is turned clockwise by so much stands upright. */
export function uprighted(setting: PageSetting, skew: number): PageSetting {
  const turn = turnAround(setting, -skew);
  const bounds = mapBox(turn, [0, 0, setting.width, setting.height]);
  return { ...setting, matrix: multiply(turn, setting.matrix), bounds };
}

/** The same items with the boxes of lines and cells as they lie on the page. Tables keep their edges: parts of one are joined by them. */
export function asTheyLie(items: readonly PageItem[], back: Matrix): PageItem[] {
  return items.map((item) => {
    if ('line' in item)
      return { line: { ...item.line, box: item.line.box === null ? null : mapBox(back, item.line.box) } };
    const cells = item.table.cells.map((cell) => ({ ...cell, box: mapBox(back, cell.box) }));
    return { table: { ...item.table, cells } };
  });
}
