import type { Limits } from '../../schema/limits.js';
import type { Line, Sheet } from '../../schema/sheet.js';
import { halfWidth, plainCharacters } from '../text/characters.js';
import { CURRENCY_UNIT } from '../text/currency.js';
import { joinedRow } from '../rows/cut-rows.js';
import { fundsRow } from '../vocabulary/funds-labels.js';
import { identityRole, isClosing, rowOfLine, rowsOf, type Row } from '../rows/rows.js';
import { isFundsHeader, isIndicatorHeader } from '../rows/section-heads.js';
import { REMARKS, titleKindOf, type TitleKind } from '../vocabulary/words.js';

/** What stands above a form: its title, its year, its unit of money, other lines. */
interface Heading {
  title: string | null;
  /** The lines that the title and the year stand in. */
  titleLine: Line | null;
  yearLine: Line | null;
  kind: TitleKind | null;
  year: number | null;
  currencyUnit: string | null;
  /** Every year that its heading states, in the order in which they stand. */
  years: readonly number[];
  lines: Line[];
}

/** The rows that belong to one form, and what its heading said. */
export interface FormRows extends Heading {
  rows: Row[];
  /** True where the form is longer than the limit and was ended there. */
  cut: boolean;
  /** The year that a form before it in the same document stated, for a form that states none. */
  inheritedYear: number | null;
}

/** Lines over a form that may say something about it. */
const LINES_KEPT = 6;
/** A form that has this many lines behind its end is ended. */
const LINES_BETWEEN = 100;
/** Rows of a table above the one that shows that it is a form: those of its identity, however badly they were read. */
const ROWS_KEPT = 12;
const LONGEST_HEADING = 80;
/** What a page prints of itself: -1-, 第1页, 1/3. */
export const PAGE_MARK = /^(?:[-—–·~]+\d{1,4}[-—–·~]+|第\d{1,4}页(?:,?共\d{1,4}页)?|\d{1,4}\/\d{1,4}页?|page\d+)$/i;
/** A page number, unless the text has one cell on a line: then it's a cell. */
const BARE_NUMBER = /^\d{1,4}$/;
const YEAR_LINE = /^[([【]?(20\d{2})(?:年度?)?[)\]】]?$/;
const YEAR_IN_TITLE = /(20\d{2})年/;
const CHINESE_YEAR = /二[〇○零0]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年/;
const CHINESE_DIGITS = '零一二三四五六七八九';
const CURRENCY_LINE = new RegExp(`^(?:金额|货币|计量|预算)?单位[:：]?(?:人民币)?(${CURRENCY_UNIT})$`);

/** The unit of money beside other text on its line: （2023年度） 金额单位：万元. Behind it the line, a text or a bracket ends. */
const CURRENCY_BESIDE = new RegExp(
  String.raw`[([]?(?:金额|货币|计量|预算)?单位\s*:\s*(?:人民币)?(${CURRENCY_UNIT})(?:[)\]]|(?=[\s,;。(]|$))`,
);
/** 某某局2023年度, in a line of its own above the title. */
const YEAR_ABOVE_TITLE = /^[^。；;，,:]{0,30}20\d{2}年(?:度[^。；;，,:]{0,20})?$/;
/** In heights of a line. What two lines of one title leave blank between them at most. */
const TITLE_LEADING = 1.2;

/** True for a line on the same page, right below another. */
function isRightBelow({ page, box }: Line, above: Line): boolean {
  if (!box || !above.box || page !== above.page) return false;
  const gap = box[1] - above.box[3];
  return box[1] > above.box[1] && gap <= TITLE_LEADING * (box[3] - box[1]);
}

/** A remark is about the form above it, not about the next one. */
const REMARK = /^\s*(?:备?注|说明)/;

const plain = (text: string) => halfWidth(plainCharacters(text));
const compactOf = (text: string) => plain(text).replace(/\s+/g, '');

const chineseDigit = (character: string | undefined) =>
  Math.max(0, CHINESE_DIGITS.indexOf((character ?? '').replace(/[〇○]/, '零')));

/** The year that a heading states: （2023年度）, 2023年度…自评表, 二〇二三年度. */
export function yearIn(compact: string): number | null {
  const digits = YEAR_LINE.exec(compact)?.[1] ?? YEAR_IN_TITLE.exec(compact)?.[1];
  if (digits !== undefined) return Number(digits);
  const chinese = CHINESE_YEAR.exec(compact);
  return chinese ? 2000 + 10 * chineseDigit(chinese[1]) + chineseDigit(chinese[2]) : null;
}

