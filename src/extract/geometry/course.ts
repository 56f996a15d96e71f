import type { Glyph } from './glyph.js';

export type Vector = readonly [dx: number, dy: number];

/** Where a glyph's text runs to on the page, and the direction in which its next line lies: vectors of length 1, y downwards. */
export interface Course {
  readonly along: Vector;
  readonly across: Vector;
}

const QUARTERS: readonly Course[] = [
  { along: [1, 0], across: [0, 1] },
  { along: [0, 1], across: [-1, 0] },
  { along: [-1, 0], across: [0, -1] },
  { along: [0, -1], across: [1, 0] },
];
const UPRIGHT: Course = { along: [1, 0], across: [0, 1] };

/** The baseline's course, slant and all. */
export function courseOf({ direction, style: { slant } }: Pick<Glyph, 'direction' | 'style'>): Course {
  if (slant === 0) return QUARTERS[direction] ?? UPRIGHT;
  const angle = ((90 * direction + slant) * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return { along: [cosine, sine], across: [-sine, cosine] };
}
