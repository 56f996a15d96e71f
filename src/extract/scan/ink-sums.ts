import type { FlatBox } from './flat-picture.js';
import type { Grey } from './grey.js';

/** How much ink there is in any rectangle of a page, whatever its size, at the cost of four look-ups (a summed-area table). */
export class InkSums {
  readonly #width: number;
  readonly #height: number;
  /** For each pixel the ink above it and before it. */
  readonly #sums: Uint32Array;

  /** Counts the pixels of at least a darkness; ink in the boxes of `leftOut` is not counted. */
  constructor({ width, height, data }: Grey, threshold: number, leftOut: readonly FlatBox[] = []) {
    [this.#width, this.#height] = [width, height];
    const ink = new Uint8Array(data.length);
    for (let at = 0; at < ink.length; at += 1) if ((data[at] as number) >= threshold) ink[at] = 1;
    for (const { left, top, right, bottom } of leftOut)
      for (let row = top; row < bottom; row += 1) ink.fill(0, row * width + left, row * width + right);
    this.#sums = new Uint32Array((width + 1) * (height + 1));
    for (let y = 0; y < height; y += 1)
      for (let x = 0, before = 0; x < width; x += 1) {
        before += ink[y * width + x] as number;
        this.#sums[(y + 1) * (width + 1) + x + 1] = (this.#sums[y * (width + 1) + x + 1] as number) + before;
      }
  }

  /** The pixels of ink in a box, as far as it lies on the page. */
  within({ left, top, right, bottom }: FlatBox): number {
    const [x0, x1] = [Math.max(0, left), Math.min(this.#width, right)];
    const [y0, y1] = [Math.max(0, top), Math.min(this.#height, bottom)];
    if (x1 <= x0 || y1 <= y0) return 0;
    const sum = (x: number, y: number) => this.#sums[y * (this.#width + 1) + x] as number;
    return sum(x1, y1) - sum(x0, y1) - sum(x1, y0) + sum(x0, y0);
  }
}
