import type { Grey } from '../raster/raster.js';
import { quantileOf } from '../raster/statistics.js';

/** Pixels of a working picture. A tile is larger than a character and smaller than a shadow. */
const TILE = 32;
/** The part of a tile's pixels that is darker than its ground, where text is densest. */
const GROUND_QUANTILE = 0.8;
/** Darker ground than this is none: a scanner's lid, a table edge in a photograph. */
const DARKEST_GROUND = 60;

/** The paper's own grey over the page, by tiles: shadows, grey ground and shaded cells are in it, print is not. */
export interface Ground {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: Float32Array;
}

export function groundOf(grey: Grey): Ground {
  const [columns, rows] = [Math.ceil(grey.width / TILE), Math.ceil(grey.height / TILE)];
  const tiles = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      const [right, bottom] = [Math.min(grey.width, (column + 1) * TILE), Math.min(grey.height, (row + 1) * TILE)];
      let pixels = 0;
      for (let y = row * TILE; y < bottom; y += 1)
        for (let x = column * TILE; x < right; x += 1, pixels += 1) {
          const value = grey.data[y * grey.width + x] as number;
          counts[value] = (counts[value] as number) + 1;
        }
      tiles[row * columns + column] = Math.max(DARKEST_GROUND, quantileOf(counts, pixels * GROUND_QUANTILE));
    }
  }
  return smoothed(withSlopes(lightestAround({ columns, rows, tiles })));
}

/** Tiles full of print take the ground of the tiles around them. */
const lightestAround = (ground: Ground) => overNeighbours(ground, (values) => Math.max(...values));
const darkestAround = (ground: Ground) => overNeighbours(ground, (values) => Math.min(...values));

/** By the ground: what tiles around one differ by at least where a shadow lies; those of dense print differ by less. */
const SLOPE = 0.05;

/** In a shadow the lightest ground around a tile is that of its lighter side: there the slope is put back to where it was (grey closing). */
function withSlopes(lightest: Ground): Ground {
  const closed = darkestAround(lightest);
  const tiles = lightest.tiles.map((light, at) => {
    const dark = closed.tiles[at] as number;
    return light - dark > SLOPE * light ? dark : light;
  });
  return { ...lightest, tiles };
}

const smoothed = (ground: Ground) =>
  overNeighbours(ground, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);

function overNeighbours({ columns, rows, tiles }: Ground, combine: (values: readonly number[]) => number): Ground {
  const combined = tiles.map((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const values: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1)
        values.push(tiles[y * columns + x] as number);
    return combine(values);
  });
  return { columns, rows, tiles: combined };
}

/** The ground at a point of the working picture, between the tiles' middles. */
export function groundAt(ground: Ground, x: number, y: number): number {
  return groundAlong(ground, { y, from: x, step: 0, count: 1 })[0] as number;
}

/** The ground along a row of the working picture, between the tiles' middles; `step` pixels apart from `from`. */
function groundAlong(
  { columns, rows, tiles }: Ground,
  {
    y,
    from,
    step,
    count,
  }: { readonly y: number; readonly from: number; readonly step: number; readonly count: number },
): Float32Array {
  const row = Math.min(Math.max(y / TILE - 0.5, 0), rows - 1);
  const top = Math.floor(row);
  const below = row - top;
  const upper = tiles.subarray(top * columns, (top + 1) * columns);
  const bottom = Math.min(top + 1, rows - 1);
  const lower = tiles.subarray(bottom * columns, (bottom + 1) * columns);
  const grounds = new Float32Array(count);
  for (let index = 0, x = from; index < count; index += 1, x += step) {
    const column = Math.min(Math.max(x / TILE - 0.5, 0), columns - 1);
    const left = column | 0;
    const right = left + 1 < columns ? left + 1 : left;
    const beside = column - left;
    const above = (upper[left] as number) * (1 - beside) + (upper[right] as number) * beside;
    const under = (lower[left] as number) * (1 - beside) + (lower[right] as number) * beside;
    grounds[index] = above * (1 - below) + under * below;
  }
  return grounds;
}

/** The ground changes slowly: one row of it serves so many. */
const ROWS_SERVED = 8;

/** A picture of how much darker than its ground each pixel is: 0 as the paper, 255 black. */
export function darknessOf({ width, height, data }: Grey, ground: Ground): Grey {
  const dark = new Uint8Array(data.length);
  let scales = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    if (y % ROWS_SERVED === 0)
      scales = groundAlong(ground, { y: y + ROWS_SERVED / 2, from: 0, step: 1, count: width }).map(
        (value) => 255 / value,
      );
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const light = (data[at] as number) * (scales[x] as number);
      dark[at] = light >= 255 ? 0 : 255 - light;
    }
  }
  return { width, height, data: dark };
}
