import type { Box } from '../schema/sheet.js';

/** A grey raster of a page: 0 is black, one byte a pixel. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** So many boxes tell. */
const SAMPLE = 80;
/** Pixels to each side of a box's edge in which its rule is looked for: pages lie a little askew. */
const REACH = 3;
/** The part of an edge that is left out at each end, where other rules cross. */
const INSET = 0.25;
/** Rules lie so much better under the edges after a turn that it was turned. Of 255. */
const SURER = 8;

/**
 * The quarter turns clockwise after which rules lie under the edges of boxes that were read on the page: a scan's boxes are those of the
 * page as its readers turned it. 0 where no turn is better.
 *
 * @param scale pixels of the raster for each unit of the boxes
 */
export function turnOfBoxes(raster: Raster, boxes: readonly Box[], scale: number): number {
  const step = Math.max(1, Math.floor(boxes.length / SAMPLE));
  const sample = boxes.filter((_, index) => index % step === 0);
  const darkness = [0, 1, 2, 3].map((turns) => {
    const darkAt = darknessAfter(raster, turns);
    const sum = sample.reduce((total, box) => total + edgesOf(darkAt, box, scale), 0);
    return sum / Math.max(1, sample.length);
  });
  const best = Math.max(...darkness);
  return best > (darkness[0] ?? 0) + SURER ? darkness.indexOf(best) : 0;
}

type DarkAt = (x: number, y: number) => number;

/** How dark a pixel of the turned raster is, 0 to 255; 0 beside it. */
function darknessAfter({ width, height, data }: Raster, turns: number): DarkAt {
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : 255 - (data[y * width + x] ?? 255);
  switch (turns) {
    case 1:
      return (x, y) => at(y, height - 1 - x);
    case 2:
      return (x, y) => at(width - 1 - x, height - 1 - y);
    case 3:
      return (x, y) => at(width - 1 - y, x);
    default:
      return at;
  }
}

/** The mean darkness of the darkest line beside each edge of a box. */
function edgesOf(darkAt: DarkAt, box: Box, scale: number): number {
  const [x0, y0, x1, y1] = box.map((value) => Math.round(value * scale)) as [number, number, number, number];
  const [across, down] = [inner(x0, x1), inner(y0, y1)];
  const darkest = (edge: number, along: readonly number[], dark: (edge: number, at: number) => number) => {
    let most = 0;
    for (let offset = -REACH; offset <= REACH; offset += 1) {
      const sum = along.reduce((total, at) => total + dark(edge + offset, at), 0);
      most = Math.max(most, sum / Math.max(1, along.length));
    }
    return most;
  };
  const level = (y: number, x: number) => darkAt(x, y);
  return (
    (darkest(y0, across, level) + darkest(y1, across, level) + darkest(x0, down, darkAt) + darkest(x1, down, darkAt)) /
    4
  );
}

function inner(from: number, to: number): number[] {
  const inset = Math.floor((to - from) * INSET);
  return Array.from({ length: Math.max(1, to - from - 2 * inset) }, (_, index) => from + inset + index);
}
