import type { Picture } from './picture/picture.js';

/** A grey picture, one byte a pixel, row by row: 0 black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * A picture in grey as black print needs it: a coloured pixel counts by its lightest channel, so that a seal, a stamp or a marker over
 * the print turns pale and the print stays.
 */
export function greyOf({ width, height, channels, data }: Picture): Grey {
  if (channels === 1) return { width, height, data };
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 3) {
    const [red, green, blue] = [data[from] as number, data[from + 1] as number, data[from + 2] as number];
    const lightest = red > green ? red : green;
    grey[at] = lightest > blue ? lightest : blue;
  }
  return { width, height, data: grey };
}

/** The picture at a whole fraction of its size, each pixel the mean of those that it stands for. */
export function shrunk({ width, height, data }: Grey, factor: number): Grey {
  if (factor === 1) return { width, height, data };
  const [columns, rows] = [Math.floor(width / factor), Math.floor(height / factor)];
  const small = new Uint8Array(columns * rows);
  const sums = new Uint32Array(columns);
  const area = factor * factor;
  for (let row = 0; row < rows; row += 1) {
    sums.fill(0);
    for (let y = row * factor; y < (row + 1) * factor; y += 1) {
      for (let column = 0, x = y * width; column < columns; column += 1) {
        let sum = sums[column] as number;
        for (let end = x + factor; x < end; x += 1) sum += data[x] as number;
        sums[column] = sum;
      }
    }
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) small[start + column] = (sums[column] as number) / area;
  }
  return { width: columns, height: rows, data: small };
}

/** The picture turned clockwise by quarter turns. */
export function turned(grey: Grey, turns: number): Grey {
  const quarter = ((turns % 4) + 4) % 4;
  if (quarter === 0) return grey;
  const { width, height, data } = grey;
  const [columns, rows] = quarter === 2 ? [width, height] : [height, width];
  const out = new Uint8Array(data.length);
  for (let y = 0, from = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, from += 1) {
      const to =
        quarter === 1
          ? x * columns + (height - 1 - y)
          : quarter === 2
            ? (height - 1 - y) * columns + (width - 1 - x)
            : (width - 1 - x) * columns + y;
      out[to] = data[from] as number;
    }
  }
  return { width: columns, height: rows, data: out };
}
