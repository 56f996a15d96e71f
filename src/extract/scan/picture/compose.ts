import type { Box } from '../../../schema/sheet.js';
import { areaOf, intersect, mapBox, unite } from '../../geometry/box.js';
import { inverse, multiply, type Matrix } from '../../geometry/matrix.js';
import type { Layer } from './layer.js';
import type { Picture } from './picture.js';

/** A layer where it lies on the page. */
export interface PlacedLayer {
  readonly layer: Layer;
  /** From the unit square, whose upper edge (y = 1) is the layer's, to the upright page in points. */
  readonly matrix: Matrix;
  /** What of the page it may be painted on. */
  readonly clip: Box;
}

export interface PlacedPicture {
  readonly picture: Picture;
  /** Points, origin top left of the page as shown upright. */
  readonly box: Box;
}

const POINTS_PER_INCH = 72;
/** The part of the whole from which a layer's resolution counts: a logo may be much finer than the scan. */
const LEAST_PART = 0.1;
/** The part by which two resolutions may differ and are one: pages' sizes are rounded to whole points or pixels. */
const ROUNDING = 0.02;
/** Pixels down for each one across, below which a layer is straight: three pixels over a page. */
const ASKEW = 0.001;

/**
 * One picture of layers that lie on a page, the later ones above, on white, at the finest resolution among them and with square pixels.
 * A layer that is alone and lies straight keeps each of its pixels as it is. Null where there would be none, or more than `most`.
 */
export function compose(layers: readonly PlacedLayer[], most: number): PlacedPicture | null {
  const box = unite(layers.map(shownOf));
  const dpi = resolutionOf(layers, areaOf(box));
  const whole = layers.length === 1 ? layers.flatMap((placed) => turned(placed, box)) : [];
  const picture = whole[0] ?? flattened(layers, box, dpi, most);
  return picture === null ? null : { picture: { ...picture, dpi }, box };
}

const shownOf = ({ matrix, clip }: PlacedLayer): Box => intersect(mapBox(matrix, [0, 0, 1, 1]), clip);

/** Pixels for each inch along a layer's own rows and columns. */
function densitiesOf({ layer, matrix: [a, b, c, d] }: PlacedLayer): [number, number] {
  return [(layer.width * POINTS_PER_INCH) / Math.hypot(a, b), (layer.height * POINTS_PER_INCH) / Math.hypot(c, d)];
}

function resolutionOf(layers: readonly PlacedLayer[], whole: number): number {
  const large = layers.filter((placed) => areaOf(shownOf(placed)) >= LEAST_PART * whole);
  return Math.max(...(large.length > 0 ? large : layers).flatMap(densitiesOf));
}

type Pixels = Omit<Picture, 'dpi'>;

/** The layer alone, turned and flipped as it lies; nothing where it lies askew, is cut off or seen through, or its pixels aren't square. */
function turned(placed: PlacedLayer, box: Box): Pixels[] {
  const { layer, matrix } = placed;
  const { width, height, channels, alpha } = layer;
  const [across, down] = densitiesOf(placed);
  const pixel = POINTS_PER_INCH / Math.max(across, down);
  const isCut = mapBox(matrix, [0, 0, 1, 1]).some((edge, index) => !(Math.abs(edge - (box[index] ?? NaN)) <= pixel));
  if (alpha !== null || isCut || !(Math.abs(across / down - 1) <= ROUNDING)) return [];
  // In points along the page: how far it is from one end of a row, or of a column, to the other.
  const [a, b, c, d] = matrix;
  const isLevel = Math.abs(b) <= pixel && Math.abs(c) <= pixel;
  const isUpright = Math.abs(a) <= pixel && Math.abs(d) <= pixel;
  if (!isLevel && !isUpright) return [];
  // The next pixel across and down on the page, in the layer's own columns and rows. On the page y runs down, in the unit square up.
  const right = isLevel ? [Math.sign(a), 0] : [0, -Math.sign(c)];
  const below = isLevel ? [0, -Math.sign(d)] : [Math.sign(b), 0];
  const isFromRight = right[0] === -1 || below[0] === -1;
  const isFromBottom = right[1] === -1 || below[1] === -1;
  const start = (isFromRight ? width - 1 : 0) + (isFromBottom ? height - 1 : 0) * width;
  const [stepRight = 0, stepBelow = 0] = [right, below].map(([x = 0, y = 0]) => x + y * width);
  const size = isLevel ? { width, height } : { width: height, height: width };
  if (stepRight === 1 && stepBelow === width) return [{ ...size, channels, data: layer.data }];
  return [{ ...size, channels, data: walked(layer, size, start, stepRight, stepBelow) }];
}

