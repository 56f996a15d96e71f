import type { Ruling } from '../lattice/ruling.js';
import type { Box } from '../../schema/sheet.js';

/** How much longer than thick a rule is. What is drawn less long is a frame. */
const LEAST_SLENDER = 6;

/** What an OCR program saw as a rule or a frame: the rule along its middle, or the frame's four sides. */
export function rulingsOf(box: Box): Ruling[] {
  const [x0, y0, x1, y1] = box;
  const [width, height] = [x1 - x0, y1 - y0];
  if (width >= LEAST_SLENDER * height) return [{ axis: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1 }];
  if (height >= LEAST_SLENDER * width) return [{ axis: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1 }];
  return sidesOf(box);
}

/** The four sides of a box, as those of a cell. */
export const sidesOf = ([x0, y0, x1, y1]: Box): Ruling[] => [
  { axis: 'horizontal', at: y0, from: x0, to: x1 },
  { axis: 'horizontal', at: y1, from: x0, to: x1 },
  { axis: 'vertical', at: x0, from: y0, to: y1 },
  { axis: 'vertical', at: x1, from: y0, to: y1 },
];

export const scaledRuling = ({ axis, at, from, to }: Ruling, scale: number): Ruling => ({
  axis,
  at: at * scale,
  from: from * scale,
  to: to * scale,
});

export const scaledBox = ([x0, y0, x1, y1]: Box, scale: number): Box => [
  x0 * scale,
  y0 * scale,
  x1 * scale,
  y1 * scale,
];

/** Numbers as a box; null where they bound nothing. */
export function boxOf(numbers: readonly number[]): Box | null {
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = numbers;
  const isBox =
    [x0, y0, x1, y1].every((edge) => Number.isFinite(edge) && Math.abs(edge) <= FURTHEST) && x1 > x0 && y1 > y0;
  return isBox ? [x0, y0, x1, y1] : null;
}

/** Units from a page's corner. No page of any unit is as large. */
const FURTHEST = 1e6;
