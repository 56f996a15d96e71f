import type { Limits } from '../../schema/limits.js';
import type { Cell, Line, Sheet } from '../../schema/sheet.js';
import type { Losses } from '../source/losses.js';
import { htmlTables } from './html-tables.js';
import { hasSeparator, isDelimiter, isRule, pipeRowOf } from './pipe-row.js';
import { cellText, lineTexts } from './plain-text.js';
import type { Segment } from './segments.js';
import { tabRowOf } from './tab-row.js';
import { gridOf } from './table-grid.js';
import { textCell, textLine } from './text-cell.js';

/** A table or a run of lines longer than this is handed out in several sheets, so that memory stays flat. */
const ROWS_PER_SHEET = 1_000;
const LINES_PER_SHEET = 2_000;
const CHARACTERS_PER_SHEET = 1024 ** 2;

/** The table that the current rows belong to: tab-separated, or of pipes, which may be missing at a row's ends. */
type Rows = 'tab' | 'pipe' | 'loose-pipe';

/**
 * Gathers lines and rows into sheets. A table ends at a blank line, at a line that is no row, at an HTML table and at an
 * end of page; a table of another kind is another table.
 */
export class Blocks {
  readonly #limits: Limits;
  readonly #losses: Losses;
  #lines: Line[] = [];
  #cells: Cell[] = [];
  #rows: Rows | null = null;
  #row = 0;
  #characters = 0;
  /** A line with pipes in it, which is a table's header if a delimiter follows. */
  #candidate: string | null = null;

  constructor(limits: Limits, losses: Losses) {
    this.#limits = limits;
    this.#losses = losses;
  }

  *push(segment: Segment): Generator<Sheet> {
    if (segment.kind === 'line') {
      yield* this.#line(segment.text);
      return;
    }
    yield* this.#dropCandidate();
    yield* this.#endTable();
    if (segment.kind === 'table') yield* this.#htmlTable(segment.html);
  }

  *end(): Generator<Sheet> {
    yield* this.#dropCandidate();
    yield* this.#endTable();
    yield* this.#handOut();
  }

  *#line(text: string): Generator<Sheet> {
    if (this.#candidate !== null) {
      const header = this.#candidate;
      if (hasSeparator(text) && pipeRowOf(header).length > 1 && isDelimiter(pipeRowOf(text))) {
        this.#candidate = null;
        yield* this.#addRow('loose-pipe', pipeRowOf(header));
        return;
      }
      yield* this.#dropCandidate();
    }
    if (text.includes('|') && text.trimStart().startsWith('|')) yield* this.#addPipeRow('pipe', text);
    else if (text.includes('\t')) yield* this.#addTabRow(text);
    else if (!hasSeparator(text)) yield* this.#addLine(text);
    else if (this.#rows === 'loose-pipe') yield* this.#addPipeRow('loose-pipe', text);
    else {
      yield* this.#endTable();
      this.#candidate = text;
    }
  }

  *#dropCandidate(): Generator<Sheet> {
    if (this.#candidate === null) return;
    const text = this.#candidate;
    this.#candidate = null;
    yield* this.#addLine(text);
  }

  *#addLine(text: string): Generator<Sheet> {
    yield* this.#endTable();
    for (const line of lineTexts(text)) {
      this.#lines.push(textLine(line, this.#limits, this.#losses));
      this.#characters += line.length;
      if (this.#lines.length >= LINES_PER_SHEET || this.#characters >= CHARACTERS_PER_SHEET) yield* this.#handOut();
    }
  }

  *#addTabRow(text: string): Generator<Sheet> {
    const { cells } = tabRowOf(text);
    if (!isRule(cells)) yield* this.#addRow('tab', cells);
  }

  *#addPipeRow(rows: Rows, text: string): Generator<Sheet> {
    const cells = pipeRowOf(text);
    const isSecond = this.#rows === rows && this.#row === 1;
    if (!isRule(cells) && !(isSecond && isDelimiter(cells))) yield* this.#addRow(rows, cells);
  }

  /** Adds a row's cells that are not blank: a blank one may be what a merged cell covers. */
  *#addRow(rows: Rows, sources: readonly string[]): Generator<Sheet> {
    if (this.#rows !== rows) yield* this.#endTable();
    this.#rows = rows;
    if (sources.length > this.#limits.columnsPerTable && sources.slice(this.#limits.columnsPerTable).some(isNotBlank)) {
      this.#losses.add('columns-cut');
    }
    const width = Math.min(sources.length, this.#limits.columnsPerTable);
    for (let column = 0; column < width; column += 1) {
      const text = cellText(sources[column] ?? '');
      if (text === '') continue;
      const place = { row: this.#row, column, rowSpan: 1, columnSpan: 1 };
      this.#cells.push(textCell(place, text, this.#limits, this.#losses));
      this.#characters += text.length;
    }
    this.#row += 1;
    if (this.#row >= ROWS_PER_SHEET || this.#characters >= CHARACTERS_PER_SHEET) {
      yield* this.#endTable();
      this.#rows = rows;
    }
  }

  *#htmlTable(html: string): Generator<Sheet> {
    for (const { lines, rows } of htmlTables(html)) {
      for (const line of lines) this.#lines.push(textLine(line, this.#limits, this.#losses));
      this.#cells = gridOf(rows, this.#limits, this.#losses);
      if (this.#cells.length > 0) yield* this.#handOut(true);
    }
  }

  *#endTable(): Generator<Sheet> {
    this.#rows = null;
    this.#row = 0;
    if (this.#cells.length > 0) yield* this.#handOut();
  }

  *#handOut(spansKnown = false): Generator<Sheet> {
    const sheet: Sheet = { lines: this.#lines, cells: this.#cells, spansKnown };
    this.#lines = [];
    this.#cells = [];
    this.#characters = 0;
    if (sheet.lines.length > 0 || sheet.cells.length > 0) yield sheet;
  }
}

const isNotBlank = (text: string): boolean => text.trim() !== '';
