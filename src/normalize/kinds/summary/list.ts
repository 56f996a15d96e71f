import { numberOf } from '../../text/number.js';
import { columnsOf, type Column } from '../../rows/columns.js';
import type { Row, RowCell } from '../../rows/rows.js';
import { withoutGap } from '../parts/header-gap.js';
import { SUM_LABEL, summaryColumn, type SummaryColumn } from './words.js';

/** The list of a summary among a form's rows. */
export interface ProjectList {
  readonly columns: readonly Column<SummaryColumn>[];
  readonly headers: readonly Row[];
  /** The header again, as the next pages repeat it. */
  readonly repeated: readonly Row[];
  readonly rows: readonly Row[];
  /** What stands above the header, and lines below the last row. */
  readonly above: readonly Row[];
  readonly below: readonly Row[];
}

/** A header names the project and so many other columns. */
const FEWEST_OTHERS = 2;

const rolesIn = ({ cells }: Row) => cells.map(({ label }) => summaryColumn(label.key));

function isHeader(row: Row): boolean {
  const roles = new Set(rolesIn(row).filter((role) => role !== null));
  return !row.isLine && roles.has('projectName') && roles.size > FEWEST_OTHERS;
}

const hasNumber = ({ cells }: Row) => cells.some(({ text }) => numberOf(text).kind === 'number');
const isSum = ({ cells }: Row) => cells.slice(0, 3).some(({ label }) => SUM_LABEL.test(label.key));

/** A second row of the header: names of columns alone, without a number. */
const isLowerHeader = (row: Row) => !row.isLine && !hasNumber(row) && rolesIn(row).every((role) => role !== null);

const saysTheSame = (row: Row, header: Row | undefined) =>
  header?.cells.length === row.cells.length && row.cells.every(({ text }, at) => text === header.cells[at]?.text);

/** The least columns that a row fills, of those that the header names: a table of another kind has other columns. */
const FEWEST_FILLED = 0.5;

/** True for a table that goes on with the list: behind a page break a row has numbers under as many columns. */
function goesOn(row: Row, columns: readonly Column<SummaryColumn>[]): boolean {
  if (isSum(row)) return true;
  const last = columns.at(-1)?.start ?? 0;
  const isWithin = row.cells.every(({ column }) => column <= last);
  return isWithin && hasNumber(row) && row.cells.length >= columns.length * FEWEST_FILLED;
}

/** The rest of a project's row that a page break cut: no number, and each cell under one of the row above. */
function isRestOf(above: Row, row: Row): boolean {
  if (isSum(above) || hasNumber(row)) return false;
  return row.cells.every(({ column }) => above.cells.some((cell) => cell.column === column));
}

/** Below the list: what its issuer says of it. */
const BELOW = /^\s*(?:注|备注|说明|填表|填报|制表|审核|单位负责人|联系)/;

/** The head of several columns, which names none itself. */
const isGroupHead = ({ label: { key } }: RowCell) => summaryColumn(key) === null || key.endsWith('情况');

/** Finds the list of projects in the rows of a form; null where it has no header that can be read. */
export function projectListIn(all: readonly Row[]): ProjectList | null {
  const start = all.findIndex(isHeader);
  const first = all[start];
  if (!first) return null;
  const second = all[start + 1];
  const headers = second && isLowerHeader(second) ? [first, second] : [first];
  const columns = columnsOf<SummaryColumn>(withoutGap(headers, isGroupHead), summaryColumn, 'extra');
  const [rows, repeated]: [Row[], Row[]] = [[], []];
  let between: Row[] = [];
  let at = start + headers.length;
  let end = at;
  for (; at < all.length; at++) {
    const row = all[at];
    if (!row) break;
    if (row.isLine) {
      between.push(row);
      continue;
    }
    const isAgain = headers.some((header) => saysTheSame(row, header)) || isHeader(row);
    const above = rows.findLast(({ isLine }) => !isLine);
    if (!isAgain && row.afterBreak && above && !goesOn(row, columns) && !isRestOf(above, row)) break;
    rows.push(...between);
    between = [];
    (isAgain ? repeated : rows).push(row);
    end = at + 1;
  }
  const behind = all.slice(end);
  const stop = behind.findIndex((row) => !row.isLine || !BELOW.test(row.line?.text ?? ''));
  return {
    columns,
    headers,
    repeated,
    rows,
    above: all.slice(0, start),
    below: stop < 0 ? behind : behind.slice(0, stop),
  };
}
