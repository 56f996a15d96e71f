import { isKnownHeading } from '../vocabulary/headings.js';
import { labelOf } from '../vocabulary/label.js';
import { numberOf } from '../text/number.js';
import { dividedCell } from './readings.js';
import { originsOf, type RowCell } from './rows.js';

/** Blanks where a border that was not seen may have stood. */
const BLANKS = /[ \t\n\u3000]+/g;
/** A cell with more blanks than this is prose. */
const MOST_BLANKS = 10;

/** The cell as parts of its text, each with the columns `[column, end]` that it takes. */
function inParts(cell: RowCell, parts: readonly { text: string; column: number; end: number }[]): RowCell[] {
  const divided = dividedCell(
    cell.cell,
    cell.text,
    parts.map(({ text }) => text),
  );
  return parts.map((part, index) => ({
    ...part,
    label: labelOf(part.text),
    from: originsOf(cell),
    cell: { ...(divided[index] ?? cell.cell), text: part.text },
  }));
}

/** The cell as two, divided at `at`; the right one takes the last of its columns, or the next one. */
function divide(cell: RowCell, at: number, length: number): RowCell[] {
  const border = Math.max(cell.column + 1, cell.end - 1);
  return inParts(cell, [
    { text: cell.text.slice(0, at), column: cell.column, end: border },
    { text: cell.text.slice(at + length), column: border, end: Math.max(border + 1, cell.end) },
  ]);
}

const oneFurther = (cell: RowCell): RowCell => ({ ...cell, column: cell.column + 1, end: cell.end + 1 });

/**
 * Every row that comes of dividing one cell in two at a blank: what stood there before a border was lost. Where the medium counts
 * cells, those behind the lost border stand one column too far left; where it knows their place, they do not: both are given.
 */
export function dividedRows(cells: readonly RowCell[]): RowCell[][] {
  return cells.flatMap((cell, index) => {
    const blanks =
      isKnownHeading(1, cell.label.key) || isKnownHeading(2, cell.label.key) ? [] : [...cell.text.matchAll(BLANKS)];
    if (blanks.length === 0 || blanks.length > MOST_BLANKS) return [];
    const [before, behind] = [cells.slice(0, index), cells.slice(index + 1)];
    return blanks.flatMap((blank) => {
      const parts = divide(cell, blank.index, blank[0].length);
      return [
        [...before, ...parts, ...behind],
        [...before, ...parts, ...behind.map(oneFurther)],
      ];
    });
  });
}

const BLANK_INSIDE = /\S\s+\S/;
const mayHoldNumbers = ({ text }: RowCell) => BLANK_INSIDE.test(text) && /[\d０-９]/.test(text);
const isNumberOrSign = (text: string) => numberOf(text).kind !== 'unreadable';

/**
 * 6 0 . 8 0 is one number, its digits and its point set apart; so is 311. 00; and so is 64.0 0 where the cell's rules are known, as it
 * was wrapped or spread from edge to edge.
 */
const isOneNumber = ({ cell }: RowCell, words: readonly string[]) =>
  words.some((word) => /[.．,，]/.test(word)) &&
  (cell.reading === 'glyphs' || words.every(isDigitOrPoint) || words.some(isCutAtPoint)) &&
  numberOf(words.join(' ')).kind === 'number';
const isDigitOrPoint = (word: string) => /^[\d０-９.．]$/.test(word);
const isCutAtPoint = (word: string) => /^[.．,，]|[.．,，]$/.test(word);

/** A cell's words as a label, where it begins with one, and numbers; null where it holds anything else. */
function labelAndNumbers(cell: RowCell): string[] | null {
  const words = cell.text.trim().split(BLANKS);
  const first = words.findIndex(isNumberOrSign);
  if (words.length < 2 || first < 0 || !words.slice(first).every(isNumberOrSign)) return null;
  if (!mayHoldNumbers(cell) || isOneNumber(cell, words)) return null;
  return first === 0 ? words : [words.slice(0, first).join(' '), ...words.slice(first)];
}

const isValue = ({ text }: RowCell) => /[\d０-９]/.test(text) || isNumberOrSign(text);

/**
 * Cells that hold several numbers, or a label and numbers, as one cell for each, where the row has room for them and all its numbers can
 * then be read. `slots` is how many values a row may have. Nothing else is divided: two numbers in a cell of a full row are no number.
 */
export function withNumbersApart(cells: readonly RowCell[], slots: number): RowCell[] {
  if (!cells.some(mayHoldNumbers)) return [...cells];
  const apart = cells.flatMap((cell) => {
    const texts = labelAndNumbers(cell);
    if (!texts) return [cell];
    return inParts(
      { ...cell, text: cell.text.trim().replace(BLANKS, ' ') },
      texts.map((text, index) => ({ text, column: cell.column + index, end: cell.column + index + 1 })),
    );
  });
  const values = apart.filter(isValue);
  const isRead =
    values.length <= slots && values.every(({ text }) => isNumberOrSign(text) || /\p{Script=Han}/u.test(text));
  return isRead ? apart : [...cells];
}

const LABEL_AND_NUMBER = /^(\D*[\u4e00-\u9fff][：:]?)\s*(\d[\d,]*(?:\.\d+)?)$/;

/** Cells of a scan that hold a label with a number right behind it, as where the rule between two columns was not seen, as two cells. */
export function withLabelsApart(cells: readonly RowCell[], isLabel: (cell: RowCell) => boolean): RowCell[] {
  return cells.flatMap((cell) => {
    const [, name, number] = (cell.cell.readings && LABEL_AND_NUMBER.exec(cell.text.trim())) ?? [];
    if (name === undefined || number === undefined || isLabel(cell)) return [cell];
    const border = Math.max(cell.column + 1, cell.end - 1);
    const parts = inParts(cell, [
      { text: name, column: cell.column, end: border },
      { text: number, column: border, end: Math.max(border + 1, cell.end) },
    ]);
    return parts[0] && isLabel(parts[0]) ? parts : [cell];
  });
}
