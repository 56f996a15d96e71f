import type { Line, Sheet } from '../../schema/sheet.js';
import { withoutBlanks } from '../text/white-space.js';
import { titleKindOf } from '../vocabulary/words.js';
import { halfWidth, plainCharacters } from '../text/characters.js';

/** A stretch of a document that may hold forms without a grid. */
export interface Passage {
  readonly sheets: readonly Sheet[];
}

/** What a document is divided into: sheets with a grid, and passages without one. */
export type Part = { readonly kind: 'sheet'; readonly sheet: Sheet } | ({ readonly kind: 'passage' } & Passage);

/** A longer passage without a grid is read as tables are: it is no form, or a text that nobody can cut. */
export const MOST_CHARACTERS = 100_000;
/** A line that begins a form, whatever follows in it. */
const BEGINS_FORM = /自评表|绩效评价表|项目名称/;
/** Each names one part of a form; a passage that holds so many of them may be a form. */
const SIGNS: readonly RegExp[] = [
  /项目名称|专项名称|主管部门|实施单位/,
  /预算数|执行数|资金总额|执行率/,
  /[一二三]级指标|指标名称/,
  /(?:数量|质量|时效|成本|效益|满意度)指标/,
  /分值|权重/,
  /得分/,
  /指标值|目标值|完成值|完成情况/,
];
const FEWEST_SIGNS = 4;

const compactOf = (text: string) => withoutBlanks(halfWidth(plainCharacters(text)));

/** A shorter table may be what one odd row of a text without a grid looks like. */
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 5;
/** Rows that reach the same last column, of those of a table that is as wide everywhere. */
const MOST_ROWS = 0.8;

/** True where a table's grid is whole: its rows leave blanks where merged or empty cells stand, or are all as long. */
function hasGrid({ cells, spansKnown }: Sheet): boolean {
  if (spansKnown) return true;
  const ends = new Map<number, number>();
  let hasBlank = false;
  for (const { row, column, columnSpan } of cells) {
    hasBlank ||= column > (ends.get(row) ?? 0);
    ends.set(row, column + columnSpan);
  }
  if (ends.size < FEWEST_ROWS) return false;
  const last = Math.max(...ends.values());
  const full = [...ends.values()].filter((end) => end === last).length;
  return hasBlank || (last >= FEWEST_COLUMNS && full >= MOST_ROWS * ends.size);
}

/** So many lines with bars in them are rows of a table that lost its grid. */
const FEWEST_BARRED = 3;

const charactersOf = ({ lines, cells }: Sheet) =>
  lines.reduce((sum, { text }) => sum + text.length, 0) + cells.reduce((sum, { text }) => sum + text.length, 0);

function mayBeForm(sheets: readonly Sheet[]): boolean {
  const text = withoutBlanks(
    sheets
      .flatMap(({ lines, cells }) => [...lines.map((line) => line.text), ...cells.map((cell) => cell.text)])
      .join(''),
  );
  return SIGNS.filter((sign) => sign.test(text)).length >= FEWEST_SIGNS;
}

/** Divides a text's sheets, in their order, into those with a grid and passages without. A passage begins with a title. */
export class PassageFinder {
  private held: Sheet[] = [];
  private characters = 0;
  private barred = 0;
  private isOpen = false;

  /** What is decided now that this sheet is known. */
  *add(sheet: Sheet): Generator<Part> {
    let lines: Line[] = [];
    for (const line of sheet.lines) {
      if (this.begins(line.text)) {
        yield* this.take({ lines, cells: [], spansKnown: false });
        lines = [];
        yield* this.end();
        this.isOpen = true;
      }
      lines.push(line);
    }
    const [first] = sheet.cells;
    if (!this.isOpen && first && sheet.cells.some(({ text }) => BEGINS_FORM.test(compactOf(text))) && !hasGrid(sheet))
      this.isOpen = true;
    yield* this.take({ ...sheet, lines });
  }

  /** What is left when the document, or a passage, ends. */
  *end(): Generator<Part> {
    const { held } = this;
    this.held = [];
    this.characters = this.barred = 0;
    this.isOpen = false;
    if (held.length === 0) return;
    if (mayBeForm(held)) yield { kind: 'passage', sheets: held };
    else for (const sheet of held) yield { kind: 'sheet', sheet };
  }

  /** A title, or the first line that says what a form says. */
  private begins(text: string): boolean {
    const compact = compactOf(text);
    if (!BEGINS_FORM.test(compact)) return false;
    return !this.isOpen || titleKindOf(compact.replace(/\|/g, '')) !== null;
  }

  private *take(sheet: Sheet): Generator<Part> {
    if (sheet.lines.length === 0 && sheet.cells.length === 0) return;
    if (!this.isOpen) {
      yield { kind: 'sheet', sheet };
      return;
    }
    this.held.push(sheet);
    this.characters += charactersOf(sheet);
    this.barred += sheet.lines.filter(({ text }) => text.includes('|')).length;
    if ((this.barred < FEWEST_BARRED && hasGrid(sheet)) || this.characters > MOST_CHARACTERS) {
      const { held } = this;
      this.held = [];
      this.characters = this.barred = 0;
      this.isOpen = false;
      for (const one of held) yield { kind: 'sheet', sheet: one };
    }
  }
}
