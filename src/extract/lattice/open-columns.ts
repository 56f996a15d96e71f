import type { Box } from '../../schema/sheet.js';
import { intervalOf } from './grid.js';
import type { Ruling } from './ruling.js';
import { clusters } from './snap-parallel.js';

/** Points. How far the ends of rules that part the rows of one table may differ. */
const SAME_END_PT = 3;
/** In heights of a character. What is left blank between two columns, and more than what is left between two words. */
const COLUMN_GAP = 0.8;
/** Fewer rows with columns are two texts beside each other, and no table. */
const FEWEST_ROWS = 2;
/** More level rules of one length on a page are hatching, and no rows. */
const MOST_RULES = 500;

/** What stands between two level rules. */
interface Band {
  readonly top: Ruling;
  readonly bottom: Ruling;
  /** The stretches that text covers, from left to right, parted by gaps as wide as one between columns. */
  readonly covered: readonly Stretch[];
}
type Stretch = readonly [from: number, to: number];

/**
 * The upright rules that a table does without, which has level rules alone: its sides, and an edge between each two columns of text
 * that stand apart in its rows. A row whose text runs over an edge gets none there, as its cell is merged. `characters` are the boxes
 * of the page's characters, blanks left out; `groups` its rules as they hang together. Points, origin top left.
 */
export function openColumns(groups: readonly (readonly Ruling[])[], characters: readonly Box[]): Ruling[] {
  const stacks = stacksOf(groups).filter(({ length }) => length > FEWEST_ROWS && length <= MOST_RULES);
  if (stacks.length === 0) return [];
  const height = heightOf(characters);
  return stacks.flatMap((stack) => runsOf(bandsOf(stack, characters, COLUMN_GAP * height))).flatMap(sidesAndEdges);
}

/** Level rules that no upright one meets, those of the same two ends together, from top to bottom. */
function stacksOf(groups: readonly (readonly Ruling[])[]): Ruling[][] {
  const alone = groups.flatMap((group) => (group.every(({ axis }) => axis === 'horizontal') ? group : []));
  return alike(alone, ({ from }) => from)
    .flatMap((stack) => alike(stack, ({ to }) => to))
    .map((stack) => stack.sort((a, b) => a.at - b.at));
}

/** Rulings that end at the same place together. */
function alike(rulings: readonly Ruling[], endOf: (ruling: Ruling) => number): Ruling[][] {
  const ordered = rulings.toSorted((a, b) => endOf(a) - endOf(b));
  return clusters(ordered.map(endOf), SAME_END_PT).map(({ start, end }) => ordered.slice(start, end));
}

/** The median, so that a heading's large letters do not count. */
function heightOf(characters: readonly Box[]): number {
  const heights = characters.map(([, top, , bottom]) => bottom - top).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

function bandsOf(stack: readonly Ruling[], characters: readonly Box[], gap: number): Band[] {
  const places = stack.map(({ at }) => at);
  const inBands = stack.map((): Box[] => []);
  for (const box of characters) {
    const band = intervalOf(places, (box[1] + box[3]) / 2);
    const x = (box[0] + box[2]) / 2;
    const top = stack[band];
    if (top && x > top.from && x < top.to) inBands[band]?.push(box);
  }
  return stack.slice(1).flatMap((bottom, index) => {
    const top = stack[index];
    return top ? [{ top, bottom, covered: joined(inBands[index] ?? [], gap) }] : [];
  });
}

function joined(boxes: readonly Box[], gap: number): Stretch[] {
  const stretches: [number, number][] = [];
  for (const [from, , to] of boxes.toSorted((a, b) => a[0] - b[0])) {
    const last = stretches.at(-1);
    if (last && from - last[1] < gap) last[1] = Math.max(last[1], to);
    else stretches.push([from, to]);
  }
  return stretches;
}

const hasColumns = ({ covered }: Band) => covered.length > 1;

/** From the first row with columns to the last; prose between two tables, which has lines of its own, parts them. */
function runsOf(bands: readonly Band[]): Band[][] {
  const runs: Band[][] = [[]];
  for (const band of bands) {
    if (!hasColumns(band) && runs.at(-1)?.at(-1)?.covered.length === 1) runs.push([]);
    runs.at(-1)?.push(band);
  }
  return runs
    .map((run) => run.slice(run.findIndex(hasColumns), run.findLastIndex(hasColumns) + 1))
    .filter((run) => run.filter(hasColumns).length >= FEWEST_ROWS);
}

function sidesAndEdges(run: readonly Band[]): Ruling[] {
  const [first, last] = [run[0]?.top, run.at(-1)?.bottom];
  const edges = edgesOf(run.map(({ covered }) => covered));
  if (!first || !last || edges.length === 0) return [];
  const sides = [first.from, first.to].map((at) => upright(at, first, last));
  const between = run.flatMap(({ top, bottom, covered }) =>
    edges.filter((at) => !isCovered(covered, at)).map((at) => upright(at, top, bottom)),
  );
  return [...sides, ...between];
}

const upright = (at: number, top: Ruling, bottom: Ruling): Ruling => ({
  axis: 'vertical',
  at,
  from: top.at,
  to: bottom.at,
});

const isCovered = (covered: readonly Stretch[], at: number) => covered.some(([from, to]) => from < at && at < to);

/**
 * The fewest places of which every gap between two texts of a row has one, so that no cell holds two texts that stand apart: the gaps
 * are gone through by their right ends, and all that share a stretch with the first one share its edge. None where no two rows do.
 */
function edgesOf(rows: readonly (readonly Stretch[])[]): number[] {
  let gaps = rows
    .flatMap((covered) => covered.slice(1).map(([to], index): Stretch => [covered[index]?.[1] ?? to, to]))
    .sort((a, b) => a[1] - b[1]);
  const edges: number[] = [];
  let mostRows = 0;
  for (;;) {
    const [first] = gaps;
    if (!first) return mostRows >= FEWEST_ROWS ? edges : [];
    const end = first[1];
    const sharing = gaps.filter(([from]) => from < end);
    gaps = gaps.filter(([from]) => from >= end);
    mostRows = Math.max(mostRows, sharing.length);
    edges.push(leastCovered(rows, Math.max(...sharing.map(([from]) => from)), end));
  }
}

/** The middle of the part of a stretch that the fewest rows' texts cover, of several the widest. */
function leastCovered(rows: readonly (readonly Stretch[])[], from: number, to: number): number {
  const inside = rows.flat(2).filter((place) => place > from && place < to);
  const places = [from, ...inside.sort((a, b) => a - b), to];
  const parts = places.slice(1).map((end, index) => {
    const start = places[index] ?? end;
    const middle = (start + end) / 2;
    return { middle, width: end - start, rows: rows.filter((covered) => isCovered(covered, middle)).length };
  });
  const [best] = parts.filter(({ width }) => width > 0).sort((a, b) => a.rows - b.rows || b.width - a.width);
  return best?.middle ?? (from + to) / 2;
}
