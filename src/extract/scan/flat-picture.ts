import { groundAlong, type Ground } from './darkness.js';
import type { Flattening } from './flattening.js';
import type { Grey } from './grey.js';

/** Pixels. The page bends slowly: a piece of a row this long is straight. */
const STEP = 32;

/** The darkness of a page as it would be if it lay flat, at the size of the working picture. */
export function flattened(dark: Grey, { toPicture }: Flattening): Grey {
  const { width, height, data } = dark;
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    let [x0, y0] = toPicture(0, y);
    for (let start = 0; start < width; start += STEP) {
      const [x1, y1] = toPicture(start + STEP, y);
      const end = y * width + Math.min(width, start + STEP);
      const [stepX, stepY] = [(x1 - x0) / STEP, (y1 - y0) / STEP];
      let [fromX, fromY] = [x0 + 0.5, y0 + 0.5];
      for (let at = y * width + start; at < end; at += 1, fromX += stepX, fromY += stepY) {
        if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
        flat[at] = data[(fromY | 0) * width + (fromX | 0)] as number;
      }
      [x0, y0] = [x1, y1];
    }
  }
  return { width, height, data: flat };
}

/** A rectangle of the flat page, in pixels of the working picture. */
export interface FlatBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page's full picture, and how its working picture and its flat page lie on it. */
export interface SharpPage {
  readonly full: Grey;
  /** Pixels of the full picture for one of the working picture. */
  readonly factor: number;
  readonly ground: Ground;
  readonly flattening: Flattening;
}

/**
 * Cuts a rectangle of the flat page out of the full picture: its darkness, `scale` pixels for one of the working picture from top to bottom,
 * and `across` from left to right.
 */
export function cut(
  { full, factor, ground, flattening }: SharpPage,
  box: FlatBox,
  scale: number,
  across: number,
): Grey {
  const width = Math.max(1, Math.round((box.right - box.left) * across));
  const height = Math.max(1, Math.round((box.bottom - box.top) * scale));
  const out = new Uint8Array(width * height);
  const { data, width: fullWidth, height: fullHeight } = full;
  for (let row = 0; row < height; row += 1) {
    const flatY = box.top + (row + 0.5) / scale;
    const scales = groundAlong(ground, { y: flatY, from: box.left, step: 1 / across, count: width });
    for (let start = 0; start < width; start += STEP) {
      const [x0, y0] = flattening.toPicture(box.left + (start + 0.5) / across, flatY);
      const [x1, y1] = flattening.toPicture(box.left + (start + STEP + 0.5) / across, flatY);
      // A working pixel's middle is the middle of the full pixels that it stands for.
      const [stepX, stepY] = [((x1 - x0) / STEP) * factor, ((y1 - y0) / STEP) * factor];
      let [x, y] = [x0 * factor - 0.5, y0 * factor - 0.5];
      for (let column = start; column < Math.min(width, start + STEP); column += 1, x += stepX, y += stepY) {
        const [left, top] = [Math.floor(x), Math.floor(y)];
        if (left < 0 || top < 0 || left >= fullWidth - 1 || top >= fullHeight - 1) continue;
        const [dx, dy] = [x - left, y - top];
        const at = top * fullWidth + left;
        const upper = (data[at] as number) * (1 - dx) + (data[at + 1] as number) * dx;
        const lower = (data[at + fullWidth] as number) * (1 - dx) + (data[at + fullWidth + 1] as number) * dx;
        const light = ((upper * (1 - dy) + lower * dy) * 255) / (scales[column] as number);
        out[row * width + column] = light >= 255 ? 0 : 255 - light;
      }
    }
  }
  return { width, height, data: out };
}
