import { COLOURED } from './coloured-ink.js';
import type { FlatBox } from '../raster/rectangle.js';
import type { Grey } from '../raster/raster.js';
import { quantileOf } from '../raster/statistics.js';

/** The part of a seal's pixels that is darker than its ink alone: print lies under it. */
const UNDER_PRINT = 0.25;
/** Pixels. JPEG keeps colours at half the size: a seal's edge is darker than its colour there tells. */
const FRINGE = 3;
/** The lightest that print is, and how light paper is, of 255. */
const PRINT = 100;
const PAPER = 255;

/**
 * Takes a seal's ink off the paper within a box: the more colour a pixel has, the less light it needs to count as white. `colours` are
 * those of the whole picture; print under the seal stays.
 */
export function takeOffSeal(grey: Grey, colours: Uint8Array, box: FlatBox): void {
  const { width, data } = grey;
  const { ink, full } = inkOf(grey, colours, box);
  const before = data.slice();
  const around = (reach: number) => [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => reach * (y * width + x)));
  const [touching, near] = [around(1), around(FRINGE)];
  for (let row = box.top; row < box.bottom; row += 1)
    for (let at = row * width + box.left; at < row * width + box.right; at += 1) {
      const [light, difference] = [before[at] as number, colours[at] as number];
      const isEdge =
        difference < COLOURED &&
        light < PAPER &&
        near.some((offset) => (colours[at + offset] ?? 0) >= COLOURED) &&
        !touching.some((offset) => (before[at + offset] ?? PAPER) <= PRINT);
      const white = 255 - (255 - ink) * Math.min(1, difference / full);
      data[at] = isEdge ? PAPER : Math.min(PAPER, (light * PAPER) / white);
    }
}

/** How light a seal's ink is on blank paper, and how much colour it has. */
function inkOf({ width, data }: Grey, colours: Uint8Array, { left, top, right, bottom }: FlatBox) {
  const [lights, differences] = [new Uint32Array(256), new Uint32Array(256)];
  let inked = 0;
  for (let row = top; row < bottom; row += 1)
    for (let at = row * width + left; at < row * width + right; at += 1) {
      const [light, difference] = [data[at] as number, colours[at] as number];
      if (difference < COLOURED) continue;
      lights[light] = (lights[light] as number) + 1;
      differences[difference] = (differences[difference] as number) + 1;
      inked += 1;
    }
  return { ink: quantileOf(lights, inked * UNDER_PRINT), full: quantileOf(differences, inked / 2) };
}
