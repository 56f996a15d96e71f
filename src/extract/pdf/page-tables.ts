import type { Box, CellReading } from '../../schema/sheet.js';
import { boxOf, latticesOf, type Lattice, type LatticeOptions } from '../lattice/lattice.js';
import { inOrder } from '../pages/in-order.js';
import type { PageItem, PageTable } from '../pages/page-reading.js';
import { areaOf, contains } from '../geometry/box.js';
import { cellTextOf } from './cell-text.js';
import { centreOf, type Glyph } from '../geometry/glyph.js';
import type { TableContent } from './page-layers.js';
import { textLinesOf } from './text-lines.js';
import { wordsOf } from './words.js';

/** In ems. Texts on one line that stand further apart say different things, as the two ends of a heading do. */
const PARTING_GAP = 2.5;

/** Puts the glyphs into the cells of the page's tables, which are ruled at least between their rows; what lies outside becomes lines. */
export function pageItemsOf(content: TableContent, page: number, options: LatticeOptions): PageItem[] {
  const inked = content.glyphs.filter(({ text }) => text.trim() !== '').map(({ box }) => box);
  const lattices = latticesOf(content.rulings, options, inked);
  const inCells = lattices.map((lattice) => lattice.cells.map((): Glyph[] => []));
  const outside: Glyph[] = [];
  for (const word of wordsOf(content.glyphs)) {
    // A word that is wider than its cell runs over the rule: it belongs where most of it stands.
    const cell = cellOf(word, (glyph) => cellAt(lattices, inCells, glyph));
    for (const glyph of word) (cell ?? outside).push(glyph);
  }
  const tables = lattices.map((lattice, index) => tableOf(lattice, inCells[index] ?? [], content.doubtful));
  const lines = textLinesOf(outside, { partingGap: PARTING_GAP }).map(({ text, box }) => ({ text, box, page }));
  return inOrder(
    tables.filter(({ cells }) => cells.some(({ text }) => text !== '')),
    lines,
  );
}

/** The glyphs of the cell that a glyph's centre stands in; null outside every cell. */
function cellAt(lattices: readonly Lattice[], inCells: readonly Glyph[][][], glyph: Glyph): Glyph[] | null {
  const [x, y] = centreOf(glyph);
  const index = innermostAt(lattices, x, y);
  return inCells[index]?.[lattices[index]?.cellAt(x, y) ?? -1] ?? null;
}

/** The cell that most of a word stands in, the first of several. A word runs straight: what holds its two ends holds all of it. */
function cellOf<T>(word: readonly Glyph[], cellAround: (glyph: Glyph) => T): T | undefined {
  const [first, last] = [word[0], word.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const cell = cellAround(first);
  if (first === last || cellAround(last) === cell) return cell;
  const values = word.map(cellAround);
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: { value: T; count: number } | undefined;
  for (const [value, count] of counts) if (!best || count > best.count) best = { value, count };
  return best?.value;
}

/** The smallest table around a point: one may stand in a cell of another. */
function innermostAt(lattices: readonly Lattice[], x: number, y: number): number {
  let [best, smallest] = [-1, Infinity];
  for (let index = 0; index < lattices.length; index += 1) {
    const box = lattices[index]?.box;
    if (!box || !contains(box, x, y) || areaOf(box) >= smallest) continue;
    best = index;
    smallest = areaOf(box);
  }
  return best;
}

function tableOf(lattice: Lattice, glyphs: readonly (readonly Glyph[])[], doubtful: ReadonlySet<Glyph>): PageTable {
  return {
    box: lattice.box,
    xs: [...lattice.xs],
    cells: lattice.cells.map((place, index) => {
      const box = boxOf(lattice, place);
      const { row, column, rowSpan, columnSpan } = place;
      const said = saidIn(glyphs[index] ?? [], box, doubtful);
      return { row, column, rowSpan, columnSpan, box, confidence: null, reading: 'glyphs', ...said };
    }),
  };
}

/** How sure a cell's text is where something is printed over it: no surer than a guess between the two. */
const OVERPRINTED = 0.5;

/** A cell's text. Where text that may not belong to it is printed over it, both texts are its readings, the one without it first. */
function saidIn(
  glyphs: readonly Glyph[],
  box: Box,
  doubtful: ReadonlySet<Glyph>,
): { text: string; readings?: CellReading[] } {
  const all = cellTextOf(glyphs, box);
  if (doubtful.size === 0) return { text: all };
  const text = cellTextOf(
    glyphs.filter((glyph) => !doubtful.has(glyph)),
    box,
  );
  if (text === all || text === '') return { text: all };
  return {
    text,
    readings: [
      { by: 'glyphs', text, confidence: OVERPRINTED },
      { by: 'all-glyphs', text: all, confidence: OVERPRINTED },
    ],
  };
}
