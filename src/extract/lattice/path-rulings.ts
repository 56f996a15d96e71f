import type { Box } from '../../schema/sheet.js';
import type { Ruling } from './ruling.js';
import { around } from '../geometry/box.js';
import { apply, type Matrix } from '../geometry/matrix.js';

/** Points. A filled shape or a stroke that is no thicker is a rule; printed rules are thinner, rows and letters larger. */
export const RULE_THICKNESS_PT = 3;

/** Points. How far the ends of a line may be off its axis: no more than a scanner or a rounding producer puts there. */
const SLANT_PT = 0.6;

/** How pdf.js writes a path: an operation, then its points (`DrawOPS` in its `src/shared/util.js`). */
const POINTS_OF: readonly number[] = [1, 1, 3, 2, 0];
const [MOVE, LINE, , , CLOSE] = [0, 1, 2, 3, 4];

type Point = readonly [x: number, y: number];

/** A ruling, and how thick it is drawn, in points. */
export interface DrawnRuling extends Ruling {
  readonly thickness: number;
}

/** One stroke of the pen: its points in order. Curves are represented by their control points and marked. */
export interface Subpath {
  readonly points: Point[];
  curved: boolean;
}

/** Reads the path that pdf.js hands over, mapped onto the page. */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let current: Subpath | null = null;
  for (let at = 0; at < data.length;) {
    const operation = data[at] ?? CLOSE;
    const count = POINTS_OF[operation] ?? 0;
    if (operation === MOVE || current === null) {
      current = { points: [], curved: false };
      subpaths.push(current);
    }
    for (let point = 0; point < count; point += 1)
      current.points.push(apply(matrix, data[at + 1 + 2 * point] ?? 0, data[at + 2 + 2 * point] ?? 0));
    if (operation !== MOVE && operation !== LINE && operation !== CLOSE) current.curved = true;
    const start: Point | undefined = current.points[0];
    if (operation === CLOSE && start) {
      current.points.push(start);
      current = { points: [start], curved: false };
      subpaths.push(current);
    }
    at += 1 + 2 * count;
  }
  return subpaths.filter(({ points }) => points.length > 1);
}

/** The box around all of a path. */
export function boxAround(subpaths: readonly Subpath[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of subpaths)
    for (const [x, y] of points) {
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  return [x0, y0, x1, y1];
}

/** The rules that stroking a path draws: its upright and level lines. `width` is the pen's, in points. */
export function rulingsOfStroke(subpaths: readonly Subpath[], width: number): DrawnRuling[] {
  if (width > RULE_THICKNESS_PT) return [];
  return subpaths
    .filter(({ curved }) => !curved)
    .flatMap(({ points }) => points.slice(1).flatMap((point, index) => rulingBetween(points[index] ?? point, point)))
    .map((ruling) => ({ ...ruling, thickness: width }));
}

function rulingBetween([x0, y0]: Point, [x1, y1]: Point): Ruling[] {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (dy <= SLANT_PT && dx > dy)
    return [{ axis: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  if (dx <= SLANT_PT && dy > dx)
    return [{ axis: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  return [];
}

/** The rules that filling a path draws: thin shapes, and the thin ring between two rectangles of which one frames the other. */
export function rulingsOfFill(subpaths: readonly Subpath[]): DrawnRuling[] {
  const boxes = subpaths.map(({ points }) => around(points));
  const [first, second] = boxes;
  if (boxes.length === 2 && first && second) {
    const ring = ringBetween(first, second);
    if (ring) return ring;
  }
  return boxes.flatMap(rulingsOfShape);
}

/** A thin shape is a rule along its length. A dot may be a part of one in either direction. */
export function rulingsOfShape([x0, y0, x1, y1]: Box): DrawnRuling[] {
  const [width, height] = [x1 - x0, y1 - y0];
  const rulings: DrawnRuling[] = [];
  const isDot = Math.max(width, height) <= RULE_THICKNESS_PT;
  if (height <= RULE_THICKNESS_PT && (isDot || width > height))
    rulings.push({ axis: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1, thickness: height });
  if (width <= RULE_THICKNESS_PT && (isDot || height > width))
    rulings.push({ axis: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1, thickness: width });
  return rulings;
}

function ringBetween(a: Box, b: Box): DrawnRuling[] | null {
  const [outer, inner] = a[2] - a[0] > b[2] - b[0] ? [a, b] : [b, a];
  const margins = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  if (margins.some((margin) => margin < 0 || margin > RULE_THICKNESS_PT)) return null;
  const [left, top, right, bottom] = outer;
  return [
    { axis: 'horizontal', at: (top + inner[1]) / 2, from: left, to: right, thickness: inner[1] - top },
    { axis: 'horizontal', at: (bottom + inner[3]) / 2, from: left, to: right, thickness: bottom - inner[3] },
    { axis: 'vertical', at: (left + inner[0]) / 2, from: top, to: bottom, thickness: inner[0] - left },
    { axis: 'vertical', at: (right + inner[2]) / 2, from: top, to: bottom, thickness: right - inner[2] },
  ];
}

/** Points. A rule on the clip's own edge is seen by half. */
const HALF_RULE_PT = 1.5;

/** What of a ruling lies within a clip, the same ruling where all of it does; null where nothing does. */
export function clippedRuling<T extends Ruling>(ruling: T, [left, top, right, bottom]: Box): T | null {
  const { at, from, to } = ruling;
  const isLevel = ruling.axis === 'horizontal';
  const [low, high] = isLevel ? [top, bottom] : [left, right];
  if (at < low - HALF_RULE_PT || at > high + HALF_RULE_PT) return null;
  const [first, last] = isLevel ? [left, right] : [top, bottom];
  if (to <= from) return null;
  if (from >= first && to <= last) return ruling;
  const [start, end] = [Math.max(from, first), Math.min(to, last)];
  return end > start ? { ...ruling, from: start, to: end } : null;
}
