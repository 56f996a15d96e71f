import type { Picture } from './picture.js';

/** A decoded picture with what is transparent about it. */
export interface Layer extends Omit<Picture, 'dpi'> {
  /** A byte a pixel, 255 for what covers; null where everything does. */
  readonly alpha: Uint8Array | null;
}

/** The kinds of pixels that pdf.js decodes to, as its `ImageKind` has them: a bit, three bytes or four bytes a pixel. */
const [BITS, RGB] = [1, 2];
export const RGBA = 3;

/** What pdf.js hands over for a picture. A stencil is of bits and tells no kind; it paints where they are 0. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly kind?: unknown;
}

/** A picture as pdf.js decoded it, in grey where it has no colours; null where it could not be decoded. */
export function layerOf(decoded: unknown, stencil: string | null): Layer | null {
  const pixels = pixelsFrom(decoded);
  if (pixels === null) return null;
  const { width, height, data, kind } = pixels;
  if (stencil !== null) return inColour(width, height, stencil, bytesOfBits(data, width, height, 255, 0));
  switch (kind) {
    case BITS:
      return { width, height, channels: 1, data: bytesOfBits(data, width, height, 0, 255), alpha: null };
    case RGB:
      return withoutColours({ width, height, channels: 3, data, alpha: null });
    case RGBA:
      return withoutColours({ width, height, ...apart(data, width * height) });
    default:
      return null;
  }
}

function pixelsFrom(value: unknown): Pixels | null {
  if (typeof value !== 'object' || value === null) return null;
  const { width, height, data, kind } = value as Record<string, unknown>;
  const isDecoded = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  return isDecoded && isSize(width) && isSize(height) ? { width, height, data, kind } : null;
}

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

/** Bits, each row on bytes of its own, as bytes of one of two values. What is missing at the end counts as 1. */
function bytesOfBits(bits: ArrayLike<number>, width: number, height: number, zero: number, one: number): Uint8Array {
  const rowBytes = (width + 7) >> 3;
  const bytes = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, to += 1) {
      const byte = bits[y * rowBytes + (x >> 3)] ?? 0xff;
      bytes[to] = ((byte >> (7 - (x & 7))) & 1) === 0 ? zero : one;
    }
  return bytes;
}

/** A colour, `#rrggbb`, that covers where `alpha` says; a pattern's colour is not known and counts as black. */
function inColour(width: number, height: number, colour: string, alpha: Uint8Array): Layer {
  const value = /^#[0-9a-f]{6}$/.test(colour) ? Number.parseInt(colour.slice(1), 16) : 0;
  const [red, green, blue] = [value >> 16, (value >> 8) & 0xff, value & 0xff];
  const isGrey = red === green && green === blue;
  const data = new Uint8Array(width * height * (isGrey ? 1 : 3));
  if (isGrey) return { width, height, channels: 1, data: data.fill(red), alpha };
  for (let at = 0; at < data.length; at += 3) data.set([red, green, blue], at);
  return { width, height, channels: 3, data, alpha };
}

/** RGBA as RGB and alpha. */
function apart(rgba: ArrayLike<number>, pixels: number): Pick<Layer, 'channels' | 'data' | 'alpha'> {
  const data = new Uint8Array(pixels * 3);
  const alpha = new Uint8Array(pixels);
  for (let at = 0, from = 0, to = 0; at < pixels; at += 1, from += 4, to += 3) {
    data[to] = rgba[from] ?? 0;
    data[to + 1] = rgba[from + 1] ?? 0;
    data[to + 2] = rgba[from + 2] ?? 0;
    alpha[at] = rgba[from + 3] ?? 0;
  }
  return { channels: 3, data, alpha };
}

/** An RGB picture, which may be shorter than its size says, in grey where its three channels are the same. */
function withoutColours({ width, height, data, alpha }: Omit<Layer, 'data'> & { data: Pixels['data'] }): Layer {
  const pixels = width * height;
  for (let at = 0; at + 2 < data.length; at += 3)
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) {
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      return { width, height, channels: 3, data: bytes, alpha };
    }
  const grey = new Uint8Array(pixels);
  for (let at = 0, from = 0; at < pixels; at += 1, from += 3) grey[at] = data[from] ?? 0;
  return { width, height, channels: 1, data: grey, alpha };
}
