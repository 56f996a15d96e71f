import type { Limits } from '../../schema/limits.js';
import type { Cell, Sheet } from '../../schema/sheet.js';
import { cellName, columnName } from '../flow/cell-name.js';
import type { Losses } from '../source/losses.js';
import type { Notes } from '../source/notes.js';
import { textCell } from '../text/text-cell.js';
import { FORMULA_ERROR } from './formula-error.js';
import type { Merge, WorkbookCell, Worksheet } from './workbook.js';

/** A long worksheet is handed out in several sheets, so that memory stays flat. */
const ROWS_PER_SHEET = 1_000;

export interface WorksheetOptions {
  readonly limits: Limits;
  readonly losses: Losses;
  readonly notes: Notes;
}

/** The cells of a worksheet as it is shown: merged cells as one, hidden rows and columns left out; no other cell moves. */
export function* sheetsOfWorksheet(worksheet: Worksheet, options: WorksheetOptions): Generator<Sheet> {
  const { limits, losses, notes } = options;
  const { name, rows } = worksheet;
  const merges = worksheet.merges.toSorted((a, b) => a.top - b.top);
  let [active, next]: [Merge[], number] = [[], 0];
  let [cells, first]: [Cell[], number | null] = [[], null];
  const hiddenColumns = new Set<number>();
  for (const [row, source] of rows.entries()) {
    while (next < merges.length && (merges[next]?.top ?? 0) <= row) {
      const merge = merges[next];
      if (merge) active.push(merge);
      next += 1;
    }
    if (active.length > 0) active = active.filter(({ bottom }) => bottom >= row);
    if (worksheet.isRowHidden(row)) {
      if (source?.some(hasText) === true) notes.add('hidden-left-out', `${name} ${row + 1}`);
      continue;
    }
    const shown = shownCells(worksheet, row, active);
    if (!shown.some(({ cell }) => hasText(cell))) continue;
    first ??= row;
    if (row - first >= ROWS_PER_SHEET && active.every(({ top }) => top >= row)) {
      yield { lines: [], cells, spansKnown: true };
      [cells, first] = [[], row];
    }
    let isCut = false;
    for (const { cell, column, merge } of shown) {
      if (worksheet.isColumnHidden(column) && merge === null) {
        if (hasText(cell)) hiddenColumns.add(column);
        continue;
      }
      if (column >= limits.columnsPerTable) {
        isCut ||= hasText(cell);
        continue;
      }
      const place = {
        row: row - first,
        column,
        rowSpan: merge === null ? 1 : Math.min(merge.bottom, rows.length - 1) - row + 1,
        columnSpan: merge === null ? 1 : Math.min(merge.right, limits.columnsPerTable - 1) - column + 1,
      };
      cells.push(workbookCell(cell, { place, at: { sheet: name, cell: cellName(row, column) } }, options));
    }
    if (isCut) losses.add('columns-cut');
  }
  for (const column of hiddenColumns) notes.add('hidden-left-out', `${name} ${columnName(column)}`);
  if (cells.length > 0) yield { lines: [], cells, spansKnown: true };
}

interface ShownCell {
  readonly column: number;
  readonly cell: WorkbookCell | undefined;
  readonly merge: Merge | null;
}

/** A row's cells from the left, a merged one where it is seen first, without those that it covers. */
function shownCells(worksheet: Worksheet, row: number, active: readonly Merge[]): ShownCell[] {
  const source = worksheet.rows[row] ?? [];
  if (active.length === 0) return Array.from(source, (cell, column) => ({ column, cell, merge: null }));
  const shown: ShownCell[] = [];
  const here = active.toSorted((a, b) => a.left - b.left);
  let at = 0;
  const upTo = (end: number) => {
    for (; at < end; at += 1) shown.push({ column: at, cell: source[at], merge: null });
  };
  for (const merge of here) {
    if (merge.left < at) continue; // merged cells that overlap are a damaged file's
    upTo(merge.left);
    const column = firstShown(merge.left, merge.right, (each) => worksheet.isColumnHidden(each));
    const top = firstShown(merge.top, merge.bottom, (each) => worksheet.isRowHidden(each));
    if (column !== null && top === row)
      shown.push({ column, cell: worksheet.rows[merge.top]?.[merge.left], merge: { ...merge, left: column } });
    at = merge.right + 1;
  }
  upTo(source.length);
  return shown;
}

/** Looks no further than this for the part of a merged cell that is shown. */
const MOST_HIDDEN = 10_000;

function firstShown(from: number, to: number, isHidden: (at: number) => boolean): number | null {
  for (let at = from; at <= Math.min(to, from + MOST_HIDDEN); at += 1) if (!isHidden(at)) return at;
  return null;
}

function workbookCell(
  cell: WorkbookCell | undefined,
  {
    place,
    at,
  }: { place: Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>; at: { sheet: string; cell: string } },
  { limits, losses, notes }: WorksheetOptions,
): Cell {
  const text = cell?.shown.trim() ?? '';
  const where = `${at.sheet} ${at.cell}`;
  if (cell?.lacksResult === true) notes.add('formula-without-value', where);
  if (FORMULA_ERROR.test(text)) notes.add('formula-broken', where);
  const differs = cell !== undefined && cell.stored !== '' && cell.stored !== cell.shown;
  return { ...textCell(place, text, limits, losses), at, ...(differs ? { stored: cell.stored } : {}) };
}

const hasText = (cell: WorkbookCell | undefined) =>
  cell !== undefined && (cell.shown.trim() !== '' || cell.lacksResult);
