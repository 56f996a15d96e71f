import type { Cell } from '../../schema/sheet.js';
import { fundsRow, keyOf } from '../vocabulary/funds-labels.js';
import { headingKey, endsAsHeading, isKnownHeading } from '../vocabulary/headings.js';
import { labelOf } from '../vocabulary/label.js';
import { lineIndicators } from './line-indicators.js';
import { numberOf } from '../text/number.js';
import { dividedCell } from '../rows/readings.js';
import { closeRole, identityRole, originsOf, type Row, type RowCell } from '../rows/rows.js';
import { fundsColumn, goalRole, indicatorColumn, sectionRole } from '../rows/section-heads.js';
import { REMARKS } from '../vocabulary/words.js';

/**
 * Rows from a text that has one cell on each line, as copying out of a page leaves it. The words tell the rows: labels and what
 * follows them, runs of column names, and in the indicator table each pair of points that ends a row.
 */

/** A form of fewer lines than this is no list of cells. */
const FEWEST_LINES = 10;
/** Cells that a copy put on one line stand this far apart. */
const FAR_APART = /\t|[ \u3000]{2,}/;

export const isLineForm = (rows: readonly Row[]): boolean =>
  rows.length >= FEWEST_LINES && rows.every(({ isLine }) => isLine);

const isNumber = (cell: RowCell) => numberOf(cell.text).kind !== 'unreadable';
const isFundsRow = (cell: RowCell) => fundsRow(keyOf(cell)) !== null;
const isGoalLabel = (cell: RowCell) => goalRole(cell.label.key) !== null;
const isCloseLabel = (cell: RowCell) => closeRole(cell.label.key) !== null || REMARKS.test(cell.label.key);
const isLevelHeading = (cell: RowCell) => {
  const key = headingKey(cell.text);
  return endsAsHeading(key) && (isKnownHeading(1, key) || isKnownHeading(2, key));
};

/** A row whose cells stand side by side from `first` on. */
export function rowFrom(cells: readonly RowCell[], first = 0): Row {
  const placed = cells.map((cell, index) => at(cell, first + index));
  return { cells: placed, above: [], afterBreak: false, isLine: false };
}

export const at = (cell: RowCell, column: number): RowCell => ({ ...cell, column, end: column + 1 });

function cellsOf(rows: readonly Row[]): RowCell[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const texts = cell.text.split(FAR_APART).filter((text) => text.trim() !== '');
      const cells = dividedCell(cell.cell, cell.text, texts);
      return texts.map((text, index) => ({
        ...cell,
        text,
        label: labelOf(text),
        from: originsOf(cell),
        cell: { ...(cells[index] ?? cell.cell), text } satisfies Cell,
      }));
    }),
  );
}

/** How many cells from `from` on satisfy `test`. */
function runLength(cells: readonly RowCell[], from: number, test: (cell: RowCell) => boolean): number {
  let length = 0;
  for (let i = from; i < cells.length; i++, length++) {
    const cell = cells[i];
    if (!cell || !test(cell)) break;
  }
  return length;
}

class LineReader {
  private readonly rows: Row[] = [];
  private position = 0;
  private fundsColumns = 0;
  private done = new Set<'funds' | 'goals' | 'indicators'>();

  constructor(private readonly cells: readonly RowCell[]) {}

  read(): Row[] {
    while (this.position < this.cells.length) this.step();
    return this.rows;
  }

  private take(count: number): RowCell[] {
    const taken = this.cells.slice(this.position, this.position + count);
    this.position += taken.length;
    return taken;
  }

  private run(test: (cell: RowCell) => boolean, after = 0): number {
    return runLength(this.cells, this.position + after, test);
  }

  private step(): void {
    const cell = this.cells[this.position];
    if (!cell) return;
    const heads = sectionRole(cell.label.key) !== null ? 1 : 0;
    const indicatorNames = this.run((next) => indicatorColumn(next.label.key) !== null, heads);
    const fundsNames = this.run((next) => fundsColumn(next.label.key) !== null && !isFundsRow(next), heads);
    const goalNames = this.run(isGoalLabel, heads);
    if (indicatorNames >= 4 && !this.done.has('indicators')) this.readIndicators(heads, indicatorNames);
    else if (fundsNames >= 2 && !this.done.has('funds')) this.readFundsHeader(heads, fundsNames);
    else if (this.fundsColumns > 0 && !this.done.has('goals') && isFundsRow(cell)) this.readFundsRow();
    else if (goalNames > 0 && !this.done.has('goals')) this.readGoals(heads, goalNames);
    else this.readField();
  }

