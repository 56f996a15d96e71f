import { dpiOf, type Picture } from '../picture/picture.js';
import type { Grey } from '../raster/raster.js';
import type { FlatBox } from '../raster/rectangle.js';
import { colouredInkOf } from './coloured-ink.js';
import { takeOffSeal } from './remove-seal.js';

/**
 * A picture in grey as reading needs it: coloured print is as dark as it looks; under a seal or a stamp its own ink counts as paper, so
 * that it vanishes and the print stays; elsewhere a pixel's lightest channel counts, so that tinted paper is pale.
 */
export function greyOf(picture: Picture, dpi = dpiOf(picture)): Grey {
  const { width, height, channels, data } = picture;
  if (channels === 1) return { width, height, data };
  const [light, colours] = [new Uint8Array(width * height), new Uint8Array(width * height)];
  for (let at = 0, from = 0; at < light.length; at += 1, from += 3) {
    const [red, green, blue] = [data[from] as number, data[from + 1] as number, data[from + 2] as number];
    const lightest = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const darkest = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    light[at] = lightest;
    colours[at] = lightest - darkest;
  }
  const grey = { width, height, data: light };
  const { seals, print } = colouredInkOf({ width, height, data: colours }, dpi);
  for (const box of print) darken(light, picture, box);
  for (const box of seals) takeOffSeal(grey, colours, box);
  return grey;
}

/** Gives the pixels of a box the lightness that the eye sees (Rec. 601). */
function darken(grey: Uint8Array, { width, data }: Picture, { left, top, right, bottom }: FlatBox): void {
  for (let row = top; row < bottom; row += 1)
    for (let at = row * width + left, from = at * 3; at < row * width + right; at += 1, from += 3)
      grey[at] =
        0.299 * (data[from] as number) + 0.587 * (data[from + 1] as number) + 0.114 * (data[from + 2] as number);
}
