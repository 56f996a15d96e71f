import type { InkLine } from '../layout/cell-lines.js';
import { cut } from '../flatten/resample.js';
import type { FlatBox } from '../raster/rectangle.js';
import type { Grey } from '../raster/raster.js';
import type { PageLayout } from '../layout/page-layout.js';

/** Pixels of a strip: its height, and that of a line of print in it. Readers are trained on lines about this high. */
export const STRIP_HEIGHT = 48;
export const PRINT_HEIGHT = 36;
/** In line heights: what is left blank beside print, and on both sides of where a strip joins two lines. */
const MARGIN = 0.3;
const JOINT = 0.06;
/** In line heights. A longer strip is read worse than its parts. */
const LONGEST = 22;
/** By how much print is set narrower than it is. Readers take time by its width, and read long lines as well. */
const NARROW = 0.8;
/** How much closer a second look is cut. */
const CLOSER = 1.18;
/** In line heights. A line that is higher is set in larger type and cut at its own size. */
const LARGER = 1.35;

/** A piece of a cell's print that is read at once: a line, or short lines that go on one another, side by side. */
export interface Strip {
  readonly lines: readonly InkLine[];
  /** Within which the lines may be cut: the cell without its rules. */
  readonly within: FlatBox;
}

/** A strip to be read. */
export interface StripPictures {
  /** At its full width: for looks at its strokes, and for a reader that is asked for it alone. */
  readonly whole: Grey;
  /** As it is read at first: narrow where it is long. */
  readonly usual: Grey;
  /** Set narrower, to be read beside others. */
  readonly narrow: Grey;
  /** Cut closer, for a second look. */
  readonly closer: Grey;
}

/** Joins the lines of a cell that are the parts of one text and short enough to be read at once. */
export function stripsOf(
  lines: readonly InkLine[],
  within: FlatBox,
  line: number,
  isWrapped: (index: number) => boolean,
): Strip[] {
  const strips: { lines: InkLine[]; length: number }[] = [];
  lines.forEach((next, index) => {
    const length = (next.right - next.left) / line;
    const strip = strips.at(-1);
    if (strip && isWrapped(index - 1) && strip.length + length <= LONGEST) {
      strip.lines.push(next);
      strip.length += length;
    } else strips.push({ lines: [next], length });
  });
  return strips.map((strip) => ({ lines: strip.lines, within }));
}

/**
 * The part of what shines through that a closer look takes off: with it go the pale strokes of thin type. With half of it five of six
 * characters that were wrong on such pages of 200 dpi are read right, with a fifth of it no more.
 */
const TAKEN_OFF_CLOSER = 0.5;

/** How a strip is cut. */
export type StripCut = 'whole' | 'narrow' | 'closer';

/** The picture of a strip, black on white: `STRIP_HEIGHT` pixels high, its print at one size whatever the scan's. */
export function stripPicture(
  layout: PageLayout,
  { lines, within }: Strip,
  line: number,
  how: StripCut = 'whole',
): Grey {
  const tallest = Math.max(...lines.map(({ top, bottom }) => bottom - top));
  const height = tallest > LARGER * line ? tallest : line;
  const scale = (PRINT_HEIGHT * (how === 'closer' ? CLOSER : 1)) / height;
  const across = how === 'narrow' ? NARROW * scale : scale;
  const rows = STRIP_HEIGHT;
  const half = rows / scale / 2;
  const margin = MARGIN * height;
  const pieces = lines.map((piece, index) => {
    const middle = (piece.top + piece.bottom) / 2;
    const [above, below] = [lines[index - 1], lines[index + 1]];
    const box: FlatBox = {
      left: Math.max(within.left, piece.left - (index === 0 ? margin : JOINT * height)),
      right: Math.min(within.right, piece.right + (index === lines.length - 1 ? margin : JOINT * height)),
      top: middle - half,
      bottom: middle + half,
    };
    const clip = {
      top: Math.max(
        within.top,
        above && above.bottom <= piece.top ? (above.bottom + piece.top) / 2 : piece.top - margin,
      ),
      bottom: Math.min(
        within.bottom,
        below && below.top >= piece.bottom ? (below.top + piece.bottom) / 2 : piece.bottom + margin,
      ),
    };
    return {
      picture: cut(layout, box, scale, across),
      from: (clip.top - box.top) * scale,
      to: (clip.bottom - box.top) * scale,
    };
  });
  const width = pieces.reduce((sum, { picture }) => sum + picture.width, 0);
  const data = new Uint8Array(width * rows).fill(255);
  const paper = how === 'closer' ? layout.paper * TAKEN_OFF_CLOSER : layout.paper;
  const shades = shadesOf(paper, layout.print);
  let left = 0;
  for (const { picture, from, to } of pieces) {
    for (let row = Math.max(0, Math.floor(from)); row < Math.min(rows, picture.height, Math.ceil(to)); row += 1) {
      const start = row * picture.width;
      let at = row * width + left;
      for (let of = start; of < start + picture.width; of += 1, at += 1)
        data[at] = shades[picture.data[of] as number] as number;
    }
    left += picture.width;
  }
  return { width, height: rows, data };
}

/** For each darkness what it is between white paper and black print. */
function shadesOf(paper: number, print: number): Uint8ClampedArray {
  const full = 255 / (print - paper);
  return Uint8ClampedArray.from({ length: 256 }, (_, dark) => Math.trunc(255 - Math.max(0, dark - paper) * full));
}
