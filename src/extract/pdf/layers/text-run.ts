import type { Box } from '../../../schema/sheet.js';
import type { Glyph, Style } from '../../geometry/glyph.js';
import { courseOf } from '../../geometry/course.js';

/** Glyphs that are painted one after the other, look alike and follow each other along one baseline. */
export interface TextRun {
  /** With blanks. */
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  /** The first that is no blank. */
  readonly first: Glyph;
  readonly box: Box;
  readonly style: Style;
  /** Points, of its em. */
  readonly size: number;
}

/** In ems. The next glyph of a run stands no further behind the last one, and no further beside its baseline. */
const [FURTHEST, BESIDE] = [1.5, 0.3];
/** In ems. How far it may reach back over the last one. */
const BACK = 0.5;
/** How much two sizes of one run may differ. */
const SAME_SIZE = 1.02;

/** The runs of a page's glyphs, which come in the order in which they are painted; runs of blanks alone are left out. */
export function textRunsOf(glyphs: readonly Glyph[]): TextRun[] {
  const runs: TextRun[] = [];
  let run: Glyph[] = [];
  let last: Glyph | undefined;
  const close = () => {
    const closed = runOf(run);
    if (closed !== null) runs.push(closed);
  };
  for (const glyph of glyphs) {
    if (last && looksAlike(last, glyph) && follows(last, glyph)) run.push(glyph);
    else {
      close();
      run = [glyph];
    }
    last = glyph;
  }
  close();
  return runs;
}

function runOf(glyphs: readonly Glyph[]): TextRun | null {
  let text = '';
  let first: Glyph | undefined;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const glyph of glyphs) {
    text += glyph.text;
    if (glyph.text.trim() === '') continue;
    first ??= glyph;
    const { box } = glyph;
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
  }
  return first
    ? { glyphs, text: text.trim(), first, box: [x0, y0, x1, y1], style: first.style, size: first.size }
    : null;
}

function looksAlike(a: Glyph, b: Glyph): boolean {
  if (a.direction !== b.direction || a.size > SAME_SIZE * b.size || b.size > SAME_SIZE * a.size) return false;
  return a.style === b.style || isSameStyle(a.style, b.style);
}

/** True for styles that differ by nothing but their place in the order of painting. */
export const isSameStyle = (a: Style, b: Style) =>
  a.colour === b.colour && a.alpha === b.alpha && a.slant === b.slant && a.origin === b.origin;

function follows(before: Glyph, after: Glyph): boolean {
  const { along, across } = courseOf(before);
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const gap = dx * along[0] + dy * along[1] - before.advance;
  const beside = Math.abs(dx * across[0] + dy * across[1]);
  return gap <= FURTHEST * before.size && gap >= -BACK * before.size && beside <= BESIDE * before.size;
}