const emptyHeading = (): Heading => ({
  title: null,
  titleLine: null,
  yearLine: null,
  kind: null,
  year: null,
  currencyUnit: null,
  years: [],
  lines: [],
});

/** Beside 任务名称 it heads a column of a department’s tasks. */
const TASK_HEAD = /^(?:主要|具体|工作|任务)内容$/;

/** A row that names a project: the label, and a value beside it that is no label (else it's the header of a list). */
function namesProject(row: Row): boolean {
  const at = row.cells.findIndex(({ label }) => identityRole(label.key) === 'projectName');
  if (at < 0) return false;
  const value = row.cells[at + 1];
  if (value === undefined) return row.isLine;
  if (row.cells.some(({ label }) => TASK_HEAD.test(label.key))) return false;
  return identityRole(value.label.key) === null && !isFundsHeader(row);
}

const namesDepartment = (row: Row) => {
  const first = row.cells[0]?.label;
  return first !== undefined && /^部门名称$|^部门单位名称$/.test(first.key) && row.cells.length >= 2;
};

/** One text beside a blank first cell: the rest of a remark that a page break cut. */
const isRestOfCell = (row: Row) => !row.isLine && row.cells.length === 1 && (row.cells[0]?.column ?? 0) > 0;
/** After a form's end, what still belongs to it: grades, remarks, signatures, notes. */
const belongsBehindTotal = (row: Row) =>
  isClosing(row) ||
  isRestOfCell(row) ||
  row.cells
    .slice(0, 2)
    .some(({ label, text }) => REMARKS.test(label.key) || identityRole(label.key) !== null || /^注/.test(text));

/** Finds the forms in a document's sheets by what they say, and hands out each one's rows. Streams; keeps one form at a time. */
export class FormFinder {
  private heading = emptyHeading();
  private current: FormRows | null = null;
  private named = false;
  private closed = false;
  private sawIndicators = false;
  private lastYear: number | null = null;
  /** The rows of this table above any form. */
  private above: readonly Row[] = [];
  private readonly done: FormRows[] = [];

  constructor(private readonly limits: Limits) {}

  /** The forms that ended within this sheet. */
  add(sheet: Sheet): FormRows[] {
    for (const line of sheet.lines) this.addLine(line);
    this.above = [];
    for (const row of rowsOf(sheet)) this.addRow(row);
    return this.done.splice(0);
  }

  /** The form that was still open when the document ended. */
  end(): FormRows[] {
    this.finish();
    return this.done.splice(0);
  }

  private addLine(line: Line): void {
    const compact = compactOf(line.text);
    if (compact === '' || PAGE_MARK.test(compact) || (BARE_NUMBER.test(compact) && !this.readsLines())) return;
    if (this.readWrappedTitle(line, compact) || this.readHeading(line, compact)) return;
    const row = rowOfLine(line);
    if (namesProject(row)) this.addRow(row);
    else if (this.current && (!this.closed || this.readsLines() || belongsBehindTotal(row))) this.append(row);
    else this.keepLine(line);
  }

  /** True while the form's cells come as lines, one on each. */
  private readsLines(): boolean {
    return this.current?.rows[0]?.isLine === true && this.current.rows.at(-1)?.isLine === true;
  }

  /** Takes a line that is a title only together with the one above it, or one over which the year stands alone. */
  private readWrappedTitle(line: Line, compact: string): boolean {
    const above = this.heading.lines.at(-1);
    if (!above || !isRightBelow(line, above)) return false;
    const [first, kind] = [compactOf(above.text), titleKindOf(compact)];
    if (kind !== null) {
      if (YEAR_ABOVE_TITLE.test(first) && yearIn(compact) === null)
        this.heading = { ...this.heading, year: yearIn(first), yearLine: above };
      return false;
    }
    if (titleKindOf(first) !== null || titleKindOf(first + compact) === null) return false;
    this.heading.lines.pop();
    return this.readHeading({ ...line, text: above.text.trim() + line.text.trim() }, first + compact);
  }

  /** Keeps a line that stands over the next form, or between the rows of one that seemed to be at its end. */
  private keepLine(line: Line): void {
    if (this.heading.lines.length >= LINES_BETWEEN) this.finish();
    this.heading.lines.push(line);
    if (!this.current && this.heading.lines.length > LINES_KEPT) this.heading.lines.shift();
  }

