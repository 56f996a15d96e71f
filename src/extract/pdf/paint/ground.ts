import { contains } from '../../geometry/box.js';
import type { Area } from './area-index.js';
import { UNKNOWN_COLOUR, WHITE } from './colour.js';

/** The colour of what lies at a point before something is painted there: the paper, or the last area; unknown where that lets light through. */
export function groundAt(areas: readonly Area[], x: number, y: number, before: number): string {
  let top: Area | null = null;
  for (const area of areas)
    if (area.order < before && (top === null || area.order > top.order) && contains(area.box, x, y)) top = area;
  if (top === null) return WHITE;
  return top.isOpaque ? top.colour : UNKNOWN_COLOUR;
}
