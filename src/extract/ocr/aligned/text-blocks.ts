import { unite } from '../../geometry/box.js';
import type { Glyph } from '../../geometry/glyph.js';
import { type TextLine, textLinesOf } from '../../pdf/text-lines.js';
import type { Box } from '../../../schema/sheet.js';

/** Lines of text below each other that are one cell's, as far as their distances tell. */
export interface TextBlock {
  readonly box: Box;
}

/** In ems. Texts on one line that stand further apart stand in two cells. */
const PARTING_GAP = 0.8;
/** How much of the narrower of two lines stands below the other where they are of one cell. */
const SAME_COLUMN = 0.5;
/** In ems: what lines of one cell leave blank between them at single spacing, and what rows that stand apart do. */
const [CLOSEST, FURTHEST] = [0.3, 0.8];
/** In ems: between which the distance is that tells lines of one cell from two rows, and where nothing tells it. */
const [LEAST_ROW_GAP, USUAL_ROW_GAP, MOST_ROW_GAP] = [0.36, 0.5, 0.65];

/** The blocks of a page's text. `em`: the size of its characters, in points. */
export function textBlocksOf(glyphs: readonly Glyph[], em: number): TextBlock[] {
  const lines = textLinesOf(glyphs, { partingGap: PARTING_GAP }).filter(({ direction }) => direction % 2 === 0);
  const below = lines.map((line) => nextBelow(line, lines));
  const limit = rowGap(
    below.flatMap((next, index) => gapBetween(lines[index], next)),
    em,
  );
  const blocks = new Map<TextLine, TextLine[]>(lines.map((line) => [line, [line]]));
  lines.forEach((line, index) => {
    const next = below[index];
    const [gap = Infinity] = gapBetween(line, next);
    const [upper, lower] = [blocks.get(line), next && blocks.get(next)];
    if (!upper || !lower || upper === lower || gap >= limit) return;
    upper.push(...lower);
    for (const each of lower) blocks.set(each, upper);
  });
  return [...new Set(blocks.values())].map((members) => ({ box: unite(members.map(({ box }) => box)) }));
}

const gapBetween = (line: TextLine | undefined, next: TextLine | undefined) =>
  line === undefined || next === undefined ? [] : [next.box[1] - line.box[3]];

/** The nearest line that stands below in the same column. */
function nextBelow({ box }: TextLine, lines: readonly TextLine[]): TextLine | undefined {
  let nearest: TextLine | undefined;
  for (const line of lines) {
    const shared = Math.min(box[2], line.box[2]) - Math.max(box[0], line.box[0]);
    const narrower = Math.min(box[2] - box[0], line.box[2] - line.box[0]);
    if ((line.box[1] + line.box[3]) / 2 <= box[3] - (box[3] - box[1]) / 4 || shared < SAME_COLUMN * narrower) continue;
    if (nearest === undefined || line.box[1] < nearest.box[1]) nearest = line;
  }
  return nearest;
}

/**
 * The distance from which on two lines are of two rows, in points: the middle of the widest stretch, by its ratio, of distances that no two
 * lines have.
 */
function rowGap(gaps: readonly number[], em: number): number {
  const inEms = gaps.map((gap) => gap / em).filter((gap) => gap > CLOSEST && gap < FURTHEST);
  const places = [CLOSEST, ...inEms.sort((a, b) => a - b), FURTHEST];
  let best = { ratio: 1, middle: USUAL_ROW_GAP };
  places.slice(1).forEach((place, index) => {
    const before = places[index] ?? place;
    const [ratio, middle] = [place / before, Math.sqrt(place * before)];
    if (middle > LEAST_ROW_GAP && middle < MOST_ROW_GAP && ratio > best.ratio) best = { ratio, middle };
  });
  return best.middle * em;
}
