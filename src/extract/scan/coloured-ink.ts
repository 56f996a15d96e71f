import type { Grey } from './grey.js';
import type { FlatBox } from './flat-picture.js';

/** Where a page has coloured ink: seals over the print, and print itself. Boxes in pixels, whole ones; right and bottom not included. */
export interface ColouredInk {
  readonly seals: readonly FlatBox[];
  readonly print: readonly FlatBox[];
}

/** The difference between a pixel's channels, of 255, from which it is coloured ink: paper turns yellow, and JPEG tints print. */
export const COLOURED = 80;
/** Inches. A tile is about half a character. */
const TILE_IN = 0.08;
/** The part of a tile's pixels that ink covers at least. */
const LEAST_INK = 0.03;
/** Tiles. Ink this near hangs together, as a seal's broken ring does. */
const NEAR = 2;
/** Inches. Official seals are 1.5 to 2.4 across; a part may be pale, or off the page. */
const SEAL_IN = [0.9, 2.6] as const;
/** The longer side of a seal by its shorter one. */
const ROUND = 1.5;

/**
 * Tells seals from coloured print: a seal's ink hangs together, is as large as a seal and about as wide as high; what lies within is its
 * star and its words. `colours` holds for each pixel how far its lightest and its darkest channel are apart; `dpi` are pixels an inch.
 */
export function colouredInkOf(colours: Grey, dpi: number): ColouredInk {
  const tile = Math.max(4, Math.round(TILE_IN * dpi));
  const boxes = groupsOf(inkedTiles(colours, tile)).map(({ left, top, right, bottom }) => ({
    left: Math.max(0, (left - 1) * tile),
    top: Math.max(0, (top - 1) * tile),
    right: Math.min(colours.width, (right + 1) * tile),
    bottom: Math.min(colours.height, (bottom + 1) * tile),
  }));
  const seals = boxes.filter((box) => {
    const [least = 0, most = 0] = [box.right - box.left, box.bottom - box.top].sort((a, b) => a - b);
    return least >= SEAL_IN[0] * dpi && most <= SEAL_IN[1] * dpi && most <= ROUND * least;
  });
  return { seals, print: boxes.filter((box) => !seals.some((seal) => isWithin(box, seal))) };
}

const isWithin = (box: FlatBox, other: FlatBox) =>
  box.left >= other.left && box.right <= other.right && box.top >= other.top && box.bottom <= other.bottom;

interface Tiles {
  readonly columns: number;
  readonly rows: number;
  /** 1 for a tile with ink. */
  readonly inked: Uint8Array;
}

function inkedTiles({ width, height, data }: Grey, tile: number): Tiles {
  const [columns, rows] = [Math.ceil(width / tile), Math.ceil(height / tile)];
  const counts = new Uint32Array(columns * rows);
  for (let at = 0, y = 0; y < height; y += 1) {
    const row = Math.floor(y / tile) * columns;
    for (let x = 0; x < width; x += 1, at += 1) {
      if ((data[at] as number) < COLOURED) continue;
      const index = row + Math.floor(x / tile);
      counts[index] = (counts[index] as number) + 1;
    }
  }
  return { columns, rows, inked: Uint8Array.from(counts, (count) => Number(count >= LEAST_INK * tile * tile)) };
}

/** The boxes around inked tiles that hang together, in tiles. */
function groupsOf({ columns, rows, inked }: Tiles): FlatBox[] {
  const left = inked.slice();
  const boxes: FlatBox[] = [];
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] !== 1) continue;
    left[start] = 0;
    const group = [start];
    const box = { left: columns, top: rows, right: 0, bottom: 0 };
    for (let next = 0; next < group.length; next += 1) {
      const at = group[next] as number;
      const [column, row] = [at % columns, Math.floor(at / columns)];
      box.left = Math.min(box.left, column);
      box.top = Math.min(box.top, row);
      box.right = Math.max(box.right, column + 1);
      box.bottom = Math.max(box.bottom, row + 1);
      for (let y = Math.max(0, row - NEAR); y <= Math.min(rows - 1, row + NEAR); y += 1)
        for (let x = Math.max(0, column - NEAR); x <= Math.min(columns - 1, column + NEAR); x += 1) {
          const near = y * columns + x;
          if (left[near] !== 1) continue;
          left[near] = 0;
          group.push(near);
        }
    }
    boxes.push(box);
  }
  return boxes;
}
