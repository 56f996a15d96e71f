import type { Limits } from '../../schema/limits.js';
import { FlowTable } from './flow-table.js';
import type { FlowItem } from './flow-item.js';

/** A cell that is being read. `later` holds the tables and pictures in it, which follow its table. */
interface OpenCell {
  readonly lines: string[];
  readonly later: FlowItem[];
}

/** How a cell stands in its row; see `FlowTable.add`. */
export interface CellShape {
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** True for a cell that goes on with the one above it, whose own text is not shown. */
  readonly goesOn: boolean;
  /** See `FlowCell`. */
  readonly stored?: string;
}

/** A table that is being read. */
interface OpenTable {
  readonly table: FlowTable;
  /** What its cells held, behind the rows that were handed out already. */
  later: FlowItem[];
  cell: OpenCell | null;
  shape: CellShape | null;
}

/**
 * Takes a flowing document's parts as they come, and gives its lines, tables and pictures in reading order: a table in a cell follows the table
 * that the cell belongs to, whose text is without it, as in HTML.
 */
export class FlowBuilder {
  readonly #limits: Limits;
  #items: FlowItem[] = [];
  /** Paragraphs that are open, the innermost last: a text box in one has paragraphs of its own. */
  readonly #paragraphs: string[] = [];
  readonly #tables: OpenTable[] = [];
  #tableCount = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** What is complete so far. */
  take(): FlowItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  openParagraph(): void {
    this.#paragraphs.push('');
  }

  text(text: string): void {
    const at = this.#paragraphs.length - 1;
    const before = this.#paragraphs[at];
    // One character more than what is kept: what makes a cell of it tells the loss.
    if (before !== undefined && before.length <= this.#limits.charactersPerCell) this.#paragraphs[at] = before + text;
  }

  /** The last character of the open paragraph; none at its beginning. */
  get lastCharacter(): string {
    return this.#paragraphs.at(-1)?.at(-1) ?? '';
  }

  closeParagraph(): void {
    const text = this.#paragraphs.pop();
    if (text === undefined) return;
    const cell = this.#tables.at(-1)?.cell;
    for (const line of text.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      if (cell) cell.lines.push(line);
      else if (this.#tables.length === 0) this.#items.push({ type: 'line', text: line });
    }
  }

  picture(source: string): void {
    this.#add({ type: 'picture', source });
  }

  /** `name`: that of a workbook's sheet. */
  openTable(name: string | null = null): void {
    this.#tableCount += 1;
    this.#tables.push({
      table: new FlowTable(this.#tableCount, this.#limits, name),
      later: [],
      cell: null,
      shape: null,
    });
  }

  openRow(): void {
    this.#tables.at(-1)?.table.openRow();
  }

  /** Columns at a row's beginning or end in which it has no cell. */
  skipColumns(count: number): void {
    this.#tables.at(-1)?.table.skip(count);
  }

  /** The next cell stands in this column, counted from 0. */
  moveTo(column: number): void {
    this.#tables.at(-1)?.table.moveTo(column);
  }

  /** The row that is open is not shown, nor are `times - 1` like it. True where it holds text. */
  passRows(times: number): boolean {
    return this.#tables.at(-1)?.table.passRows(times) ?? false;
  }

  openCell(shape: CellShape): void {
    const open = this.#tables.at(-1);
    if (!open) return;
    open.cell = { lines: [], later: [] };
    open.shape = shape;
  }

  /** Says what is only known within the cell. */
  reshape(shape: Partial<CellShape>): void {
    const open = this.#tables.at(-1);
    if (open?.shape) open.shape = { ...open.shape, ...shape };
  }

  /** Gives what the cell says. One that is not shown stays blank; `text` is put in place of what was read. */
  closeCell(isShown = true, text?: string): string {
    const open = this.#tables.at(-1);
    if (!open?.cell || !open.shape) return '';
    const read = text ?? open.cell.lines.join('\n');
    open.table.add(isShown ? read : '', open.shape);
    if (isShown) open.later.push(...open.cell.later);
    open.cell = open.shape = null;
    return read;
  }

  /** `times`: how often the row stands there. */
  closeRow(times = 1): void {
    const open = this.#tables.at(-1);
    if (!open) return;
    const part = open.table.closeRow(times);
    if (part === null) return;
    const later = open.later;
    open.later = [];
    this.#addBelow(part, later);
  }

  /** The row that is open is none: it was deleted. */
  dropRow(): void {
    this.#tables.at(-1)?.table.dropRow();
  }

  closeTable(): void {
    const open = this.#tables.pop();
    if (!open) return;
    this.#add(open.table.end());
    for (const item of open.later) this.#add(item);
  }

  /** A part of the innermost table goes to where the table stands. */
  #addBelow(part: FlowItem, later: readonly FlowItem[]): void {
    const outer = this.#tables.at(-2)?.cell;
    (outer ? outer.later : this.#items).push(part, ...later);
  }

  #add(item: FlowItem): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell) cell.later.push(item);
    else this.#items.push(item);
  }
}
