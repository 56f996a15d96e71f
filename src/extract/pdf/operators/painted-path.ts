import { OPS } from '../library/pdfjs-library.js';
import type { Box } from '../../../schema/sheet.js';
import { areaOf, around, intersect } from '../../geometry/box.js';
import type { Matrix } from '../../geometry/matrix.js';
import type { Subpath } from '../../lattice/path-rulings.js';

const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
export const fills = (operation: number) => FILLS.has(operation);
export const strokes = (operation: number) => STROKES.has(operation);

/** Points. Corners that are this close together are one. */
const SAME_CORNER_PT = 0.05;
/** Of more shapes in one path it is not looked which of them lie in each other. */
const MOST_SHAPES = 32;

/** Of a matrix's scale. Less is a rounding's, and moves no corner of a page by as much as a rule is thick. */
const NEXT_TO_NOTHING = 1e-4;

/** True where boxes stay boxes: nothing but quarter turns, mirrors and scales. */
export function keepsBoxes([a, b, c, d]: Matrix): boolean {
  const least = NEXT_TO_NOTHING * Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  return (Math.abs(b) <= least && Math.abs(c) <= least) || (Math.abs(a) <= least && Math.abs(d) <= least);
}

/** True where a shape is the whole box around it. */
export function isBox({ points, curved }: Subpath): boolean {
  if (curved || points.length < 4) return false;
  const [x0, y0, x1, y1] = around(points);
  const isNear = (place: number, edge: number) => Math.abs(place - edge) <= SAME_CORNER_PT;
  const corners = new Set<number>();
  for (const [x, y] of points) {
    const [left, right, top, bottom] = [isNear(x, x0), isNear(x, x1), isNear(y, y0), isNear(y, y1)];
    if (!(left || right) || !(top || bottom)) return false;
    corners.add((left ? 0 : 1) + (top ? 0 : 2));
  }
  return corners.size === 4 && areInTurn(points);
}

/** True where no side of four goes across, as the two of an hourglass do. */
const areInTurn = (points: Subpath['points']) =>
  points.slice(1).every(([x, y], index) => {
    const [beforeX, beforeY] = points[index] ?? [x, y];
    return Math.abs(x - beforeX) <= SAME_CORNER_PT || Math.abs(y - beforeY) <= SAME_CORNER_PT;
  });

export interface Shape {
  readonly box: Box;
  /** True where filling the path fills all of the box. */
  readonly isFilled: boolean;
}

/** The shapes of a path that is filled. Where one lies in another, the two may make a ring, and neither is known to be filled. */
export function shapesOf(subpaths: readonly Subpath[]): Shape[] {
  const boxes = subpaths.map((subpath) => around(subpath.points));
  const isAlone = (box: Box, index: number) =>
    boxes.length <= MOST_SHAPES && boxes.every((other, at) => at === index || areaOf(intersect(box, other)) === 0);
  return subpaths.map((subpath, index) => {
    const box = boxes[index] ?? around(subpath.points);
    return { box, isFilled: isBox(subpath) && isAlone(box, index) };
  });
}
