import { identityRole, isClosing, type Row } from '../../rows/rows.js';
import { goalLabels, isFundsHeader, isIndicatorHeader, isUpperHeader, sectionHead } from '../../rows/section-heads.js';
import { AMOUNT_PART, TASK_TOTAL, TASKS_HEAD, taskColumn } from './words.js';
import type { RowCell } from '../../rows/rows.js';

/** The rows of 年度主要任务, taken out of the form's. */
export interface TaskBlock {
  readonly head: RowCell | null;
  readonly headers: readonly Row[];
  readonly rows: readonly Row[];
  /** The header again, as the next page repeats it. */
  readonly repeated: readonly Row[];
}

/** A header names the task and so many other columns. */
const FEWEST_OTHERS = 2;

const without = (row: Row, head: RowCell | null): Row =>
  head === null ? row : { ...row, cells: row.cells.filter((cell) => cell !== head) };

/** The block's heading in a row's first cell, where the row says more. */
function headOf({ cells }: Row): RowCell | null {
  const [first] = cells;
  return first && cells.length > 1 && TASKS_HEAD.test(first.label.key) ? first : null;
}

/** 任务名称 · 主要内容 · 预算数 · 执行数 · 完成情况: the task, and at least two of the others. */
function isTaskHeader(row: Row): boolean {
  if (row.isLine || isIndicatorHeader(row)) return false;
  const roles = new Set(without(row, headOf(row)).cells.map(({ label }) => taskColumn(label.key)));
  return roles.has('name') && [...roles].filter((role) => role !== null && role !== 'name').length >= FEWEST_OTHERS;
}

/** 总额 · 财政拨款 · 其他资金 under the head of amounts; beside them nothing but the heads above, which merged cells repeat. */
function isLowerHeader({ cells }: Row, upper: Row): boolean {
  const parts = cells.filter(({ label }) => AMOUNT_PART.test(label.key));
  const repeats = (cell: RowCell) =>
    upper.cells.some(({ text, column }) => text === cell.text && column === cell.column);
  return parts.length > 1 && cells.every((cell) => parts.includes(cell) || repeats(cell));
}

/** The row that adds the tasks up, 合计, which closes a form elsewhere. */
export const isTaskTotal = ({ cells }: Row): boolean =>
  cells.some(({ label }, index) => index < 2 && TASK_TOTAL.test(label.key));

/** A row with which another block begins. */
function endsBlock(row: Row, next: Row | undefined): boolean {
  const [first] = row.cells;
  if (isIndicatorHeader(row) || isUpperHeader(row, next) || isFundsHeader(row) || isClosing(row)) return true;
  if (sectionHead(row) !== null || identityRole(first?.label.key ?? '') !== null) return true;
  return goalLabels(row).some(({ cell }) => row.cells.indexOf(cell) < FEWEST_OTHERS);
}

/** Takes the block of tasks out of a form's rows; null where the form has none with a header that can be read. */
export function taskBlockIn(rows: readonly Row[]): { readonly block: TaskBlock; readonly rest: readonly Row[] } | null {
  const start = rows.findIndex(isTaskHeader);
  const first = rows[start];
  if (!first) return null;
  const head = headOf(first);
  const headers = [without(first, head)];
  const taken = new Set([first]);
  const lower = rows[start + 1];
  if (lower && isLowerHeader(lower, first)) {
    headers.push(without(lower, headOf(lower)));
    taken.add(lower);
  }
  const block: TaskBlock & { rows: Row[]; repeated: Row[] } = { head, headers, rows: [], repeated: [] };
  for (let at = start + headers.length; at < rows.length; at++) {
    const row = rows[at];
    if (!row || row.isLine) continue;
    if (isTaskHeader(row) || (block.repeated.length > 0 && !row.afterBreak && isLowerHeader(row, first)))
      block.repeated.push(row);
    else if (!isTaskTotal(row) && endsBlock(row, rows[at + 1])) break;
    else block.rows.push(row);
    taken.add(row);
  }
  return { block, rest: rows.filter((row) => !taken.has(row)) };
}
