import type { Grey } from '../raster/raster.js';

/** Pixels of a strip are ink that are darker than this, of 255 for white. */
export const STRIP_INK = 170;

/** The pixels of ink in some columns of a strip. */
export function inkBetween({ width, height, data }: Grey, from: number, to: number): number {
  let count = 0;
  for (let column = Math.ceil(from); column < Math.min(width, to); column += 1)
    for (let at = column; at < height * width; at += width) if ((data[at] as number) < STRIP_INK) count += 1;
  return count;
}
