import { componentsOf, type Mask } from '../raster/components.js';
import type { FlatBox } from '../raster/rectangle.js';
import type { Grey } from '../raster/raster.js';

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
  const boxes = componentsOf(tilesNearInk(colours, tile)).map(({ left, top, right, bottom }) => ({
    left: left * tile,
    top: top * tile,
    right: Math.min(colours.width, right * tile),
    bottom: Math.min(colours.height, bottom * tile),
  }));
  const seals = boxes.filter((box) => {
    const [least = 0, most = 0] = [box.right - box.left, box.bottom - box.top].sort((a, b) => a - b);
    return least >= SEAL_IN[0] * dpi && most <= SEAL_IN[1] * dpi && most <= ROUND * least;
  });
  return { seals, print: boxes.filter((box) => !seals.some((seal) => isWithin(box, seal))) };
}

const isWithin = (box: FlatBox, other: FlatBox) =>
  box.left >= other.left && box.right <= other.right && box.top >= other.top && box.bottom <= other.bottom;

/** Tiles with ink and those around them, so that ink hangs together over a gap, as the pieces of a seal's broken ring do. */
function tilesNearInk({ width, height, data }: Grey, tile: number): Mask {
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
  const mask = new Uint8Array(counts.length);
  counts.forEach((count, at) => {
    if (count < LEAST_INK * tile * tile) return;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
      mask.fill(1, y * columns + Math.max(0, column - 1), y * columns + Math.min(columns, column + 2));
  });
  return { width: columns, height: rows, mask };
}
