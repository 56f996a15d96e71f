import { isAnyLabel } from '../vocabulary/any-label.js';
import { paragraphsOf, proseOf } from '../text/canonical.js';
import { keepOther, witness, type Draft } from '../draft/draft.js';
import { unsureBlock } from './funds/funds-findings.js';
import { isLikeFunds } from './funds/funds-rows.js';
import type { Row, RowCell } from '../rows/rows.js';
import { goalLabels } from '../rows/section-heads.js';
import type { Sections } from '../forms/sections.js';
import type { GoalRole } from '../vocabulary/words.js';

export type Goals = Record<GoalRole, string | null>;

/** Longer texts are goals, not labels. */
const LONGEST_LABEL = 24;
const ENUMERATION = /^\d{1,2}[.、．]/;

interface Columns {
  readonly expectedGoal: number | null;
  readonly actualResult: number | null;
}

/** A label of the row's own that is none of the goals': its text goes elsewhere. */
const isOwnLabel = (cell: RowCell) => cell.text.length <= LONGEST_LABEL && !/[。；，,;]/.test(cell.text);

/** What stands left of the goals' labels names the block, a misread word too; a digit in it is nobody's. */
const isSideLabel = ({ text, label }: RowCell) =>
  isAnyLabel(label.key) || (text.length <= LONGEST_LABEL && !/\d/.test(text));

const firstOf = ({ cells }: Row, labels: readonly RowCell[]) => cells.findIndex((cell) => labels.includes(cell));

/** A label left of both goals' columns names the row: it is none of theirs, however it is called. */
const isBesideGoals = (cell: RowCell, { expectedGoal, actualResult }: Columns) =>
  expectedGoal !== null && actualResult !== null && cell.column < expectedGoal;

/** The goal under whose label a cell stands: the last label at or left of it. */
function goalAt(columns: Columns, cell: RowCell): GoalRole | null {
  const { expectedGoal, actualResult } = columns;
  if (actualResult !== null && cell.column >= actualResult) return 'actualResult';
  if (expectedGoal !== null && cell.end > expectedGoal) return 'expectedGoal';
  return null;
}

/** Reads the two texts: under their labels, or behind them in the same row; over page breaks. */
export function goalsOf(sections: Sections, draft: Draft): Goals {
  const texts: Record<GoalRole, RowCell[]> = { expectedGoal: [], actualResult: [] };
  let columns: Columns = { expectedGoal: null, actualResult: null };
  const sideLabels = new Set<string>();
  if (sections.goals.rows.some(isLikeFunds)) unsureBlock(draft);
  for (const row of sections.goals.rows) {
    const labels = goalLabels(row).filter(
      ({ cell }) => cell.text.length <= LONGEST_LABEL * 2 && !isBesideGoals(cell, columns),
    );
    if (labels.length > 0) {
      columns = {
        expectedGoal: labels.find(({ role }) => role === 'expectedGoal')?.cell.column ?? columns.expectedGoal,
        actualResult: labels.find(({ role }) => role === 'actualResult')?.cell.column ?? columns.actualResult,
      };
      // What stands left of the labels names the block; programs that take merged cells apart repeat it on its rows.
      for (const cell of row.cells) if (cell.column < (columns.expectedGoal ?? 0)) sideLabels.add(cell.text);
      const names = labels.map(({ cell }) => cell);
      draft.account.own([...names, ...row.cells.slice(0, firstOf(row, names)).filter(isSideLabel)], 'label');
      behindLabels(row, labels, texts);
    } else {
      const isSide = (cell: RowCell) => sideLabels.has(cell.text);
      draft.account.own(row.cells.filter(isSide).filter(isSideLabel), 'repeated');
      underLabels({ ...row, cells: row.cells.filter((cell) => !isSide(cell)) }, columns, texts, draft);
    }
  }
  return { expectedGoal: textOf('expectedGoal', texts, draft), actualResult: textOf('actualResult', texts, draft) };
}

function behindLabels(
  row: Row,
  labels: readonly { cell: RowCell; role: GoalRole }[],
  texts: Record<GoalRole, RowCell[]>,
): void {
  const first = labels[0];
  if (!first) return;
  let role: GoalRole | null = null;
  for (const cell of row.cells.slice(row.cells.indexOf(first.cell))) {
    const label = labels.find((candidate) => candidate.cell === cell);
    if (label) role = label.role;
    else if (role) texts[role].push(cell);
  }
}

function underLabels(row: Row, columns: Columns, texts: Record<GoalRole, RowCell[]>, draft: Draft): void {
  const [first, second] = row.cells;
  if (!first) return;
  const besides =
    row.cells.length >= 2 && second !== undefined && isOwnLabel(first) && first.column < (columns.expectedGoal ?? 1);
  if (besides) {
    const texts = row.cells.slice(1);
    draft.account.own([first], 'label');
    keepOther(
      draft,
      proseOf(first.text).replace(ENUMERATION, ''),
      texts,
      paragraphsOf(texts.map((cell) => cell.text).join('\n')),
    );
    return;
  }
  const roles = row.cells.map((cell) => goalAt(columns, cell));
  // Two texts that stand under one label slid: the first is the goal, the second the result.
  const slid = row.cells.length === 2 && columns.actualResult !== null && (roles[0] === roles[1] || roles[0] === null);
  row.cells.forEach((cell, index) => {
    const role = slid ? (index === 0 ? 'expectedGoal' : 'actualResult') : roles[index];
    if (role) texts[role].push(cell);
    else if (columns.expectedGoal === null && columns.actualResult === null) texts.expectedGoal.push(cell);
  });
}

function textOf(role: GoalRole, texts: Record<GoalRole, RowCell[]>, draft: Draft): string | null {
  const cells = texts[role].filter(
    (cell, index, all) => cell.text !== all[index - 1]?.text || cell.cell.row !== all[index - 1]?.cell.row,
  );
  if (cells.length === 0) return null;
  draft.account.own(texts[role], 'repeated');
  witness(draft, role, cells);
  return paragraphsOf(cells.map(({ text }) => text).join('\n'));
}
