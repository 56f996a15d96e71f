import { type Cell, colToLetter, type CellStyle, type CellValue, type WriteSheet } from 'hucre';
import type { Severity } from '../../schema/finding.js';
import { type Column, columnsOf, type Row, type Table } from '../../schema/tables/tables.js';
import { cellText } from './cell-text.js';
import { EXCEL } from './limits.js';
import { columnStyle, flagged, HEADER_STYLE, linked } from './style.js';
import { columnWidth, LINE_HEIGHT, rowHeight } from './text-size.js';

export type Headers = 'snake' | 'zh';

/** A finding as the note of the cell that it is about. */
export interface CellNote {
  readonly severity: Severity;
  readonly text: string;
}

/** How a sheet is shown and printed. */
export interface SheetLayout {
  /** Columns that stay in sight. */
  readonly frozen: number;
  /** A4 pages side by side, so that print can be read. */
  readonly pagesAcross: number;
}

/** What happened to texts that a cell can't hold as they are. */
export interface Loss {
  readonly table: string;
  readonly id: string | null;
  readonly key: string;
  readonly isCut: boolean;
  readonly isReplaced: boolean;
}

/** Of paragraphs a row shows the first line, as it would fill the screen otherwise; the cell holds them whole. */
const FIRST_LINE_SHOWN: readonly string[] = ['expectedGoal', 'actualResult'];

/** Cells that Excel takes for an error value unless they are marked as text piece by piece. */
const ERROR_LIKE = /^#[A-Z0-9/_]+[!?]?$/;

/** So many rows tell how wide a column is: enough to see what is usual. */
const ROWS_LOOKED_AT = 500;

const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'note'];
const AUTHOR = 'zipingbiao';

/** A table's sheet while it is made: rows come one by one, with links and notes for their cells. */
export class SheetRows {
  readonly columns: readonly Column[];
  readonly losses: Loss[] = [];
  /** Links that were left out, as a sheet takes no more. */
  linksLeftOut = 0;
  #links = 0;
  readonly #styles: readonly CellStyle[];
  readonly #rows: CellValue[][];
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #notes = new Map<string, CellNote[]>();

  constructor(
    readonly name: string,
    private readonly table: Table,
    private readonly headers: Headers,
  ) {
    this.columns = columnsOf(table);
    this.#styles = this.columns.map((column) => columnStyle(column));
    this.#rows = [this.columns.map(({ header, titleZh }) => (headers === 'zh' ? titleZh : header))];
    this.columns.forEach((_, column) => this.#cells.set(`0,${column}`, { style: HEADER_STYLE }));
  }

  /** The next row's number in the sheet, from 1 as a person counts. */
  get nextRow(): number {
    return this.#rows.length + 1;
  }

  add(row: Row): void {
    this.#rows.push(this.columns.map(({ key }, column) => this.#value(row, key, column)));
  }

  /** The reference of a column's cell in a row, for a link to it. */
  reference(rowNumber: number, key: string): string {
    return `'${this.name}'!${colToLetter(this.#column(key))}${rowNumber}`;
  }

  /** Links a cell to another one, unless the sheet bears no more links. */
  link(rowNumber: number, key: string, location: string): void {
    if (this.#links >= EXCEL.links) {
      this.linksLeftOut += 1;
      return;
    }
    this.#links += 1;
    const column = this.#column(key);
    this.#change(rowNumber, column, (style) => ({ style: linked(style), hyperlink: { target: '', location } }));
  }

  /** Adds a finding to a cell: its colour is the gravest one's. */
  note(rowNumber: number, key: string, note: CellNote): void {
    const column = this.#column(key);
    const place = `${rowNumber - 1},${column}`;
    const notes = [...(this.#notes.get(place) ?? []), note];
    this.#notes.set(place, notes);
    const severity = SEVERITY_ORDER.find((each) => notes.some((one) => one.severity === each)) ?? 'note';
    const { text } = cellText(notes.map((one) => one.text).join('\n'));
    this.#change(rowNumber, column, (style) => ({
      style: flagged(style, severity),
      comment: { author: AUTHOR, text },
    }));
  }

  /** Colours a cell without a note. */
  colour(rowNumber: number, key: string, severity: Severity): void {
    this.#change(rowNumber, this.#column(key), (style) => ({ style: flagged(style, severity) }));
  }

  get range(): string {
    return `A1:${colToLetter(this.columns.length - 1)}${this.#rows.length}`;
  }

  /** The same with signs that hold it in place, as a name in the workbook wants. */
  get absoluteRange(): string {
    return `'${this.name}'!$A$1:$${colToLetter(this.columns.length - 1)}$${this.#rows.length}`;
  }

  sheet({ frozen, pagesAcross }: SheetLayout): WriteSheet {
    const widths = this.#widths();
    return {
      name: this.name,
      columns: this.#styles.map((style, index) => ({ style, width: widths[index] ?? 0 })),
      rows: this.#rows,
      cells: this.#cells,
      rowDefs: this.#heights(widths),
      autoFilter: { range: this.range },
      freezePane: { rows: 1, columns: frozen },
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: pagesAcross,
        fitToHeight: 0,
        printTitlesRow: '$1:$1',
        printTitlesColumn: '$A:$A',
      },
      headerFooter: { oddFooter: '&L&A&R&P / &N' },
      a11y: { summary: this.table.words[this.headers === 'zh' ? 'descriptionZh' : 'description'], headerRow: 0 },
    };
  }

  #widths(): number[] {
    const looked = this.#rows.slice(1, ROWS_LOOKED_AT);
    const textsOf = (column: number) => looked.map((row) => String(row[column] ?? ''));
    return this.columns.map((_, column) => columnWidth(String(this.#rows[0]?.[column] ?? ''), textsOf(column)));
  }

  #heights(widths: readonly number[]): Map<number, { height: number }> {
    const isShown = ({ key, type }: Column) => type === 'string' && !FIRST_LINE_SHOWN.includes(key);
    const shown = this.columns.flatMap((column, index) => (isShown(column) ? [index] : []));
    return new Map(
      this.#rows.flatMap((row, index) => {
        const height = rowHeight(shown.map((column) => [String(row[column] ?? ''), widths[column] ?? 0]));
        if (height !== undefined) return [[index, { height }] as const];
        const hasLines = row.some((value) => typeof value === 'string' && value.includes('\n'));
        return hasLines ? [[index, { height: LINE_HEIGHT }] as const] : [];
      }),
    );
  }

  #value(row: Row, key: string, column: number): CellValue {
    const value = row[key];
    if (typeof value !== 'string') return value ?? null;
    if (value === '') return null;
    const { text, isCut, isReplaced } = cellText(value);
    if (isCut || isReplaced) {
      this.losses.push({ table: this.table.name, id: (row['id'] ?? null) as string | null, key, isCut, isReplaced });
    }
    if (ERROR_LIKE.test(text)) this.#cells.set(`${this.#rows.length},${column}`, { richText: [{ text }] });
    return text;
  }

  #column(key: string): number {
    return this.columns.findIndex((column) => column.key === key);
  }

  #change(rowNumber: number, column: number, change: (style: CellStyle) => Partial<Cell>): void {
    const place = `${rowNumber - 1},${column}`;
    const cell = this.#cells.get(place);
    this.#cells.set(place, { ...cell, ...change(cell?.style ?? this.#styles[column] ?? {}) });
  }
}
