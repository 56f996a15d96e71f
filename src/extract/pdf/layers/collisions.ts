import { ascendingBy } from '../../lattice/ascending.js';
import { centreOf, type Glyph } from '../../geometry/glyph.js';
import type { TextRun } from './text-run.js';

/** The part of two glyphs' widths, and of their heights, that must be common to them: letters that touch, and tight lines, share less. */
const COMMON = 0.35;
/** In ems. The same character this close is printed twice, to look bold or to cast a shadow. */
const OVERPRINT = 0.3;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** For each run, by its index, the indexes of those that are printed over it or under it. */
export function collisionsOf(runs: readonly TextRun[]): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  const ordered = ascendingBy(
    runs.map((run, index) => ({ run, index })),
    ({ run }) => run.box[1],
  );
  const open: typeof ordered = [];
  for (const next of ordered) {
    const [left, top, right] = next.run.box;
    let kept = 0;
    for (const other of open) {
      const { box } = other.run;
      if (box[3] <= top) continue;
      open[kept++] = other;
      if (box[0] >= right || box[2] <= left || !areOver(next.run, other.run)) continue;
      note(found, next.index, other.index);
      note(found, other.index, next.index);
    }
    open.length = kept;
    open.push(next);
  }
  return found;
}

function note(found: Map<number, Set<number>>, of: number, other: number): void {
  const others = found.get(of);
  if (others) others.add(other);
  else found.set(of, new Set([other]));
}

function areOver(a: TextRun, b: TextRun): boolean {
  const [some, others] = [a.glyphs.filter(mayCollide), b.glyphs.filter(mayCollide)];
  return some.some((glyph) => others.some((other) => isOver(glyph, other)));
}

/** Signs may be composed of several, as a circled digit is. */
const mayCollide = ({ text }: Glyph) => LETTER_OR_DIGIT.test(text);

function isOver(a: Glyph, b: Glyph): boolean {
  const [[ax, ay], [bx, by]] = [centreOf(a), centreOf(b)];
  const [dx, dy] = [Math.abs(ax - bx), Math.abs(ay - by)];
  const [width, height] = [widthOf(a) + widthOf(b), heightOf(a) + heightOf(b)];
  if (dx >= COMMON * width || dy >= COMMON * height) return false;
  return a.text !== b.text || Math.max(dx, dy) > OVERPRINT * Math.min(a.size, b.size);
}

/** Points, as the glyph stands: that of slanted ones is less than that of the box around them. */
const widthOf = ({ box, advance, style: { slant }, isVertical, direction }: Glyph) =>
  slant === 0 || isVertical || direction % 2 === 1 ? box[2] - box[0] : Math.min(advance, box[2] - box[0]);
const heightOf = ({ box, size }: Glyph) => Math.min(size, box[3] - box[1]);