  private readIndicators(heads: number, names: number): void {
    this.done.add('indicators');
    this.done.add('goals');
    const header = this.take(heads + names);
    this.rows.push(rowFrom(header, 1 - heads));
    const length = this.run((cell) => closeRole(cell.label.key) === null);
    this.rows.push(...lineIndicators(header.slice(heads), this.take(length), isLevelHeading));
  }

  private readFundsHeader(heads: number, names: number): void {
    this.done.add('funds');
    this.fundsColumns = names;
    // The column before the names' is the rows' labels', whether or not its heading stands there.
    this.rows.push(rowFrom(this.take(heads + names), 2 - heads));
  }

  private readFundsRow(): void {
    const numbers = Math.min(this.run(isNumber, 1), this.fundsColumns);
    const [label, ...values] = this.take(1 + numbers);
    if (!label) return;
    this.rows.push({
      ...rowFrom([label], 1),
      cells: [at(label, 1), ...values.map((value, index) => at(value, 2 + index))],
    });
  }

  /** Labels side by side, then the two texts; or each label with its text behind it. */
  private readGoals(heads: number, labels: number): void {
    const stops = (cell: RowCell) =>
      indicatorColumn(cell.label.key) === null && sectionRole(cell.label.key) === null && !isGoalLabel(cell);
    const head = this.take(heads + labels);
    const texts = this.take(this.run(stops));
    if (labels === 1) {
      this.rows.push(rowFrom([...head, ...texts], 1 - heads));
      return;
    }
    this.done.add('goals');
    this.rows.push(rowFrom(head, 1 - heads));
    const [first, second] = splitGoals(texts);
    first.forEach((cell) => this.rows.push({ ...rowFrom([cell]), cells: [at(cell, 1)] }));
    second.forEach((cell) => this.rows.push({ ...rowFrom([cell]), cells: [at(cell, labels)] }));
  }

  private readField(): void {
    const [label] = this.take(1);
    if (!label) return;
    const isLabel = (cell: RowCell) =>
      identityRole(cell.label.key) !== null ||
      isCloseLabel(cell) ||
      sectionRole(cell.label.key) !== null ||
      fundsColumn(cell.label.key) !== null;
    const wanted =
      closeRole(label.label.key) === 'total'
        ? this.run(isNumber)
        : Math.min(
            1,
            this.run((cell) => !isLabel(cell)),
          );
    this.rows.push(rowFrom([label, ...this.take(wanted)]));
  }
}

const FIRST_ITEM = /^\s*(?:1|一|①|\(1\)|（1）|目标1)\s*[.、．:：)）]/;

/** Which lines are the goal and which the result: two lines are one each; of more, an enumeration that starts again parts them. */
function splitGoals(texts: readonly RowCell[]): [RowCell[], RowCell[]] {
  if (texts.length <= 2) return [texts.slice(0, 1), texts.slice(1)];
  const again = texts.findIndex((cell, index) => index > 0 && FIRST_ITEM.test(cell.text));
  const half = again > 0 ? again : Math.ceil(texts.length / 2);
  return [texts.slice(0, half), texts.slice(half)];
}

/** True where the lines do not tell which belong to the goal and which to the result. */
export function goalsAreUnsure(rows: readonly Row[]): boolean {
  const cells = cellsOf(rows);
  const labels = cells.flatMap((cell, index) => (goalRole(cell.label.key) !== null ? [index] : []));
  const last = labels.at(-1);
  if (last === undefined || !labels.includes(last - 1)) return false;
  const length = runLength(
    cells,
    last + 1,
    (cell) => indicatorColumn(cell.label.key) === null && sectionRole(cell.label.key) === null,
  );
  return length > 2 && !cells.slice(last + 2, last + 1 + length).some((cell) => FIRST_ITEM.test(cell.text));
}

/** The rows of a form whose cells stand on a line each. */
export const rowsFromLines = (rows: readonly Row[]): Row[] => new LineReader(cellsOf(rows)).read();
