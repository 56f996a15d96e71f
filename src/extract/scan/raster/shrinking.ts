import type { Grey } from './raster.js';

/** The picture at `1 / factor` of its size (`factor` at least 1), each pixel the mean of the area that it stands for. */
export function shrunk(grey: Grey, factor: number): Grey {
  if (factor === 1) return grey;
  if (factor === 2) return halved(grey);
  return Number.isInteger(factor) ? shrunkByWhole(grey, factor) : shrunkByPart(grey, factor);
}

/** What scans of 300 dpi are shrunk by, in half the time. */
function halved({ width, height, data }: Grey): Grey {
  const [columns, rows] = [width >> 1, height >> 1];
  const small = new Uint8Array(columns * rows);
  for (let row = 0, to = 0; row < rows; row += 1)
    for (let column = 0, at = 2 * row * width; column < columns; column += 1, at += 2, to += 1) {
      const below = at + width;
      small[to] =
        ((data[at] as number) + (data[at + 1] as number) + (data[below] as number) + (data[below + 1] as number)) >> 2;
    }
  return { width: columns, height: rows, data: small };
}

function shrunkByWhole({ width, height, data }: Grey, factor: number): Grey {
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

/** Pixels at the sides of an area count as far as they lie in it. */
function shrunkByPart({ width, height, data }: Grey, factor: number): Grey {
  const [across, down] = [spansOf(width, factor), spansOf(height, factor)];
  const [columns, rows] = [across.first.length, down.first.length];
  const small = new Uint8Array(columns * rows);
  const sums = new Float32Array(width);
  for (let row = 0; row < rows; row += 1) {
    const [first, last] = [down.first[row] as number, down.last[row] as number];
    for (let y = first; y <= last; y += 1) {
      const part = y === first ? down.ofFirst[row] : y === last ? down.ofLast[row] : 1;
      const share = (part as number) / (factor * factor);
      const at = y * width;
      if (y === first) for (let x = 0; x < width; x += 1) sums[x] = share * (data[at + x] as number);
      else for (let x = 0; x < width; x += 1) sums[x] = (sums[x] as number) + share * (data[at + x] as number);
    }
    for (let column = 0, to = row * columns; column < columns; column += 1, to += 1) {
      const [from, end] = [across.first[column] as number, across.last[column] as number];
      let sum = 0.5 + (across.ofFirst[column] as number) * (sums[from] as number);
      for (let x = from + 1; x < end; x += 1) sum += sums[x] as number;
      small[to] = sum + (across.ofLast[column] as number) * (sums[end] as number);
    }
  }
  return { width: columns, height: rows, data: small };
}

/** For each pixel of a shrunk row or column the first and the last pixel that it stands for, and which part of those two it takes. */
interface Spans {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly ofFirst: Float64Array;
  readonly ofLast: Float64Array;
}

/** A pixel stands for more than one, so that its first and its last are two. */
function spansOf(length: number, factor: number): Spans {
  const count = Math.floor(length / factor);
  const starts = Float64Array.from({ length: count }, (_, at) => at * factor);
  const ends = starts.map((_, at) => Math.min(length, (at + 1) * factor));
  const first = Int32Array.from(starts, Math.floor);
  const last = Int32Array.from(ends, (end) => Math.ceil(end) - 1);
  return {
    first,
    last,
    ofFirst: starts.map((start, at) => (first[at] as number) + 1 - start),
    ofLast: ends.map((end, at) => end - (last[at] as number)),
  };
}
