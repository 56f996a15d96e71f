import type { FlatBox, SharpPage } from './flat-picture.js';
import type { Grey } from './grey.js';

const MILLIMETRES_PER_INCH = 25.4;
/** Millimetres. Larger ink is no speck; still larger no part of a punctuation mark. */
const LARGEST_MM = 0.55;
const MARK_MM = 1.2;
/** Millimetres of paper around a speck that stands free: no sign of a text stands so far from its letters. */
const FREE_MM = 2;
/** Millimetres of paper around a speck beside print, on a page with dust: a point is nearer to the digit before it. */
const BESIDE_PRINT_MM = 0.9;
/** Millimetres between the two parts of a colon or a semicolon. */
const COLON_MM = 1.8;
/** Specks that stand free on a page with dust. */
const DUSTY = 12;
/** A page with more pieces of ink as small as marks is noise, or a photograph. */
const MOST_MARKS = 4_000;

/**
 * The specks of a page, from its darkness: ink that is smaller than print and stands apart from it. On a page with much dust specks count
 * that stand less apart. Boxes in pixels; right and bottom are not included.
 */
export function specksOn(flat: Grey, dpi: number, threshold: number): FlatBox[] {
  const pixels = (millimetres: number) => Math.round((millimetres * dpi) / MILLIMETRES_PER_INCH);
  const marks = smallInk(flat, threshold, pixels(MARK_MM));
  if (marks.length > MOST_MARKS) return [];
  const largest = Math.max(2, pixels(LARGEST_MM));
  const small = marks.filter(({ left, top, right, bottom }) => right - left <= largest && bottom - top <= largest);
  if (small.length === 0) return [];
  const paper = new Paper(flat, threshold, small);
  const free = small.filter((box) => paper.surrounds(box, pixels(FREE_MM)));
  if (free.length < DUSTY) return free;
  const isFree = new Set(free);
  const isPunctuation = (box: FlatBox) => marks.some((mark) => isColon(box, mark, pixels(COLON_MM)));
  const beside = small.filter((box) => !isFree.has(box) && paper.surrounds(box, pixels(BESIDE_PRINT_MM)));
  return [...free, ...beside.filter((box) => !isPunctuation(box))];
}

/** True for two marks that stand one above the other. */
function isColon(box: FlatBox, mark: FlatBox, gap: number): boolean {
  if (mark === box || mark.left > box.right || mark.right < box.left) return false;
  const between = Math.max(mark.top - box.bottom, box.top - mark.bottom);
  return between > 0 && between <= gap;
}

/** The page without specks and the blur around them. */
export function withoutSpecks<Page extends SharpPage & { readonly flat: Grey }>(
  page: Page,
  specks: readonly FlatBox[],
): Page {
  if (specks.length === 0) return page;
  const [flat, full] = [copyOf(page.flat), copyOf(page.full)];
  for (const speck of specks) {
    const { left, top, right, bottom } = {
      left: speck.left - 1,
      top: speck.top - 1,
      right: speck.right + 1,
      bottom: speck.bottom + 1,
    };
    fill(flat, { left, top, right, bottom }, 0);
    const corners = [page.flattening.toPicture(left, top), page.flattening.toPicture(right, bottom)].map(([x, y]) => [
      x * page.factor,
      y * page.factor,
    ]);
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = corners;
    fill(full, { left: Math.floor(x0), top: Math.floor(y0), right: Math.ceil(x1), bottom: Math.ceil(y1) }, WHITE);
  }
  return { ...page, flat, full };
}

const WHITE = 255;
const copyOf = ({ width, height, data }: Grey): Grey => ({ width, height, data: data.slice() });

function fill({ width, height, data }: Grey, { left, top, right, bottom }: FlatBox, value: number): void {
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  for (let row = Math.max(0, top); row < Math.min(height, bottom); row += 1)
    data.fill(value, row * width + from, row * width + to);
}

/** Ink that hangs together (eight neighbours) within a square of `size` pixels. */
function smallInk({ width, height, data }: Grey, threshold: number, size: number): FlatBox[] {
  const seen = new Uint8Array(data.length);
  const isInk = (at: number) => (data[at] as number) >= threshold;
  const boxes: FlatBox[] = [];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      // Every piece of ink has a pixel with none before it and none above it.
      if (!isInk(at) || seen[at] === 1 || isInk(at - 1) || isInk(at - width)) continue;
      const box = extentWithin(x, y);
      if (box) boxes.push(box);
    }
  return boxes;

  /** The extent of the ink around a pixel; null where it is larger. */
  function extentWithin(startX: number, startY: number): FlatBox | null {
    const found = [startY * width + startX];
    seen[found[0] as number] = 1;
    let [left, top, right, bottom] = [startX, startY, startX, startY];
    for (const at of found) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      const isAtSide = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      if (isAtSide || right - left >= size || bottom - top >= size) {
        for (const other of found) seen[other] = 0; // so that a part of it is not taken for a speck
        return null;
      }
      for (const near of [
        at - width - 1,
        at - width,
        at - width + 1,
        at - 1,
        at + 1,
        at + width - 1,
        at + width,
        at + width + 1,
      ])
        if (isInk(near) && seen[near] === 0) {
          seen[near] = 1;
          found.push(near);
        }
    }
    return { left, top, right: right + 1, bottom: bottom + 1 };
  }
}

/** What is neither print nor a rule, small ink included: sums over rectangles. */
class Paper {
  readonly #width: number;
  readonly #height: number;
  /** For each pixel the ink above it and before it. */
  readonly #sums: Uint32Array;

  constructor({ width, height, data }: Grey, threshold: number, small: readonly FlatBox[]) {
    [this.#width, this.#height] = [width, height];
    const ink = new Uint8Array(data.length);
    for (let at = 0; at < ink.length; at += 1) if ((data[at] as number) >= threshold) ink[at] = 1;
    for (const { left, top, right, bottom } of small)
      for (let row = top; row < bottom; row += 1) ink.fill(0, row * width + left, row * width + right);
    this.#sums = new Uint32Array((width + 1) * (height + 1));
    for (let y = 0; y < height; y += 1)
      for (let x = 0, before = 0; x < width; x += 1) {
        before += ink[y * width + x] as number;
        this.#sums[(y + 1) * (width + 1) + x + 1] = (this.#sums[y * (width + 1) + x + 1] as number) + before;
      }
  }

  /** True where a box has only paper around it for so many pixels. */
  surrounds({ left, top, right, bottom }: FlatBox, margin: number): boolean {
    const [x0, x1] = [Math.max(0, left - margin), Math.min(this.#width, right + margin)];
    const [y0, y1] = [Math.max(0, top - margin), Math.min(this.#height, bottom + margin)];
    const sum = (x: number, y: number) => this.#sums[y * (this.#width + 1) + x] as number;
    return sum(x1, y1) - sum(x0, y1) - sum(x1, y0) + sum(x0, y0) === 0;
  }
}
