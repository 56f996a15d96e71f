import type { SharpPage } from '../flatten/resample.js';
import type { FlatBox } from '../raster/rectangle.js';
import type { Grey } from '../raster/raster.js';
import { smallInk } from '../raster/small-components.js';

const MILLIMETRES_PER_INCH = 25.4;
/** Millimetres. Larger ink is no speck; still larger no part of a punctuation mark. */
const LARGEST_MM = 0.55;
const MARK_MM = 1.2;
/** Millimetres of paper around a speck that stands free: no sign of a text stands so far from its letters. */
const FREE_MM = 2;
/** Millimetres of paper around a speck beside print, on a page with dust. */
const BESIDE_PRINT_MM = 0.9;
/** Millimetres between the two parts of a colon or a semicolon. */
const COLON_MM = 1.8;
/** Millimetres: a point stands so near behind a digit, and its foot so nearly on the digit's line; below is paper. */
const POINT_MM = 1.8;
const FOOT_MM = 0.4;
const BELOW_MM = 1.2;
/** Specks that stand free on a page with dust. */
const DUSTY = 12;
/** A page with more pieces of ink as small as marks is noise, or a photograph. */
const MOST_MARKS = 4_000;

/**
 * The specks of a page, from its darkness: ink that is smaller than print and stands apart from it. On a page with much dust specks count
 * that stand less apart, unless a point or a colon would stand there. Boxes in pixels; right and bottom are not included.
 */
export function specksOn(flat: Grey, dpi: number, threshold: number): FlatBox[] {
  const pixels = (millimetres: number) => Math.round((millimetres * dpi) / MILLIMETRES_PER_INCH);
  const marks = smallInk(flat, threshold, pixels(MARK_MM));
  if (marks.length > MOST_MARKS) return [];
  const largest = Math.max(2, pixels(LARGEST_MM));
  const small = marks.filter(({ left, top, right, bottom }) => right - left <= largest && bottom - top <= largest);
  if (small.length === 0) return [];
  const print = copyOf(flat);
  for (const box of small) fill(print, box, 0);
  const hasPrint: HasPrint = (box) => holdsAtLeast(print, box, threshold);
  const standsApart = (box: FlatBox, margin: number) => !hasPrint(grown(box, margin));
  const free = small.filter((box) => standsApart(box, pixels(FREE_MM)));
  if (free.length < DUSTY) return free;
  const isFree = new Set(free);
  return small.filter(
    (box) =>
      isFree.has(box) ||
      (standsApart(box, pixels(BESIDE_PRINT_MM)) &&
        !isPoint(box, hasPrint, pixels) &&
        !marks.some((mark) => isColon(box, mark, pixels(COLON_MM)))),
  );
}

/** Whether there is print in a box; specks are none. */
type HasPrint = (box: FlatBox) => boolean;

/** True where a pixel of the box is so dark. */
function holdsAtLeast({ width, height, data }: Grey, { left, top, right, bottom }: FlatBox, dark: number): boolean {
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  for (let row = Math.max(0, top); row < Math.min(height, bottom); row += 1)
    for (let at = row * width + from; at < row * width + to; at += 1) if ((data[at] as number) >= dark) return true;
  return false;
}

const grown = ({ left, top, right, bottom }: FlatBox, by: number): FlatBox => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** True where the print before a speck stands on the same line as the speck does, as that before a decimal point. */
function isPoint({ left, bottom }: FlatBox, hasPrint: HasPrint, pixels: (millimetres: number) => number): boolean {
  const before = { left: left - pixels(POINT_MM), right: left };
  const foot = { ...before, top: bottom - pixels(FOOT_MM), bottom: bottom + pixels(FOOT_MM) };
  const below = { ...before, top: foot.bottom, bottom: bottom + pixels(BELOW_MM) };
  return hasPrint(foot) && !hasPrint(below);
}

/** True for two marks that stand one above the other. */
function isColon(box: FlatBox, mark: FlatBox, gap: number): boolean {
  if (mark === box || mark.left > box.right || mark.right < box.left) return false;
  const between = Math.max(mark.top - box.bottom, box.top - mark.bottom);
  return between > 0 && between <= gap;
}

/** The page without specks and the blur around them. */
export function withoutSpecks<Page extends SharpPage & { readonly flat: Grey }>(
  page: Page,
  specks: readonly FlatBox[],
): Page {
  if (specks.length === 0) return page;
  const [flat, full] = [copyOf(page.flat), copyOf(page.full)];
  for (const speck of specks) {
    const box = grown(speck, 1);
    fill(flat, box, 0);
    fill(full, onFullPicture(page, box), WHITE);
  }
  return { ...page, flat, full };
}

function onFullPicture({ flattening, factor }: SharpPage, { left, top, right, bottom }: FlatBox): FlatBox {
  const [x0, y0] = flattening.toPicture(left, top);
  const [x1, y1] = flattening.toPicture(right, bottom);
  return {
    left: Math.floor(x0 * factor),
    top: Math.floor(y0 * factor),
    right: Math.ceil(x1 * factor),
    bottom: Math.ceil(y1 * factor),
  };
}

const WHITE = 255;
const copyOf = ({ width, height, data }: Grey): Grey => ({ width, height, data: data.slice() });

function fill({ width, height, data }: Grey, { left, top, right, bottom }: FlatBox, value: number): void {
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  for (let row = Math.max(0, top); row < Math.min(height, bottom); row += 1)
    data.fill(value, row * width + from, row * width + to);
}
