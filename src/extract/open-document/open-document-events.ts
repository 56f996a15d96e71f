import type { FlowBuilder } from '../flow/flow-builder.js';
import { cellName, columnName } from '../flow/cell-name.js';
import type { Limits } from '../../schema/limits.js';
import type { Notes } from '../source/notes.js';
import { FORMULA_ERROR } from '../spreadsheet/formula-error.js';
import { type Attributes, attributeOf, type XmlEvents } from '../xml/read-xml.js';
import { HiddenStyles } from './hidden-styles.js';

/** What the document does not show where it stands: remarks, deleted text, descriptions of pictures, readings, queries' ranges. */
const PASSED_OVER = new Set(
  'annotation annotation-end tracked-changes ruby-text title desc note-citation database-ranges named-expressions shapes'.split(
    ' ',
  ),
);
const WITHOUT_HIDDEN_STYLE = new Set(['p', 'h', 'span', 'table']);

/** A table that is being read. */
interface OpenTable {
  readonly hiddenColumns: [from: number, to: number][];
  columns: number;
  column: number;
  repeated: number;
  /** What the row says of itself. */
  isHidden: boolean;
  rows: number;
  /** What stands behind the text that the cell shows. */
  stored: string | null;
}

/** Reads `content.xml` of an OpenDocument text or workbook (ISO/IEC 26300-3): paragraphs, tables, frames. */
export class OpenDocumentEvents implements XmlEvents {
  readonly #flow: FlowBuilder;
  readonly #notes: Notes;
  readonly #limits: Limits;
  readonly #isWorkbook: boolean;
  readonly #styles = new HiddenStyles();
  readonly #tables: OpenTable[] = [];
  #passedOver = 0;
  /** Paragraphs that stand open within each other. */
  #paragraphs = 0;
  #row = 0;

  constructor(flow: FlowBuilder, options: { notes: Notes; limits: Limits; isWorkbook: boolean }) {
    this.#flow = flow;
    this.#notes = options.notes;
    this.#limits = options.limits;
    this.#isWorkbook = options.isWorkbook;
  }

  open(element: string, attributes: Attributes): void {
    if (this.#passedOver > 0) {
      this.#passedOver += 1;
      return;
    }
    this.#styles.open(element, attributes);
    if (PASSED_OVER.has(element)) {
      this.#passedOver = 1;
      if (element === 'tracked-changes') this.#notes.add('changes-tracked');
      return;
    }
    if (WITHOUT_HIDDEN_STYLE.has(element) && this.#styles.has(attributes)) {
      this.#passedOver = 1;
      this.#notes.add('hidden-left-out', attributeOf(attributes, 'name') ?? 'text');
      return;
    }
    this.#openPart(element, attributes);
  }

  #openPart(element: string, attributes: Attributes): void {
    const count = (name: string) => Math.max(1, Number(attributeOf(attributes, name) ?? 1) || 1);
    const table = this.#tables.at(-1);
    switch (element) {
      case 'p':
      case 'h':
        this.#paragraphs += 1;
        this.#flow.openParagraph();
        return;
      case 's':
        this.#add(' ');
        return;
      case 'tab':
        this.#add(' ');
        return;
      case 'line-break':
        this.#add('\n');
        return;
      case 'image':
        this.#flow.picture(attributeOf(attributes, 'href') ?? '');
        return;
      case 'table':
      case 'sub-table':
        this.#flow.openTable(this.#isWorkbook ? (attributeOf(attributes, 'name') ?? '') : null);
        this.#tables.push(newTable());
        this.#row = 0;
        return;
      case 'table-column':
        if (table) this.#addColumns(table, attributes, count('number-columns-repeated'));
        return;
      case 'table-row':
        if (!table) return;
        table.column = 0;
        table.rows = count('number-rows-repeated');
        table.isHidden = isHidden(attributes);
        this.#flow.openRow();
        return;
      case 'covered-table-cell':
        if (table) table.column += count('number-columns-repeated');
        this.#passedOver = 1;
        return;
      case 'table-cell':
        if (!table) return;
        table.repeated = count('number-columns-repeated');
        this.#flow.moveTo(table.column);
        this.#flow.openCell({
          rowSpan: count('number-rows-spanned'),
          columnSpan: count('number-columns-spanned'),
          goesOn: false,
        });
        table.stored = this.#isWorkbook ? storedOf(attributes) : null;
    }
  }

  close(element: string): void {
    if (this.#passedOver > 0) {
      this.#passedOver -= 1;
      return;
    }
    const table = this.#tables.at(-1);
    switch (element) {
      case 'p':
      case 'h':
        this.#paragraphs -= 1;
        this.#flow.closeParagraph();
        return;
      case 'table-cell':
        if (table) this.#closeCell(table);
        return;
      case 'table-row':
        if (table) this.#closeRow(table);
        return;
      case 'table':
      case 'sub-table':
        this.#tables.pop();
        this.#flow.closeTable();
    }
  }

  text(text: string): void {
    if (this.#passedOver === 0) this.#add(text.replace(WHITE_SPACE, ' '));
  }

  #add(text: string): void {
    if (this.#paragraphs > 0) this.#flow.text(text);
  }

  #addColumns(table: OpenTable, attributes: Attributes, count: number): void {
    if (isHidden(attributes)) table.hiddenColumns.push([table.columns, table.columns + count - 1]);
    table.columns += count;
  }

  /** A cell in a hidden column is not shown; its columns stay, so that no other cell moves. */
  #closeCell(table: OpenTable): void {
    const { column, repeated } = table;
    const isShown = !table.hiddenColumns.some(([from, to]) => column >= from && column + repeated - 1 <= to);
    this.#flow.reshape(table.stored === null ? {} : { stored: table.stored });
    const text = this.#flow.closeCell(isShown);
    if (this.#isWorkbook && FORMULA_ERROR.test(text)) this.#notes.add('formula-broken', cellName(this.#row, column));
    if (!isShown && text !== '') this.#notes.add('hidden-left-out', columnName(column));
    const most = text === '' ? 1 : Math.min(repeated, this.#limits.columnsPerTable);
    for (let time = 1; time < most; time += 1) {
      this.#flow.moveTo(column + time);
      this.#flow.openCell({ rowSpan: 1, columnSpan: 1, goesOn: false });
      this.#flow.closeCell(isShown, text);
    }
    table.column += repeated;
  }

  #closeRow(table: OpenTable): void {
    if (table.isHidden) {
      if (this.#flow.passRows(table.rows)) this.#notes.add('hidden-left-out', `row ${this.#row + 1}`, table.rows);
    } else this.#flow.closeRow(table.rows);
    this.#row += table.rows;
  }
}

/** A formula as it is written, else the value; null for a text. */
const storedOf = (attributes: Attributes) =>
  attributeOf(attributes, 'formula') ?? attributes['office:value'] ?? attributes['office:date-value'] ?? null;

const WHITE_SPACE = /[ \t\n\r]+/g;

const isHidden = (attributes: Attributes) =>
  /^(?:collapse|filter)$/.test(attributeOf(attributes, 'visibility') ?? 'visible');

const newTable = (): OpenTable => ({
  hiddenColumns: [],
  columns: 0,
  column: 0,
  repeated: 1,
  isHidden: false,
  rows: 1,
  stored: null,
});
