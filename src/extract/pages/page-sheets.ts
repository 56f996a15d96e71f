import { SharedColumns } from '../lattice/shared-columns.js';
import type { Limits } from '../../schema/limits.js';
import type { Cell, Line, Sheet } from '../../schema/sheet.js';
import type { Losses } from '../source/losses.js';
import type { PageReading, PageTable } from './page-reading.js';

/** A part of a table, with the lines above it. */
interface Part {
  readonly lines: Line[];
  readonly table: TableOnPage | null;
}

interface TableOnPage extends PageTable {
  readonly page: number;
  /** True where a scanner may have laid this page otherwise than the one before. */
  readonly isScan: boolean;
}

/** Points. How far the outer edges of two parts of one table may differ: a rule's thickness, a rounding. */
const SAME_EDGE_PT = 4;
/** Points, and a part of the width: how far a sheet of paper may lie and be drawn out otherwise than the one before it. */
const SCAN_SHIFT_PT = 40;
const SCAN_STRETCH = 0.015;
/** A table of more pages is numbered anew, so that memory stays flat. */
const MOST_PARTS = 200;
/** With more lines below it, a table has ended: a foot is a remark, a running title, a page number. */
const MOST_FOOT_LINES = 4;
/** What a page prints of itself: 3, -3-, 第3页 共9页, 3/9; ⻚ is how some fonts write 页. */
const PAGE_MARK = /^[-—–·~第\s]*\d{1,4}[-—–·~页⻚\s]*(?:[/共，,][/共，,\s]*\d{1,4}\s*[页⻚]?|\d{1,4}\s*[页⻚]?)?$/;
/** What a page prints over a table that goes on: 续表, （续上表）, 附件3（续） */
const CONTINUED = /^[（(]?续.{0,4}$|^.{0,12}[（(]续表?[）)]$/;

/**
 * Makes sheets of the pages' items, in order. A table that goes on on the next page is numbered by the columns of all its parts; each
 * part is a sheet of its own, as a sheet's end is where the page broke.
 */
export class PageSheets {
  readonly #limits: Limits;
  readonly #losses: Losses;
  /** Parts of one table, and the lines between them, that may still go on. */
  #parts: Part[] = [];
  #lines: Line[] = [];
  /** The lines of the page before, to know running heads by. */
  #linesBefore = new Set<string>();

  constructor(limits: Limits, losses: Losses) {
    this.#limits = limits;
    this.#losses = losses;
  }

  /** Takes a page, hands out the sheets that are complete. */
  *push({ page, kind, items }: Pick<PageReading, 'page' | 'kind' | 'items'>): Generator<Sheet> {
    const lines = new Set<string>();
    for (const item of items) {
      if ('line' in item) {
        this.#lines.push(item.line);
        lines.add(likeOnEveryPage(item.line));
      } else {
        const table = { ...item.table, page, isScan: kind === 'scan' };
        if (!this.#goesOn(table)) yield* this.#flush();
        this.#parts.push({ lines: this.#lines, table: onto(table, this.#parts[0]?.table) });
        this.#lines = [];
      }
    }
    this.#linesBefore = lines;
    if (this.#parts.length === 0 || this.#lines.length > MOST_FOOT_LINES || items.length === 0) yield* this.end();
  }

  *end(): Generator<Sheet> {
    yield* this.#flush();
    if (this.#lines.length > 0) yield this.#sheetOf({ lines: this.#lines, table: null }, null);
    this.#lines = [];
  }

  #goesOn({ page, box, isScan }: TableOnPage): boolean {
    const last = this.#parts.at(-1)?.table;
    if (!last || this.#parts.length >= MOST_PARTS || last.page !== page - 1) return false;
    if (
      !this.#lines.every(
        (line) => isPageMark(line) || isContinued(line) || this.#linesBefore.has(likeOnEveryPage(line)),
      )
    )
      return false;
    const [left, , right] = box;
    const [leftBefore, , rightBefore] = last.box;
    if (isScan) {
      const stretch = (right - left) / (rightBefore - leftBefore);
      return Math.abs(stretch - 1) <= SCAN_STRETCH && Math.abs(left - leftBefore) <= SCAN_SHIFT_PT;
    }
    return Math.abs(left - leftBefore) <= SAME_EDGE_PT && Math.abs(right - rightBefore) <= SAME_EDGE_PT;
  }

  *#flush(): Generator<Sheet> {
    const parts = this.#parts;
    this.#parts = [];
    const columns = new SharedColumns(parts.flatMap(({ table }) => table ?? []));
    for (const part of parts) yield this.#sheetOf(part, columns);
  }

  #sheetOf({ lines, table }: Part, columns: SharedColumns | null): Sheet {
    return {
      lines: lines.map((line) => ({ ...line, text: this.#shortened(line.text) })),
      cells:
        table?.cells.map((cell): Cell => {
          const place = columns?.place(table, cell) ?? {};
          return { ...cell, ...place, text: this.#shortened(cell.text), page: table.page };
        }) ?? [],
      spansKnown: true,
      ...(table?.isInferred === true ? { gridInferred: true } : {}),
    };
  }

  #shortened(text: string): string {
    const { charactersPerCell } = this.#limits;
    if (text.length <= charactersPerCell) return text;
    this.#losses.add('cell-cut');
    return text.slice(0, charactersPerCell).replace(/[\uD800-\uDBFF]$/, '');
  }
}

/** A scanned part with its edges moved onto those of the table's first part. */
function onto(table: TableOnPage, first: TableOnPage | null | undefined): TableOnPage {
  if (!first || !table.isScan) return table;
  const [left, , right] = table.box;
  const [start, , end] = first.box;
  const scale = (end - start) / (right - left);
  return { ...table, xs: table.xs.map((x) => start + (x - left) * scale) };
}

const isPageMark = ({ text }: Line) => PAGE_MARK.test(text.trim());
const isContinued = ({ text }: Line) => CONTINUED.test(text.trim());

/** The line's words and height on the page, the numbers in it left out. */
const likeOnEveryPage = ({ text, box }: Line) => `${text.replace(/\d+/g, '#')} ${Math.round(box?.[1] ?? 0)}`;
