import type { Cell, Line, Sheet } from '../../schema/sheet.js';
import { isAnyLabel } from '../vocabulary/any-label.js';
import { withSensibleReading } from './choose-reading.js';
import { labelOf, roleFinder, type Label } from '../vocabulary/label.js';
import { dividedCell } from './readings.js';
import { CLOSE, IDENTITY, SECTIONS } from '../vocabulary/words.js';

/** A cell that says something, where it stands in its row: columns `column` to `end`, the end not included. */
export interface RowCell {
  readonly column: number;
  readonly end: number;
  readonly text: string;
  readonly label: Label;
  readonly cell: Cell;
  /** What the cell's chosen reading said, where another one was taken; see `withSensibleReading`. */
  readonly instead?: string;
  /** The cells that it was before a page break between them was undone. */
  readonly parts?: readonly RowCell[];
  /** The cells of the sheet that hold its text, where `cell` is not itself the one: of a part, or of parts that were joined. */
  readonly from?: readonly Cell[];
  /** Cells beside it that repeat its text, as a program leaves a merged cell that it took apart. */
  readonly repeats?: readonly Cell[];
}

/** The cells of the sheet that a cell's text stands in. */
export const originsOf = (cell: RowCell): readonly Cell[] => cell.from ?? [cell.cell];

/** A row of a form as it was read, without its blank cells. */
export interface Row {
  readonly cells: readonly RowCell[];
  /** Cells of rows above that are merged down into this one; empty where the medium does not tell. */
  readonly above: readonly RowCell[];
  /** True where a page, a blank line or the table's end stands between this row and the one before it. */
  readonly afterBreak: boolean;
  /** A line of text outside every table. */
  readonly isLine: boolean;
  /** The line, where it is one. */
  readonly line?: Line;
}

export const identityRole = roleFinder(IDENTITY);
const sectionRole = roleFinder(SECTIONS);
export const closeRole = roleFinder(CLOSE);

/**
 * A row of the form's close: 总分, 评分等级 or their like come first, or behind the heading of the block; a name that happens to begin
 * so stands behind a level's heading.
 */
export function isClosing({ cells }: Row): boolean {
  const [first, second] = cells;
  if (first && closeRole(first.label.key) !== null) return true;
  return second !== undefined && closeRole(second.label.key) !== null && sectionRole(first?.label.key ?? '') !== null;
}

const INLINE_LABEL = /^([^:：]{2,14}?)\s*[:：]\s*(\S[\s\S]*)$/;
/** Several `label：value` on one line, as 填报人：…  联系电话：… */
const NEXT_LABEL = /(?<=\S)[ \t\u3000]+(?=[\u4e00-\u9fff（）()]{2,10}[:：])/;

const isFieldLabel = (key: string) =>
  identityRole(key) !== null || ['grade', 'totalScore'].includes(closeRole(key) ?? '');

function rowCell(cell: Cell, text: string, label = labelOf(text)): RowCell {
  return { column: cell.column, end: cell.column + cell.columnSpan, text, label, cell };
}

/** A cell that holds `项目名称：…` is a label and its value. */
function splitInline(cell: Cell): RowCell[] {
  if (!/[:：]/.test(cell.text) || cell.text.length > 200) return [rowCell(cell, cell.text)];
  const parts = cell.text.split(NEXT_LABEL).flatMap((part) => {
    const [, name = '', value = ''] = INLINE_LABEL.exec(part.trim()) ?? [];
    return isFieldLabel(labelOf(name).key) ? [name, value] : [part];
  });
  const cells = dividedCell(cell, cell.text, parts);
  return parts.map((part, index) => ({ ...rowCell(cells[index] ?? cell, part), from: [cell] }));
}

/** A text this long stands twice in a row only because the merged cell that held it was taken apart. */
const LONG_TEXT = 40;

/** A text in this many cells, which are all of the row's, is one cell over the whole table. */
const FEWEST_ACROSS = 4;

/**
 * Cells that repeat the one before them, as programs leave a merged cell that they took apart, are one cell again. Labels and long texts
 * only: two numbers, or a target and its result, may well be the same.
 */
function withoutRepeats(cells: readonly RowCell[]): RowCell[] {
  const kept: RowCell[] = [];
  // A title over the whole table.
  const allSame =
    cells.length >= FEWEST_ACROSS && cells[0]?.column === 0 && cells.every(({ text }) => text === cells[0]?.text);
  for (const cell of cells) {
    const last = kept.at(-1);
    const repeats =
      last?.text === cell.text &&
      last.end === cell.column &&
      (allSame || cell.text.length >= LONG_TEXT || isAnyLabel(cell.label.key));
    if (last && repeats)
      kept[kept.length - 1] = { ...last, end: cell.end, repeats: [...(last.repeats ?? []), ...originsOf(cell)] };
    else kept.push(cell);
  }
  return kept;
}

/** The rows of a sheet's table, in order. */
export function rowsOf(sheet: Sheet): Row[] {
  const byRow = new Map<number, RowCell[]>();
  const merged: RowCell[] = [];
  for (const read of sheet.cells) {
    const cell = withSensibleReading(read);
    if (cell.text.trim() === '') continue;
    const cells = splitInline(cell).map((one) => (cell === read ? one : { ...one, instead: read.text }));
    const row = byRow.get(cell.row);
    if (row) row.push(...cells);
    else byRow.set(cell.row, cells);
    if (cell.rowSpan > 1) merged.push(...cells);
  }
  return [...byRow.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, cells], position) => ({
      cells: withoutRepeats(cells.sort((a, b) => a.column - b.column)),
      above: merged.filter(({ cell }) => cell.row < index && cell.row + cell.rowSpan > index),
      afterBreak: position === 0,
      isLine: false,
    }));
}

/** A line of text as a row of one cell, or of labels and values. */
export function rowOfLine(line: Line): Row {
  const cell: Cell = {
    ...line,
    row: 0,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    confidence: line.readings?.[0]?.confidence ?? null,
    reading: line.readings ? 'ocr' : line.page === null ? 'text' : 'glyphs',
  };
  return { cells: splitInline(cell), above: [], afterBreak: true, isLine: true, line };
}
