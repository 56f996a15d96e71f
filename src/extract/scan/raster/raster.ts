/** A grey picture, one byte a pixel, row by row: 0 black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
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