function walked(
  { channels, data }: Layer,
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  start: number,
  stepRight: number,
  stepBelow: number,
): Uint8Array {
  const result = new Uint8Array(width * height * channels);
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0, from = (start + y * stepBelow) * channels; x < width; x += 1, from += stepRight * channels)
      for (let channel = 0; channel < channels; channel += 1, to += 1) result[to] = data[from + channel] ?? 255;
  return result;
}

function flattened(layers: readonly PlacedLayer[], box: Box, dpi: number, most: number): Pixels | null {
  const scale = dpi / POINTS_PER_INCH;
  const [width, height] = [Math.round((box[2] - box[0]) * scale), Math.round((box[3] - box[1]) * scale)];
  if (!(width >= 1 && height >= 1 && width * height <= most)) return null;
  const channels = layers.every(({ layer }) => layer.channels === 1) ? 1 : 3;
  const pixels: Pixels = { width, height, channels, data: new Uint8Array(width * height * channels).fill(255) };
  const toPage: Matrix = [1 / scale, 0, 0, 1 / scale, box[0], box[1]];
  for (const placed of layers) paint(placed, pixels, toPage);
  return pixels;
}

function paint({ layer, matrix, clip }: PlacedLayer, target: Pixels, toPage: Matrix): void {
  const toLayer = inverse(multiply(matrix, [1 / layer.width, 0, 0, -1 / layer.height, 0, 1]));
  const toTarget = inverse(toPage);
  if (toLayer === null || toTarget === null) return;
  const [a, b, c, d, e, f] = multiply(toLayer, toPage);
  const sample = samplerOf(layer, isPixelForPixel([a, b, c, d, e, f]));
  const [x0, y0, x1, y1] = mapBox(toTarget, intersect(mapBox(matrix, [0, 0, 1, 1]), clip));
  const [left, top] = [Math.max(0, Math.floor(x0)), Math.max(0, Math.floor(y0))];
  const [right, bottom] = [Math.min(target.width, Math.ceil(x1)), Math.min(target.height, Math.ceil(y1))];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const [column, row] = [a * (x + 0.5) + c * (y + 0.5) + e, b * (x + 0.5) + d * (y + 0.5) + f];
      const inside = column >= 0 && row >= 0 && column < layer.width && row < layer.height;
      if (!inside) continue;
      const to = (y * target.width + x) * target.channels;
      const cover = sample(column, row, ALPHA) / 255;
      for (let channel = 0; channel < target.channels; channel += 1) {
        const above = sample(column, row, layer.channels === 1 ? 0 : channel);
        const below = target.data[to + channel] ?? 255;
        target.data[to + channel] = Math.round(below + (above - below) * cover);
      }
    }
}

/** True where the layer's pixels are as large as the target's, and lie straight. */
function isPixelForPixel([a, b, c, d]: Matrix): boolean {
  const isOne = (value: number) => Math.abs(Math.abs(value) - 1) <= ROUNDING;
  const isNone = (value: number) => Math.abs(value) <= ASKEW;
  return (isOne(a) && isOne(d) && isNone(b) && isNone(c)) || (isOne(b) && isOne(c) && isNone(a) && isNone(d));
}

const ALPHA = -1;
type Sampler = (column: number, row: number, channel: number) => number;

/** A layer's value at a place in its own pixels: of the pixel there, or of the four around it by their distance. */
function samplerOf({ width, height, channels, data, alpha }: Layer, isNearest: boolean): Sampler {
  const at = (x: number, y: number, channel: number): number => {
    const pixel = Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x));
    return (channel === ALPHA ? (alpha === null ? 255 : alpha[pixel]) : data[pixel * channels + channel]) ?? 255;
  };
  if (isNearest) return (column, row, channel) => at(Math.floor(column), Math.floor(row), channel);
  return (column, row, channel) => {
    const [x, y] = [Math.floor(column - 0.5), Math.floor(row - 0.5)];
    const [across, down] = [column - 0.5 - x, row - 0.5 - y];
    const upper = at(x, y, channel) * (1 - across) + at(x + 1, y, channel) * across;
    const lower = at(x, y + 1, channel) * (1 - across) + at(x + 1, y + 1, channel) * across;
    return upper * (1 - down) + lower * down;
  };
}
