/** Which pixels of a rectangle are set, row by row: 1, else 0. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly mask: Uint8Array;
}

/** Ink that hangs together: its pixels in the mask, and the rectangle around it, counted from the ink's own corner. */
export interface Component {
  readonly pixels: Uint32Array;
  readonly left: number;
  readonly top: number;
  /** Not included, as `bottom`. */
  readonly right: number;
  readonly bottom: number;
}

/** The connected components of some ink (eight neighbours). */
export function componentsOf({ width, height, mask }: Mask): Component[] {
  // Pixels that are in no component yet.
  const rest = mask.slice();
  let count = 0;
  for (let at = 0; at < rest.length; at += 1) count += rest[at] as number;
  // The pixels of all components, one after the other, each pixel once.
  const queue = new Uint32Array(count);
  const components: Component[] = [];
  let end = 0;
  for (let start = rest.indexOf(1); start >= 0; start = rest.indexOf(1, start + 1)) {
    const first = end;
    queue[end] = start;
    end += 1;
    rest[start] = 0;
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let next = first; next < end; next += 1) {
      const at = queue[next] as number;
      const y = (at / width) | 0;
      const x = at - y * width;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
      const [from, to] = [x > 0 ? -1 : 0, x < width - 1 ? 1 : 0];
      for (let row = y > 0 ? y - 1 : y; row <= y + 1 && row < height; row += 1)
        for (let beside = row * width + x + from; beside <= row * width + x + to; beside += 1) {
          if (rest[beside] !== 1) continue;
          rest[beside] = 0;
          queue[end] = beside;
          end += 1;
        }
    }
    const pixels = queue.subarray(first, end);
    components.push({ pixels, left, top, right, bottom });
  }
  return components;
}