  /** Takes a title, a year or a unit of money; false where the line is none of them. */
  private readHeading(line: Line, compact: string): boolean {
    if (compact.length > LONGEST_HEADING) return false;
    const unit = REMARK.test(line.text) ? null : CURRENCY_BESIDE.exec(plain(line.text));
    const rest = unit ? plain(line.text).replace(unit[0], '').trim() : '';
    if (unit && rest !== '') {
      this.heading.currencyUnit = unit[1] ?? null;
      return this.readHeading({ ...line, text: rest }, compactOf(rest));
    }
    const kind = titleKindOf(compact);
    const year =
      kind !== null || YEAR_LINE.test(compact) || /^[([]?二[〇○零0]..年度?[)\]]?$/.test(compact)
        ? yearIn(compact)
        : null;
    const currencyUnit = CURRENCY_LINE.exec(compact)?.[1] ?? null;
    if (kind !== null) this.heading = { ...this.heading, title: line.text, titleLine: line, kind };
    if (year !== null) this.heading = { ...this.heading, year, yearLine: line, years: [...this.heading.years, year] };
    if (kind === null && year === null && currencyUnit === null) return false;
    if (currencyUnit !== null) this.heading.currencyUnit = currencyUnit;
    return true;
  }

  private addRow(row: Row): void {
    const only = row.cells.length === 1 ? row.cells[0] : undefined;
    if (only && !row.isLine) {
      const compact = compactOf(only.text);
      if (PAGE_MARK.test(compact)) return;
      const { page, box, readings } = only.cell;
      const line = { text: only.text, page, box, ...(readings === undefined ? {} : { readings }) };
      if (this.readHeading(line, compact)) return;
    }
    if (this.startsForm(row)) {
      const above = namesProject(row) ? [] : this.above;
      this.start();
      for (const one of above) this.append(one);
    } else if (this.current && this.closed && row.afterBreak && !belongsBehindTotal(row) && !this.isRestOfLast(row))
      this.finish();
    if (this.current) this.append(row);
    else if (!row.isLine) this.above = [...this.above, row].slice(-ROWS_KEPT);
  }

  private isRestOfLast(row: Row): boolean {
    const last = this.current?.rows.findLast(({ isLine }) => !isLine);
    return last !== undefined && joinedRow(last, row) !== null;
  }

  private startsForm(row: Row): boolean {
    const named = namesProject(row);
    if (named) return this.current === null || this.named || this.closed || this.heading.kind !== null;
    if (this.heading.kind !== null && (this.current === null || this.closed || this.heading.kind !== this.current.kind))
      return true;
    if (namesDepartment(row)) return this.current === null || this.closed;
    return this.current === null && (isFundsHeader(row) || isIndicatorHeader(row) || this.isFundsTotal(row));
  }

  private isFundsTotal(row: Row): boolean {
    return (
      row.cells.some(({ label }) => label.key.startsWith('年度资金') && fundsRow(label.key) === 'total') &&
      row.cells.length > 2
    );
  }

  private start(): void {
    this.finish();
    if (this.heading.year !== null) this.lastYear = this.heading.year;
    const lines = this.heading.lines.slice(-LINES_KEPT);
    this.current = { ...this.heading, lines, rows: [], cut: false, inheritedYear: this.lastYear };
    this.heading = emptyHeading();
    this.above = [];
    this.named = false;
    this.closed = false;
    this.sawIndicators = false;
  }

  private append(row: Row): void {
    if (!this.current) return;
    if (this.current.rows.length >= this.limits.rowsPerForm) {
      this.current.cut = true;
      return;
    }
    // Lines between this row and the one before it are the form's own.
    for (const line of this.heading.lines.splice(0)) this.current.rows.push(rowOfLine(line));
    // A title, year or unit that was read on the way belongs to this form: a running header, or a line between its tables.
    if (this.heading.title !== null || this.heading.year !== null || this.heading.currencyUnit !== null) {
      this.current.title ??= this.heading.title;
      this.current.titleLine ??= this.heading.titleLine;
      this.current.year ??= this.heading.year;
      this.current.yearLine ??= this.heading.yearLine;
      this.current.years = [...this.current.years, ...this.heading.years];
      this.current.currencyUnit ??= this.heading.currencyUnit;
      this.heading = emptyHeading();
    }
    this.named ||= namesProject(row);
    this.sawIndicators ||= isIndicatorHeader(row);
    this.closed ||= this.sawIndicators && isClosing(row);
    this.current.rows.push(row);
  }

  private finish(): void {
    if (this.current) this.done.push(this.current);
    this.current = null;
    this.named = false;
    this.closed = false;
    this.sawIndicators = false;
  }
}
