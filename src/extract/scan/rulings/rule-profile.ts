import type { Ruling } from '../../lattice/ruling.js';
import type { Flattening } from '../flatten/dewarp.js';
import type { AxisPicture } from '../flatten/rule-traces.js';

/** Pixels to both sides of a rule's middle where its paper is. */
const BESIDE = 5;
/** Pixels. A rule wavers so much about its place. */
const WAVER = 2;
/** Paper beside a rule is at most so dark, by the rule's own darkness. */
const PALE = 0.4;
/** Pixels. The page bends slowly: between places this far apart it is straight. */
const STEP = 16;

/** The darkness along a rule, a pixel each: on it, as blurred and as it is, and on its two sides. */
export interface Profile {
  readonly on: Float32Array;
  readonly sharp: Float32Array;
  readonly before: Float32Array;
  readonly behind: Float32Array;
  /** Pixels from the rule's place to where it is darkest. */
  readonly aside: Int8Array;
  /** 1 where ink goes on from the rule to this side. */
  readonly grownBefore: Uint8Array;
  readonly grownBehind: Uint8Array;
}

/** Follows a rule through the picture, which bends. */
export function profileOf(
  { axis, at, from, to }: Ruling,
  { toPicture }: Flattening,
  { dark, streaks }: AxisPicture,
): Profile {
  const { width, height, data } = streaks;
  const length = Math.max(1, Math.floor(to - from));
  const [on, sharp] = [new Float32Array(length), new Float32Array(length)];
  const [before, behind] = [new Float32Array(length), new Float32Array(length)];
  const aside = new Int8Array(length);
  const [grownBefore, grownBehind] = [new Uint8Array(length), new Uint8Array(length)];
  const place = (along: number): [number, number] => {
    if (axis === 'horizontal') return toPicture(along, at);
    const [x, y] = toPicture(at, along);
    return [y, x];
  };
  for (let start = 0; start < length; start += STEP) {
    const [x, y] = place(from + start);
    const [endX, endY] = place(from + start + STEP);
    for (let step = 0; step < STEP && start + step < length; step += 1) {
      const column = Math.round(x + ((endX - x) * step) / STEP);
      const row = Math.round(y + ((endY - y) * step) / STEP);
      if (column < 0 || column >= width || row < BESIDE + WAVER || row >= height - BESIDE - WAVER) continue;
      const middle = darkestAround(data, row * width + column, width);
      on[start + step] = data[middle] as number;
      aside[start + step] = (middle - row * width - column) / width;
      sharp[start + step] = Math.max(
        dark.data[middle - width] as number,
        dark.data[middle] as number,
        dark.data[middle + width] as number,
      );
      const [near, far] = [(BESIDE - 1) * width, BESIDE * width];
      before[start + step] = Math.max(data[middle - near] as number, data[middle - far] as number);
      behind[start + step] = Math.max(data[middle + near] as number, data[middle + far] as number);
      const pale = PALE * (on[start + step] as number);
      if (isGrown(dark.data, middle, -width, pale)) grownBefore[start + step] = 1;
      if (isGrown(dark.data, middle, width, pale)) grownBehind[start + step] = 1;
    }
  }
  return { on, sharp, before, behind, aside, grownBefore, grownBehind };
}

/** True where there is ink all the way from a rule to its paper; `across` is the step from a pixel to the next across the rule. */
function isGrown(data: Uint8Array, middle: number, across: number, pale: number): boolean {
  for (let offset = 1; offset <= BESIDE; offset += 1)
    if ((data[middle + offset * across] as number) <= pale) return false;
  return true;
}

/** The darkest pixel within a rule's wavering across it. */
function darkestAround(data: Uint8Array, at: number, width: number): number {
  let best = at;
  for (let offset = -WAVER; offset <= WAVER; offset += 1)
    if ((data[at + offset * width] as number) > (data[best] as number)) best = at + offset * width;
  return best;
}

/** What tells how a segment stands: the part of it that is dark, its median darkness, and the parts that have paper on the better and the other side. */
export function measuresOf({ on, before, behind }: Profile, start: number, end: number, threshold: number) {
  const dark: number[] = [];
  let [freeBefore, freeBehind] = [0, 0];
  for (let at = start; at < end; at += 1) {
    const value = on[at] as number;
    if (value < threshold) continue;
    dark.push(value);
    const pale = PALE * value;
    if ((before[at] as number) <= pale) freeBefore += 1;
    if ((behind[at] as number) <= pale) freeBehind += 1;
  }
  const count = Math.max(1, dark.length);
  return {
    covered: dark.length / Math.max(1, end - start),
    median: medianOf(dark),
    free: Math.max(freeBefore, freeBehind) / count,
    freeBeside: Math.min(freeBefore, freeBehind) / count,
  };
}

/** The middle value of some; 0 of none. */
export function medianOf(values: ArrayLike<number>): number {
  const ordered = Float32Array.from(values).sort();
  return ordered[ordered.length >> 1] ?? 0;
}
