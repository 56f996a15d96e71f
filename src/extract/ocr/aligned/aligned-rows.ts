import type { TextBlock } from './text-blocks.js';

/** Blocks that stand side by side, their middles on one line: the cells of a row. */
export interface AlignedRow {
  readonly blocks: readonly TextBlock[];
}

export interface AlignedRows {
  /** From top to bottom. */
  readonly rows: readonly AlignedRow[];
  /** The places between the rows, and above and below them, in points: one more than there are rows. */
  readonly bounds: readonly number[];
}

/** In ems. Middles closer than this are on one line. */
const SAME_MIDDLE = 0.4;
/** In ems. What blocks of two rows leave blank between them at least. */
const LEAST_GAP = 0.25;
/** In ems. What a table's first and last row leave blank above and below their text. */
const MARGIN = 0.4;

const middleOf = ({ box }: TextBlock) => (box[1] + box[3]) / 2;

/**
 * The rows of a table whose cells stand in the middle of their rows. Blocks beside which no row of their own has
 * room are cells that are merged over several, and make no row.
 */
export function alignedRowsOf(blocks: readonly TextBlock[], em: number): AlignedRows {
  const accepted: TextBlock[][] = [];
  for (const group of groupsOf(blocks, em).toSorted((a, b) => b.length - a.length)) {
    const own = group.filter((block) => !accepted.some((row) => row.some((other) => shareHeight(block, other, em))));
    if (own.length * 2 > group.length || own.length > 1) accepted.push(own);
  }
  const rows = accepted.map((row) => ({ blocks: row })).sort((a, b) => topOf(a) - topOf(b));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return { rows: [], bounds: [] };
  const between = rows.slice(1).map((row, index) => (bottomOf(rows[index] ?? row) + topOf(row)) / 2);
  return { rows, bounds: [topOf(first) - MARGIN * em, ...between, bottomOf(last) + MARGIN * em] };
}

function groupsOf(blocks: readonly TextBlock[], em: number): TextBlock[][] {
  const groups: TextBlock[][] = [];
  for (const block of blocks.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const first = groups.at(-1)?.[0];
    if (first && middleOf(block) - middleOf(first) <= SAME_MIDDLE * em) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** True for blocks that can't be of two rows below each other. */
function shareHeight(a: TextBlock, b: TextBlock, em: number): boolean {
  return Math.max(a.box[1], b.box[1]) - Math.min(a.box[3], b.box[3]) < LEAST_GAP * em;
}

const topOf = ({ blocks }: AlignedRow) => Math.min(...blocks.map(({ box }) => box[1]));
const bottomOf = ({ blocks }: AlignedRow) => Math.max(...blocks.map(({ box }) => box[3]));
