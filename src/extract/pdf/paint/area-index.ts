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

/** The areas of a page, to be looked up by place. */
export class AreaIndex {
  readonly #everywhere: Area[] = [];
  readonly #squares = new Map<string, Area[]>();

  /** `areas` in the order of painting. */
  constructor(areas: readonly Area[]) {
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
  near(box: Box): Area[] {
    const squares = squaresOf(box) ?? [...this.#squares.keys()];
    const found = squares.length === 1 ? (this.#squares.get(squares[0] ?? '') ?? []) : this.#distinct(squares);
    return [...this.#everywhere, ...found].filter(({ box: other }) => meet(box, other));
  }

  #distinct(squares: readonly string[]): Area[] {
    return [...new Set(squares.flatMap((key) => this.#squares.get(key) ?? []))];
  }
}

const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Null for too many of them. */
function squaresOf([x0, y0, x1, y1]: Box): string[] | null {
  const [left = 0, top = 0, right = 0, bottom = 0] = [x0, y0, x1, y1].map((place) => Math.floor(place / SQUARE_PT));
  const count = (right - left + 1) * (bottom - top + 1);
  if (!(count <= MOST_SQUARES) || ![left, top, right, bottom].every(Number.isSafeInteger)) return null;
  const keys: string[] = [];
  for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) keys.push(`${x},${y}`);
  return keys;
}
