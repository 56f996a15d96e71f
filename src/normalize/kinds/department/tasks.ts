import { TASK_NUMBERS, type Task, type TaskNumber, type TaskTotals } from '../../../schema/related/department.js';
import { keepOther, numberAt, witness, type Draft } from '../../draft/draft.js';
import { noteUnsure } from '../../draft/row-unsure.js';
import { columnsOf } from '../../rows/columns.js';
import type { Row, RowCell } from '../../rows/rows.js';
import { paragraphsOf, proseOf } from '../../text/canonical.js';
import { numberOf } from '../../text/number.js';
import { withoutGap } from '../parts/header-gap.js';
import { placedIn, type Holds, type Placed } from '../parts/placing.js';
import { isTaskTotal as isTotal, type TaskBlock } from './task-block.js';
import { TASK_TOTAL, TASKS_HEAD, taskColumn, type TaskColumn } from './words.js';

/** The tasks of a department's year, and the row that adds them up. */
export interface Tasks {
  readonly tasks: Task[];
  readonly taskTotals: TaskTotals | null;
}

const NUMBERS: ReadonlySet<TaskColumn> = new Set<TaskColumn>(TASK_NUMBERS);
const TEXTS = ['name', 'content', 'result'] as const satisfies readonly TaskColumn[];

function holds(role: TaskColumn): Holds {
  if (NUMBERS.has(role)) return 'number';
  return role === 'name' ? 'words' : 'anything';
}

type Cells = Placed<TaskColumn>;

/** A misfit that says that a cell may stand under another's column. */
const UNSURE = 1;

const textIn = ({ cells }: Cells, role: TaskColumn) => (cells.get(role) ?? []).map(({ text }) => text).join('\n');

const hasNumbers = ({ cells }: Cells) =>
  TASK_NUMBERS.some((role) => cells.get(role)?.some(({ text }) => numberOf(text).kind === 'number'));

/** A row behind a page break that has no numbers where others have: the rest of the row that the break cut. */
const isRest = (row: Row, cells: Cells, above: readonly Placed<TaskColumn>[]) =>
  row.afterBreak && above.some(hasNumbers) && !hasNumbers(cells);

const joined = (above: Cells, rest: Cells): Cells => ({
  cells: new Map(
    [...new Set([...above.cells.keys(), ...rest.cells.keys()])].map((role) => [
      role,
      [...(above.cells.get(role) ?? []), ...(rest.cells.get(role) ?? [])],
    ]),
  ),
  extras: [...above.extras, ...rest.extras],
  misfit: Math.max(above.misfit, rest.misfit),
});

const NO_AMOUNTS: Readonly<Record<TaskNumber, null>> = {
  budget: null,
  budgetAppropriation: null,
  budgetOther: null,
  executed: null,
  executedAppropriation: null,
  executedOther: null,
  executionRate: null,
  weight: null,
  score: null,
};

function amountsAt(path: string, { cells }: Cells, draft: Draft): Record<TaskNumber, number | null> {
  const amounts: Record<TaskNumber, number | null> = { ...NO_AMOUNTS };
  for (const role of TASK_NUMBERS) {
    const [first, ...rest] = cells.get(role) ?? [];
    amounts[role] = numberAt(draft, `${path}.${role}`, first);
    if (rest.length > 0) noteUnsure(draft, path, 'Two cells stand under one column', '同一列下有两个单元格');
  }
  return amounts;
}

function extrasAt(path: string, placed: Cells, draft: Draft): void {
  for (const { cell, header } of placed.extras)
    if (numberOf(cell.text).kind !== 'none')
      keepOther(draft, `${proseOf(textIn(placed, 'name'))} · ${proseOf(header.text)}`, [cell]);
  if (placed.misfit >= UNSURE)
    noteUnsure(draft, path, 'The cells of this row fit the table’s columns badly', '本行单元格与表头各列不符');
}

function taskOf(placed: Cells, index: number, draft: Draft): Task {
  const path = `tasks[${index}]`;
  for (const role of TEXTS) witness(draft, `${path}.${role}`, placed.cells.get(role) ?? []);
  draft.account.own(placed.cells.get('ordinal') ?? [], 'label');
  extrasAt(path, placed, draft);
  const [content, result] = [textIn(placed, 'content'), textIn(placed, 'result')];
  return {
    ordinal: index + 1,
    name: proseOf(textIn(placed, 'name')),
    content: content === '' ? null : paragraphsOf(content),
    ...amountsAt(path, placed, draft),
    result: result === '' ? null : paragraphsOf(result),
  };
}

function totalsOf(placed: Cells, label: readonly RowCell[], draft: Draft): TaskTotals {
  draft.account.own(label, 'label');
  extrasAt('taskTotals', placed, draft);
  return amountsAt('taskTotals', placed, draft);
}

/** The head of amounts that a second row divides. */
const isDivided = ({ label: { key } }: RowCell) => ['budget', 'executed'].includes(taskColumn(key) ?? '');

/** Reads the rows of 年度主要任务: a task each, rows joined that a page break cut, and the sum below them. */
export function tasksOf({ head, headers, rows, repeated }: TaskBlock, draft: Draft): Tasks {
  draft.account.own(head === null ? [] : [head], 'label');
  for (const { cells } of [...headers, ...repeated]) draft.account.own(cells, 'header');
  const list = { columns: columnsOf<TaskColumn>(withoutGap(headers, isDivided), taskColumn, 'extra'), holds };
  const placed: Cells[] = [];
  let taskTotals: TaskTotals | null = null;
  for (const row of rows) {
    const heads = row.cells.filter(({ label, column }, index) => index === 0 && isHeadAgain(label.key, column, head));
    draft.account.own(heads, 'repeated');
    const cells = row.cells.filter((cell) => !heads.includes(cell));
    const label = cells.filter(({ label }) => TASK_TOTAL.test(label.key));
    const found = placedIn(isTotal(row) ? cells.filter((cell) => !label.includes(cell)) : cells, list, 'extra');
    const last = placed.length - 1;
    const above = placed[last];
    if (isTotal(row)) taskTotals = totalsOf(found, label, draft);
    else if (above && isRest(row, found, placed)) placed[last] = joined(above, found);
    else placed.push(found);
  }
  return { tasks: placed.map((cells, index) => taskOf(cells, index, draft)), taskTotals };
}

/** The block's heading, repeated by a program that took the merged cell apart, or by the next page. */
const isHeadAgain = (key: string, column: number, head: RowCell | null) =>
  head !== null && column <= head.column && TASKS_HEAD.test(key);
