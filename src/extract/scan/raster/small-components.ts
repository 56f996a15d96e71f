import type { FlatBox } from './rectangle.js';
import type { Grey } from './raster.js';

const LOOKED_AT = 1;
const LARGER = 2;

/**
 * Ink that hangs together (eight neighbours) within a square of `size` pixels. Larger ink is left as soon as it outgrows the square, or
 * meets ink that did, so that a page costs little more than a look at each of its pixels.
 */
export function smallInk({ width, height, data }: Grey, threshold: number, size: number): FlatBox[] {
  /** What a pixel's ink is known to be: looked at, or larger. */
  const known = new Uint8Array(data.length);
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const boxes: FlatBox[] = [];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1, at = y * width + 1; x < width - 1; x += 1, at += 1) {
      // Most of a page is paper. Every piece of ink has a pixel with none before it and none above it.
      if ((data[at] as number) < threshold || known[at] !== 0) continue;
      if ((data[at - 1] as number) >= threshold || (data[at - width] as number) >= threshold) continue;
      const box = extentWithin(x, y);
      if (box) boxes.push(box);
    }
  return boxes;

  /** The extent of the ink around a pixel; null where it is larger. */
  function extentWithin(startX: number, startY: number): FlatBox | null {
    const found = [startY * width + startX];
    known[found[0] as number] = LOOKED_AT;
    let [left, top, right, bottom] = [startX, startY, startX, startY];
    let isLarger = false;
    for (let next = 0; next < found.length && !isLarger; next += 1) {
      const at = found[next] as number;
      const y = (at / width) | 0;
      const x = at - y * width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      isLarger = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      isLarger ||= right - left >= size || bottom - top >= size;
      for (let step = 0; step < around.length && !isLarger; step += 1) {
        const near = at + (around[step] as number);
        if ((data[near] as number) < threshold || known[near] === LOOKED_AT) continue;
        isLarger = known[near] === LARGER;
        known[near] = LOOKED_AT;
        found.push(near);
      }
    }
    if (isLarger) {
      for (const at of found) known[at] = LARGER; // so that a part of it is not taken for a speck
      return null;
    }
    return { left, top, right: right + 1, bottom: bottom + 1 };
  }
}
