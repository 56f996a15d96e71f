import type { Ink } from './text-lines.js';
import { componentsOf } from '../raster/components.js';
import { type CellInk, DASH_HEIGHT, type InkLine, withoutRemains } from './cell-lines.js';

/** Of the longer stroke's length: two strokes of one sign lie over one another by this much. */
const OVER = 0.7;
/** In line heights: how near they are. */
const NEXT = 0.6;
/** In line heights: pale ink that is higher is no blur around a dash. */
const HIGHER = 0.4;

/**
 * A dash that is part of a sign or a digit is print: thin strokes come out as dark as they fall on pixels. Of = one is paler than ink, or
 * both run together where their edges meet; of a worn 7 the stem is pale. In `pale` ink the dash has one more of its length over or below
 * it, or something higher than a dash; in `dark` ink it is two. With several more strokes around it it stays a dash.
 */
export function dashOrSign(ink: CellInk, pale: Ink, dark: Ink, line: number): CellInk {
  const [dash] = ink.kind === 'dash' ? ink.lines : [];
  if (!dash) return ink;
  const parts = strokesOf(dark, line).filter((part) => isWithin(part, dash));
  const [upper, lower] = parts;
  if (upper && lower && parts.length === 2 && areOver(upper, lower, line)) return { kind: 'print', lines: [dash] };
  const strokes = strokesOf(pale, line);
  const stem = strokes.find((stroke) => stroke.bottom - stroke.top > HIGHER * line && overlap(stroke, dash) > 0);
  if (stem) return { kind: 'print', lines: [around(dash, stem)] };
  const [other, more] = strokes.filter((stroke) => areOver(stroke, dash, line));
  return other && !more ? { kind: 'print', lines: [around(dash, other)] } : ink;
}

const strokesOf = (ink: Ink, line: number) =>
  componentsOf(withoutRemains(ink, line)).map(({ left, top, right, bottom }): InkLine => ({
    left: left + ink.left,
    top: top + ink.top,
    right: right + ink.left,
    bottom: bottom + ink.top,
  }));

const isWithin = (part: InkLine, whole: InkLine) =>
  part.left >= whole.left && part.right <= whole.right && part.top >= whole.top && part.bottom <= whole.bottom;

/** Pixels that two pieces of ink have over one another; below 0 where they stand beside each other. */
const overlap = (one: InkLine, other: InkLine) => Math.min(one.right, other.right) - Math.max(one.left, other.left);

/** True where two thin strokes of about one length lie over one another, and near. */
function areOver(one: InkLine, other: InkLine, line: number): boolean {
  const over = overlap(one, other);
  const apart = Math.max(one.top - other.bottom, other.top - one.bottom);
  const isAlike = over >= OVER * Math.max(one.right - one.left, other.right - other.left);
  const areThin = [one, other].every(({ top, bottom }) => bottom - top <= DASH_HEIGHT * line);
  return isAlike && areThin && apart > 0 && apart <= NEXT * line;
}

const around = (one: InkLine, other: InkLine): InkLine => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});
