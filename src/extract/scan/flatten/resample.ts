import { groundAt, type Ground } from './background.js';
import type { Flattening } from './dewarp.js';
import type { Grey } from '../raster/raster.js';
import type { FlatBox } from '../raster/rectangle.js';

/** Pixels of the working picture. The page bends slowly: a piece of a row this long is straight. */
const STEP = 32;
/** The same of a square within which the ground changes evenly too: half a tile of it; and pixels of a cut that a square has at least. */
const EVEN = 16;
const SMALLEST = 4;

/** The darkness of a page as it would be if it lay flat, at the size of the working picture. */
export function flattened(dark: Grey, { toPicture }: Flattening): Grey {
  const { width, height, data } = dark;
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    let [x0, y0] = toPicture(0, y);
    for (let start = 0; start < width; start += STEP) {
      const [x1, y1] = toPicture(start + STEP, y);
      const end = y * width + Math.min(width, start + STEP);
      const [stepX, stepY] = [(x1 - x0) / STEP, (y1 - y0) / STEP];
      let [fromX, fromY] = [x0 + 0.5, y0 + 0.5];
      for (let at = y * width + start; at < end; at += 1, fromX += stepX, fromY += stepY) {
        if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
        flat[at] = data[(fromY | 0) * width + (fromX | 0)] as number;
      }
      [x0, y0] = [x1, y1];
    }
  }
  return { width, height, data: flat };
}

/** A page's full picture, and how its working picture and its flat page lie on it. */
export interface SharpPage {
  readonly full: Grey;
  /** Pixels of the full picture for one of the working picture. */
  readonly factor: number;
  readonly ground: Ground;
  readonly flattening: Flattening;
}

/**
 * Cuts a rectangle of the flat page out of the full picture: its darkness, `scale` pixels for one of the working picture from top to bottom,
 * and `across` from left to right.
 */
export function cut(page: SharpPage, box: FlatBox, scale: number, across: number): Grey {
  const width = Math.max(1, Math.round((box.right - box.left) * across));
  const height = Math.max(1, Math.round((box.bottom - box.top) * scale));
  const out = { width, height, data: new Uint8Array(width * height) };
  const placeAt = (column: number, row: number) =>
    placeOn(page, box.left + (column + 0.5) / across, box.top + (row + 0.5) / scale);
  const size = Math.max(SMALLEST, Math.round(EVEN * Math.min(scale, across)));
  for (let top = 0; top < height; top += size)
    for (let left = 0; left < width; left += size) {
      const [right, bottom] = [left + size, top + size];
      const corners = [placeAt(left, top), placeAt(right, top), placeAt(left, bottom), placeAt(right, bottom)] as const;
      cutSquare(page.full, out, { left, top, size }, corners);
    }
  return out;
}

/** A point of the full picture, and what a pixel's light there is to be multiplied with so that paper is white. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly brightening: number;
}

/** Where a point of the flat page, in pixels of the working picture, lies on the full one. */
function placeOn({ factor, ground, flattening }: SharpPage, flatX: number, flatY: number): Place {
  const [x, y] = flattening.toPicture(flatX, flatY);
  // A working pixel's middle is the middle of the full pixels that it stands for.
  return { x: x * factor - 0.5, y: y * factor - 0.5, brightening: 255 / groundAt(ground, flatX, flatY) };
}

const between = (one: Place, other: Place, part: number): Place => ({
  x: one.x + (other.x - one.x) * part,
  y: one.y + (other.y - one.y) * part,
  brightening: one.brightening + (other.brightening - one.brightening) * part,
});

type Corners = readonly [upperLeft: Place, upperRight: Place, lowerLeft: Place, lowerRight: Place];

/** Cuts a square of `size` pixels, within which everything changes evenly from corner to corner. */
function cutSquare(
  { data, width, height }: Grey,
  out: Grey,
  { left, top, size }: { readonly left: number; readonly top: number; readonly size: number },
  [upperLeft, upperRight, lowerLeft, lowerRight]: Corners,
): void {
  const rows = Math.min(size, out.height - top);
  const columns = Math.min(size, out.width - left);
  for (let row = 0; row < rows; row += 1) {
    const first = between(upperLeft, lowerLeft, row / size);
    const last = between(upperRight, lowerRight, row / size);
    const stepX = (last.x - first.x) / size;
    const stepY = (last.y - first.y) / size;
    const stepBrightening = (last.brightening - first.brightening) / size;
    let { x, y, brightening } = first;
    const start = (top + row) * out.width + left;
    for (let to = start; to < start + columns; to += 1, x += stepX, y += stepY, brightening += stepBrightening) {
      if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue;
      const column = x | 0;
      const line = y | 0;
      const right = x - column;
      const down = y - line;
      const above = line * width + column;
      const below = above + width;
      const upper = (data[above] as number) * (1 - right) + (data[above + 1] as number) * right;
      const lower = (data[below] as number) * (1 - right) + (data[below + 1] as number) * right;
      const light = (upper * (1 - down) + lower * down) * brightening;
      out.data[to] = light >= 255 ? 0 : 255 - light;
    }
  }
}
