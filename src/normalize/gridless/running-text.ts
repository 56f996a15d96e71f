import type { Cell, Sheet } from '../../schema/sheet.js';
import { plainCharacters } from '../text/characters.js';
import { PAGE_MARK } from '../forms/find-forms.js';
import { withoutBlanks } from '../text/white-space.js';

/** What stands between two characters, from the weakest to the strongest sign of a border. */
export const GAP = { none: 0, blank: 1, wide: 2, line: 3, cell: 4 } as const;
export type Gap = (typeof GAP)[keyof typeof GAP];

/**
 * A text whose grid is gone: its characters without any white space or bar, and what stood between them. Positions count characters of
 * `text`; `gaps[i]` stands before the character at `i`.
 */
export interface RunningText {
  readonly text: string;
  readonly gaps: readonly Gap[];
  /** True where a line begins at the position. */
  readonly lineStarts: readonly boolean[];
  /** Blank cells that are known to stand right before the position. */
  readonly blanks: readonly number[];
}

/** A part of a running text: `from` to `to`, the end not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Puts a running text together, piece by piece. */
class Writer {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly gaps: Gap[] = [];
  private readonly lineStarts: boolean[] = [];
  private readonly blanks: number[] = [];
  private gap: Gap = GAP.line;
  private isLine = true;
  private blank = 0;

  border(gap: Gap): void {
    if (gap > this.gap) this.gap = gap;
  }

  line(): void {
    this.border(GAP.line);
    this.isLine = true;
  }

  blankCell(): void {
    this.border(GAP.cell);
    this.blank += 1;
  }

  /** One cell's text, or a piece of a line. */
  write(text: string): void {
    for (const piece of plainCharacters(text).split(/(\n|\s+)/u)) {
      if (piece === '') continue;
      if (piece.includes('\n')) this.line();
      else if (/^\s+$/u.test(piece)) this.border(piece.length > 1 || piece === '\u3000' ? GAP.wide : GAP.blank);
      else this.characters(piece);
    }
  }

  private characters(piece: string): void {
    this.parts.push(piece);
    for (let i = 0; i < piece.length; i++) {
      this.gaps.push(i === 0 ? this.gap : GAP.none);
      this.lineStarts.push(i === 0 && this.isLine);
      this.blanks.push(i === 0 ? this.blank : 0);
    }
    this.length += piece.length;
    this.gap = GAP.none;
    this.isLine = false;
    this.blank = 0;
  }

  done(): RunningText {
    return { text: this.parts.join(''), gaps: this.gaps, lineStarts: this.lineStarts, blanks: this.blanks };
  }
}

/** A line, at whose bars and tabs cells end; two bars side by side hold a blank cell. */
function writeLine(writer: Writer, text: string): void {
  writer.line();
  const cells = text.split(/\||\t/);
  cells.forEach((cell, index) => {
    if (index > 0) writer.border(GAP.cell);
    if (cell.trim() === '') {
      if (index > 0 && index < cells.length - 1) writer.blankCell();
    } else writer.write(cell);
  });
  // A line that goes on in the next one ends within a cell.
  if (cells.length > 1 && cells.at(-1)?.trim() === '') writer.border(GAP.cell);
}

function writeRow(writer: Writer, cells: readonly Cell[]): void {
  writer.line();
  writer.border(GAP.cell);
  let column = 0;
  for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
    for (; column < cell.column; column++) writer.blankCell();
    column = cell.column + cell.columnSpan;
    writer.border(GAP.cell);
    writer.write(cell.text);
  }
  writer.border(GAP.cell);
}

/** The running text of sheets: lines as they are, rows as cells beside each other. */
export function runningTextOf(sheets: readonly Sheet[]): RunningText {
  const writer = new Writer();
  for (const { lines, cells } of sheets) {
    for (const { text } of lines) if (!PAGE_MARK.test(withoutBlanks(text))) writeLine(writer, text);
    const rows = new Map<number, Cell[]>();
    for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    for (const [, row] of [...rows].sort(([a], [b]) => a - b)) writeRow(writer, row);
  }
  return writer.done();
}

const SPACE: Readonly<Record<Gap, string>> = {
  [GAP.none]: '',
  [GAP.blank]: ' ',
  [GAP.wide]: ' ',
  [GAP.line]: '\n',
  [GAP.cell]: '\n',
};

/** The text of a span, with its blanks and line ends. */
export function textIn(running: RunningText, { from, to }: Span): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const gap = running.gaps[i] ?? GAP.none;
    text += (i > from ? SPACE[gap] : '') + running.text.charAt(i);
  }
  return text;
}

/** A part of a running text as a running text of its own. */
export function partOf({ text, gaps, lineStarts, blanks }: RunningText, { from, to }: Span): RunningText {
  return {
    text: text.slice(from, to),
    gaps: gaps.slice(from, to),
    lineStarts: lineStarts.slice(from, to),
    blanks: blanks.slice(from, to),
  };
}
