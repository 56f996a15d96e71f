import type { FlatBox } from './flat-picture.js';
import type { Grey } from './grey.js';

/**
 * Ink that hangs together (eight neighbours) within a square of `size` pixels. Larger ink is left after as many pixels, so that a page
 * costs little more than a look at each of them.
 */
export function smallInk({ width, height, data }: Grey, threshold: number, size: number): FlatBox[] {
  const seen = new Uint8Array(data.length);
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const isInk = (at: number) => (data[at] as number) >= threshold;
  const boxes: FlatBox[] = [];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      // Every piece of ink has a pixel with none before it and none above it.
      if (!isInk(at) || seen[at] === 1 || isInk(at - 1) || isInk(at - width)) continue;
      const box = extentWithin(x, y);
      if (box) boxes.push(box);
    }
  return boxes;

  /** The extent of the ink around a pixel; null where it is larger. */
  function extentWithin(startX: number, startY: number): FlatBox | null {
    const found = [startY * width + startX];
    seen[found[0] as number] = 1;
    let [left, top, right, bottom] = [startX, startY, startX, startY];
    for (const at of found) {
      const [x, y] = [at % width, Math.floor(at / width)];
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
      const isAtSide = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      if (isAtSide || right - left >= size || bottom - top >= size) {
        for (const other of found) seen[other] = 0; // so that a part of it is not taken for a speck
        return null;
      }
      for (const step of around) {
        const near = at + step;
        if (!isInk(near) || seen[near] === 1) continue;
        seen[near] = 1;
        found.push(near);
      }
    }
    return { left, top, right: right + 1, bottom: bottom + 1 };
  }
}
