import type { Grey } from '../../src/extract/scan/raster/raster.js';

/** A grey page to draw on, white at first; what is drawn stays within it. */
export class DrawnPage implements Grey {
  readonly data: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    ground = 255,
  ) {
    this.data = new Uint8Array(width * height).fill(ground);
  }

  /** Fills a rectangle; `right` and `bottom` are not included. */
  fill(left: number, top: number, right: number, bottom: number, value = 0): this {
    for (let y = Math.max(0, top); y < Math.min(bottom, this.height); y += 1)
      this.data.fill(value, y * this.width + Math.max(0, left), y * this.width + Math.min(right, this.width));
    return this;
  }

  /** A line of print: blocks with gaps between them, as far from a rule as letters are. */
  print(left: number, top: number, letters: number, size = 20): this {
    for (let index = 0; index < letters; index += 1) {
      const x = left + index * (size + 3);
      this.fill(x, top, x + size, top + 3).fill(x + (size >> 1) - 2, top, x + (size >> 1) + 2, top + size);
      this.fill(x + 2, top + size - 3, x + size - 2, top + size);
    }
    return this;
  }

  /** Each pixel as it is where `from` leads from it, between pixels by their shares. */
  warped(from: (x: number, y: number) => readonly [x: number, y: number], ground = 255): DrawnPage {
    const out = new DrawnPage(this.width, this.height, ground);
    const at = (x: number, y: number) =>
      x < 0 || y < 0 || x >= this.width || y >= this.height ? ground : (this.data[y * this.width + x] as number);
    for (let y = 0; y < this.height; y += 1)
      for (let x = 0; x < this.width; x += 1) {
        const [fromX, fromY] = from(x, y);
        const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
        const [dx, dy] = [fromX - left, fromY - top];
        const upper = at(left, top) * (1 - dx) + at(left + 1, top) * dx;
        const lower = at(left, top + 1) * (1 - dx) + at(left + 1, top + 1) * dx;
        out.data[y * this.width + x] = Math.round(upper * (1 - dy) + lower * dy);
      }
    return out;
  }
}
