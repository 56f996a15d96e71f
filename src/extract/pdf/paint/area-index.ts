import type { Box } from '../../../schema/sheet.js';

/** A part of the page that is filled. Points, origin top left, as shown upright. */
export interface Area {
  readonly box: Box;
  /** Its place in the order of painting. */
  readonly order: number;
  /** `#rrggbb`, or that it is not known. */
  readonly colour: string;
  /** True where it hides what was painted there before, in all of its box. */
  readonly isOpaque: boolean;
}

/** Points. The side of the squares by which areas are looked up: some ten lines of text. */
const SQUARE_PT = 128;
/** Squares. An area over more of them is looked at everywhere: pages may be of any size. */
const MOST_SQUARES = 256;
/** Squares. What lies further from the page's corner is looked at everywhere: pages may be of any size. */
const FURTHEST = 100_000;
/** So few areas are as quickly looked at one by one. */
const FEW_AREAS = 4;

/** The areas of a page, to be looked up by place. */
export class AreaIndex {
  readonly #everywhere: Area[] = [];
  readonly #squares = new Map<number, Area[]>();

  readonly isEmpty: boolean;

  /** `areas` in the order of painting. */
  constructor(areas: readonly Area[]) {
    this.isEmpty = areas.length === 0;
    if (areas.length <= FEW_AREAS) {
      this.#everywhere.push(...areas);
      return;
    }
    for (const area of areas) {
      const squares = squaresOf(area.box);
      if (squares === null) this.#everywhere.push(area);
      for (const key of squares ?? []) {
        const square = this.#squares.get(key);
        if (square) square.push(area);
        else this.#squares.set(key, [area]);
      }
    }
  }

  /** The areas that may reach into a box; some may be given twice where it is large. */
  near(box: Box): readonly Area[] {
    let areas: Area[] | null = null;
    for (const area of this.#everywhere) if (meet(box, area.box)) (areas ??= []).push(area);
    if (this.#squares.size === 0) return areas ?? NONE;
    const squares = squaresOf(box) ?? [...this.#squares.keys()];
    const [first = 0] = squares;
    const found = squares.length === 1 ? (this.#squares.get(first) ?? []) : this.#distinct(squares);
    for (const area of found) if (meet(box, area.box)) (areas ??= []).push(area);
    return areas ?? NONE;
  }

  #distinct(squares: readonly number[]): Area[] {
    return [...new Set(squares.flatMap((key) => this.#squares.get(key) ?? []))];
  }
}

const NONE: readonly Area[] = [];

const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Null for too many of them. */
function squaresOf([x0, y0, x1, y1]: Box): number[] | null {
  const [left, top] = [Math.floor(x0 / SQUARE_PT), Math.floor(y0 / SQUARE_PT)];
  const [right, bottom] = [Math.floor(x1 / SQUARE_PT), Math.floor(y1 / SQUARE_PT)];
  const count = (right - left + 1) * (bottom - top + 1);
  const isOnPage = left >= -FURTHEST && top >= -FURTHEST && right <= FURTHEST && bottom <= FURTHEST;
  if (!isOnPage || !(count <= MOST_SQUARES)) return null;
  const keys: number[] = [];
  for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) keys.push(x * 2 * FURTHEST + y);
  return keys;
}
