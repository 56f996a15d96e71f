import type { Grey } from '../raster/raster.js';
import { quantileOf } from '../raster/statistics.js';

/** Darkness of 255: less is a scanner's noise. */
const NOISE = 20;
/** By the darkness of the page's own print: what shines through is paler than this, and has nothing darker than that beside it. */
const PALE = 0.3;
const OWN = 0.45;
/** Pixels around one, in which the blurred edge of its own print would have its core. */
const REACH = 2;
/** Of the nine pixels at one so many are pale, itself among them: noise stands alone. */
const TOGETHER = 6;
/** Pixels at the page's edge, a centimetre at the 150 dpi of a working picture, in which hardly any print stands: where a shadow falls off there, the paper looks pale. */
const EDGE = 64;
/** The part of the page's print that pale ink covers at least where a page shines through. */
const LEAST_PART = 0.05;
/** The part of what shines through that is no darker than what counts, and how much is added for the rest. */
const MOST = 0.98;
const ABOVE = 1.1;

/**
 * How dark ink is that shines through from the page behind, or a watermark, of 255; 0 where there is none. It is pale throughout, where
 * print is pale at its edges only. `print` is how dark the page's own print is.
 */
export function shiningThrough({ width, height, data }: Grey, print: number): number {
  const [pale, own] = [PALE * print, OWN * print];
  const counts = new Uint32Array(256);
  let [shining, printed] = [0, 0];
  for (let y = EDGE; y < height - EDGE; y += 1)
    for (let x = EDGE, at = y * width + EDGE; x < width - EDGE; x += 1, at += 1) {
      const value = data[at] as number;
      if (value >= own) printed += 1;
      if (value < NOISE || value >= pale || !hasNoCore(at)) continue;
      counts[value] = (counts[value] as number) + 1;
      shining += 1;
    }
  if (shining === 0 || shining < LEAST_PART * printed) return 0;
  return ABOVE * quantileOf(counts, MOST * shining);

  /** True for a pixel of ink that is pale all around it. */
  function hasNoCore(at: number): boolean {
    let together = 0;
    for (let row = -REACH; row <= REACH; row += 1)
      for (let column = -REACH; column <= REACH; column += 1) {
        const value = data[at + row * width + column] as number;
        if (value >= own) return false;
        if (value >= NOISE && Math.abs(row) <= 1 && Math.abs(column) <= 1) together += 1;
      }
    return together >= TOGETHER;
  }
}
