import type { Cell, Sheet } from '../../src/schema/sheet.js';

/**
 * Sheets from a drawing that can be read in a test: a line with `|` is a row of cells, any other line is a line of text, an empty line
 * begins a new sheet, `⏎` is a line break in a cell. A cell that ends in `{2x1}` is merged over 2 rows and 1 column; what it covers is
 * left blank. Blank cells are kept where the medium doesn't tell spans, and left out where some cell is merged.
 */
export function sheetsFrom(drawing: string): Sheet[] {
  return drawing
    .trim()
    .split(/\n\s*\n/)
    .flatMap((block) => sheetsOfBlock(block.split('\n').map((line) => line.trim())));
}

function sheetsOfBlock(block: readonly string[]): Sheet[] {
  const rows = block.filter((line) => line.includes('|'));
  const firstRow = block.findIndex((line) => line.includes('|'));
  const above = firstRow < 0 ? block : block.slice(0, firstRow);
  const below = firstRow < 0 ? [] : block.slice(firstRow).filter((line) => !line.includes('|'));
  const spansKnown = rows.some((row) => MERGED.test(row));
  const cells = rows
    .flatMap((row, index) => row.split('|').map((text, column) => cellOf(text.trim(), index, column)))
    .filter(({ text }) => text !== '' || !spansKnown);
  const sheet = { lines: above.map(lineOf), cells, spansKnown };
  return below.length === 0 ? [sheet] : [sheet, { lines: below.map(lineOf), cells: [], spansKnown }];
}

const MERGED = /\{(\d+)x(\d+)\}/;
const lineOf = (text: string) => ({ text, page: null, box: null });

/** A cell as a text gives it. */
export function cellOf(text: string, row: number, column: number): Cell {
  const [span = '', rowSpan = '1', columnSpan = '1'] = MERGED.exec(text) ?? [];
  return {
    row,
    column,
    rowSpan: Number(rowSpan),
    columnSpan: Number(columnSpan),
    text: text.replace(span, '').replaceAll('⏎', '\n'),
    page: null,
    box: null,
    confidence: null,
    reading: 'text',
  };
}
