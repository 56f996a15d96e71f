import type { Limits } from '../../schema/limits.js';
import type { CellShape } from './flow-builder.js';
import type { FlowCell, FlowItem } from './flow-item.js';

type OpenCell = { -readonly [Key in keyof FlowCell]: FlowCell[Key] };

/** A table longer than this is handed out in parts, so that memory stays flat. */
const ROWS_PER_PART = 1_000;
/** A table with a cell over all its rows is handed out whole: whether it can be parted is asked this often. */
const ROWS_BETWEEN_TRIES = 100;
/** A blank row that is said to repeat more often is the rest of a page or sheet, and no part of a form. */
const MOST_BLANK_ROWS = 1_000;

/** Puts the cells of a table's rows into their places, row by row; no two overlap. */
export class FlowTable {
  readonly #number: number;
  readonly #name: string | null;
  readonly #columns: number;
  #cells: OpenCell[] = [];
  #row = 0;
  /** The first row of the part that is being gathered. */
  #partFrom = 0;
  #triedAt = 0;
  #column = 0;
  #rowsCut = 0;
  #isCut = false;
  /** Cells of the current row, and the cells above that go on in it. */
  #added: OpenCell[] = [];
  #goneOn: OpenCell[] = [];
  /** For each column, the cell that stands there lowest. */
  readonly #lowest: (OpenCell | undefined)[] = [];

  constructor(number: number, { columnsPerTable }: Limits, name: string | null = null) {
    this.#number = number;
    this.#name = name;
    this.#columns = columnsPerTable;
  }

  openRow(): void {
    this.#column = 0;
    this.#isCut = false;
    this.#added = [];
    this.#goneOn = [];
  }

  /** The next cell stands in this column, counted from 0, or right of it. */
  moveTo(column: number): void {
    this.#column = Math.min(Math.max(column, 0), this.#columns);
  }

  /** Passes over columns in which the row has no cell. */
  skip(count: number): void {
    if (count > 0) this.#column = Math.min(this.#column + count, this.#columns);
  }

  /** Adds a cell in the next column that no cell above reaches into; one that goes on lengthens the cell above. */
  add(text: string, { rowSpan, columnSpan, goesOn, stored }: CellShape): void {
    const above = this.#lowest[this.#column];
    if (goesOn && above?.column === this.#column && above.row + above.rowSpan >= this.#row) {
      if (!this.#goneOn.includes(above)) this.#goneOn.push(above);
      this.#column += above.columnSpan;
      return;
    }
    while (!goesOn && this.#isTaken(this.#column)) this.#column += 1;
    const column = this.#column;
    if (column >= this.#columns) {
      this.#isCut ||= text !== '';
      return;
    }
    const widest = Math.min(Math.max(columnSpan, 1), this.#columns - column);
    let width = 1;
    while (width < widest && !this.#isTaken(column + width)) width += 1;
    this.#added.push({
      row: this.#row,
      column,
      rowSpan: Math.max(rowSpan, 1),
      columnSpan: width,
      text,
      ...(stored === undefined ? {} : { stored }),
    });
    this.#column += width;
  }

  /** Ends a row that stands there `times` times; gives the part of the table before it where that is long enough. */
  closeRow(times: number): FlowItem | null {
    const blank = this.#added.every(({ text }) => text === '') && this.#goneOn.length === 0;
    if (blank && times > MOST_BLANK_ROWS) {
      this.#row += times;
      return null;
    }
    for (const above of this.#goneOn) above.rowSpan = this.#row - above.row + 1;
    const isLong = this.#row - this.#partFrom >= ROWS_PER_PART && this.#row >= this.#triedAt + ROWS_BETWEEN_TRIES;
    if (isLong) this.#triedAt = this.#row;
    const isFree = isLong && this.#cells.every(({ row, rowSpan }) => row + rowSpan <= this.#row);
    const part = isFree ? this.#part() : null;
    const most = Math.min(times, MOST_BLANK_ROWS);
    const cells = this.#added;
    for (let time = 0; time < most; time += 1) {
      for (const cell of cells) {
        const added = { ...cell, row: this.#row };
        this.#cells.push(added);
        for (let at = added.column; at < added.column + added.columnSpan; at += 1) this.#lowest[at] = added;
      }
      this.#row += 1;
    }
    if (this.#isCut) this.#rowsCut += most;
    this.openRow();
    return part;
  }

  dropRow(): void {
    this.openRow();
  }

  /** Rows that are not shown: nothing of them is kept but their number. True where they hold text. */
  passRows(times: number): boolean {
    const hasText = this.#added.some(({ text }) => text !== '');
    this.#row += times;
    this.openRow();
    return hasText;
  }

  /** The table, or what is left of it. Spans end with it. */
  end(): FlowItem {
    return this.#part();
  }

  #isTaken(column: number): boolean {
    const above = this.#lowest[column];
    return above !== undefined && above.row + above.rowSpan > this.#row;
  }

  #part(): FlowItem {
    const cells = this.#cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, this.#row - cell.row) }));
    const part = { type: 'table', table: this.#number, name: this.#name, cells, rowsCut: this.#rowsCut } as const;
    this.#cells = [];
    this.#rowsCut = 0;
    this.#partFrom = this.#row;
    return part;
  }
}
