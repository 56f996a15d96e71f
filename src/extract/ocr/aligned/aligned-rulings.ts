import { openColumns } from '../../lattice/open-columns.js';
import type { Ruling } from '../../lattice/ruling.js';
import { unite } from '../../geometry/box.js';
import type { Glyph } from '../../geometry/glyph.js';
import type { Box } from '../../../schema/sheet.js';
import { alignedRowsOf, type AlignedRows } from './aligned-rows.js';
import { type TextBlock, textBlocksOf } from './text-blocks.js';
import { type Tile, tilesOf } from './tiles.js';

/** Fewer rows of cells beside each other are no table. */
const FEWEST_ROWS = 4;
/** A page of more characters or rows holds no table that a person filled in, and looking for one would take long. */
const [MOST_CHARACTERS, MOST_ROWS] = [20_000, 200];
/** Headings that are merged over rows stand in a table's first columns, so many. */
const HEADING_COLUMNS = 3;
/** Points: how far a text may reach over its column's edge. */
const OVER_EDGE_PT = 2;

/**
 * The rules that a page's table would have where none are known: its rows by the middles of their texts, its columns by the gaps between
 * them, and its merged headings by standing in the middle of the rows that they belong to. None where the texts do not stand like a table.
 */
export function alignedRulings(glyphs: readonly Glyph[]): Ruling[] {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  const em = medianOf(inked.map(({ size }) => size));
  if (em === 0 || inked.length > MOST_CHARACTERS) return [];
  const blocks = textBlocksOf(inked, em);
  const region = alignedRowsOf(tableBlocks(alignedRowsOf(blocks, em), blocks), em);
  if (region.rows.filter((row) => row.blocks.length > 1).length < FEWEST_ROWS) return [];
  if (region.rows.length > MOST_ROWS) return [];
  const [left, top, right, bottom] = unite(region.rows.flatMap((row) => row.blocks.map(({ box }) => box)));
  const within = ({ box }: { readonly box: Box }) => box[1] >= top - em && box[3] <= bottom + em;
  const levels = region.bounds.map((at): Ruling => ({
    axis: 'horizontal',
    at,
    from: left - em / 2,
    to: right + em / 2,
  }));
  const uprights = openColumns(
    levels.map((level) => [level]),
    inked.filter(within).map(({ box }) => box),
  );
  const edges = [...new Set(uprights.map(({ at }) => at))].sort((a, b) => a - b);
  if (edges.length < 2) return [];
  const headings = edges.slice(0, HEADING_COLUMNS).flatMap((from, index) => {
    const to = edges[index + 1];
    return to === undefined ? [] : headingsIn([from, to], blocks.filter(within), region, em);
  });
  return [...levels.flatMap((level, bound) => without(level, bound, headings)), ...uprights];
}

/** The blocks from the first row of several cells to the last one, those that are merged over rows included. */
function tableBlocks({ rows, bounds }: AlignedRows, blocks: readonly TextBlock[]): TextBlock[] {
  const first = rows.findIndex((row) => row.blocks.length > 1);
  const last = rows.findLastIndex((row) => row.blocks.length > 1);
  const [top = 0, bottom = 0] = first === -1 ? [] : [bounds[first], bounds[last + 1]];
  return blocks.filter(({ box }) => (box[1] + box[3]) / 2 > top && (box[1] + box[3]) / 2 < bottom);
}

interface Heading extends Tile {
  readonly column: readonly [from: number, to: number];
}

function headingsIn(
  column: readonly [number, number],
  blocks: readonly TextBlock[],
  { rows, bounds }: AlignedRows,
  em: number,
): Heading[] {
  const [from, to] = column;
  const isIn = ({ box }: TextBlock) => box[0] >= from - OVER_EDGE_PT && box[2] <= to + OVER_EDGE_PT;
  const reaches = ({ box }: TextBlock) => Math.min(box[2], to) - Math.max(box[0], from) > OVER_EDGE_PT;
  const middles = blocks
    .filter(isIn)
    .map(({ box }) => (box[1] + box[3]) / 2)
    .sort((a, b) => a - b);
  const isWall = (row: number) => rows[row]?.blocks.some((block) => reaches(block) && !isIn(block)) ?? false;
  return tilesOf(middles, bounds, isWall, em).map((tile) => ({ ...tile, column }));
}

/** A rule between rows, left out where it would part a heading that is merged over both. */
function without(level: Ruling, bound: number, headings: readonly Heading[]): Ruling[] {
  const cut = headings.filter(({ from, to }) => from < bound && bound < to).map(({ column }) => column);
  let [at, parts]: [number, Ruling[]] = [level.from, []];
  for (const [from, to] of cut.sort((a, b) => a[0] - b[0])) {
    if (from > at) parts = [...parts, { ...level, from: at, to: from }];
    at = to;
  }
  return level.to > at ? [...parts, { ...level, from: at }] : parts;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
