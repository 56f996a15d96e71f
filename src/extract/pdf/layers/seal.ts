import type { Box } from '../../../schema/sheet.js';
import { centreOf } from '../../geometry/glyph.js';
import { isChromatic } from '../paint/colour.js';
import { courseOf } from '../../geometry/course.js';
import type { TextRun } from './text-run.js';

/** A round seal: its texts, and the box around its ring. */
export interface Seal {
  readonly runs: readonly TextRun[];
  readonly box: Box;
}

/** Characters. Fewer make no ring. */
const FEWEST = 4;
/** How far one glyph's distance from the middle may differ from the others', as a part of it. */
const SAME_RADIUS = 0.12;
/** Degrees. The glyphs of a ring are turned by at least so much in all. */
const LEAST_TURN = 40;
/** In ems. The parts of a seal that stand in its ring. */
const MARGIN = 0.6;

/** Ring texts, whose glyphs stand around one middle with their feet towards it or away from it, and what else of their colour lies in the ring. */
export function sealsOf(runs: readonly TextRun[]): Seal[] {
  const seals: Seal[] = [];
  const turned = runs.filter(
    ({ first, glyphs }) => glyphs.length === 1 && (first.style.slant !== 0 || first.direction !== 0),
  );
  for (const group of byLooks(turned.length < FEWEST - 1 ? [] : runs.filter(({ glyphs }) => glyphs.length === 1))) {
    const seal = ringOf(group);
    if (seal) seals.push(withInside(seal, runs));
  }
  return seals;
}

/** Runs of one colour and size. */
function byLooks(runs: readonly TextRun[]): TextRun[][] {
  const groups = new Map<string, TextRun[]>();
  for (const run of runs) {
    const key = `${run.style.colour} ${run.style.alpha} ${Math.round(run.size)}`;
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  }
  return [...groups.values()];
}

type Point = readonly [x: number, y: number];

interface Ring extends Seal {
  readonly middle: Point;
  readonly radius: number;
}

function ringOf(runs: readonly TextRun[]): Ring | null {
  const [first] = runs;
  if (!first || runs.length < FEWEST || spreadOf(runs) < LEAST_TURN) return null;
  const middle = middleOf(runs);
  if (middle === null) return null;
  const distances = runs.map((run) => distance(centreOf(run.first), middle)).sort((a, b) => a - b);
  const radius = distances[distances.length >> 1] ?? 0;
  const ring = runs.filter((run) => {
    const away = distance(centreOf(run.first), middle);
    return Math.abs(away - radius) <= SAME_RADIUS * radius && isTurnedTo(run, middle);
  });
  if (ring.length < FEWEST || ring.length < runs.length / 2 || radius < first.size || spreadOf(ring) < LEAST_TURN)
    return null;
  const reach = radius + MARGIN * first.size;
  const [x, y] = middle;
  return { runs: ring, middle, radius, box: [x - reach, y - reach, x + reach, y + reach] };
}

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by);

/** Degrees, between the two glyphs that are turned most differently. */
function spreadOf(runs: readonly TextRun[]): number {
  const turns = runs.map((run) => {
    const [dx, dy] = courseOf(run.first).along;
    return (Math.atan2(dy, dx) * 180) / Math.PI;
  });
  return Math.max(...turns) - Math.min(...turns);
}

/** The point that the glyphs' uprights meet in, by least squares; null where they run side by side. */
function middleOf(runs: readonly TextRun[]): Point | null {
  let [xx, xy, yy, bx, by] = [0, 0, 0, 0, 0];
  for (const run of runs) {
    const glyph = run.first;
    // The upright through the glyph's middle is where `along` of the way to it is nought.
    const [ax, ay] = courseOf(glyph).along;
    const [x, y] = centreOf(glyph);
    const at = ax * x + ay * y;
    [xx, xy, yy, bx, by] = [xx + ax * ax, xy + ax * ay, yy + ay * ay, bx + ax * at, by + ay * at];
  }
  const determinant = xx * yy - xy * xy;
  if (determinant < LEAST_DETERMINANT * runs.length * runs.length) return null;
  return [(yy * bx - xy * by) / determinant, (xx * by - xy * bx) / determinant];
}

/** For each two glyphs. Uprights that differ less meet nowhere in particular. */
const LEAST_DETERMINANT = 0.01;
/** The cosine of the angle up to which a glyph's upright may miss the middle: 20 degrees. */
const POINTS_AT = 0.94;

function isTurnedTo(run: TextRun, [mx, my]: Point): boolean {
  const glyph = run.first;
  const [x, y] = centreOf(glyph);
  const [dx, dy] = courseOf(glyph).across;
  const away = distance([x, y], [mx, my]);
  return away > 0 && Math.abs((dx * (mx - x) + dy * (my - y)) / away) >= POINTS_AT;
}

/** The same seal with what its ring encloses: all of its colour, or, where that is the page's own, what is painted next to the ring. */
function withInside({ runs: ring, box, middle, radius }: Ring, all: readonly TextRun[]): Seal {
  const [first] = ring;
  if (!first) return { runs: ring, box };
  const { colour } = first.style;
  const isInside = (run: TextRun | undefined): run is TextRun =>
    run !== undefined &&
    run.style.colour === colour &&
    run.glyphs.every(
      (glyph) => glyph.text.trim() === '' || distance(centreOf(glyph), middle) <= radius + MARGIN * first.size,
    );
  const others = all.filter((run) => !ring.includes(run));
  if (isChromatic(colour) && !others.every((run) => run.style.colour === colour))
    return { runs: [...ring, ...others.filter(isInside)], box };
  const places = ring.map((run) => all.indexOf(run));
  let [from, to] = [Math.min(...places), Math.max(...places)];
  while (isInside(all[from - 1])) from -= 1;
  while (isInside(all[to + 1])) to += 1;
  return { runs: all.slice(from, to + 1).filter((run) => ring.includes(run) || isInside(run)), box };
}
