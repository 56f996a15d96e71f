import { isAmount } from '../../schema/number-fields.js';
import { roleFinder } from '../vocabulary/label.js';
import type { Row, RowCell } from './rows.js';
import {
  FUNDS_COLUMNS,
  GOALS,
  INDICATOR_COLUMNS,
  SECTIONS,
  type FundsColumn,
  type GoalRole,
  type IndicatorColumn,
  type SectionRole,
} from '../vocabulary/words.js';

export const fundsColumn = roleFinder(FUNDS_COLUMNS);
export const indicatorColumn = roleFinder(INDICATOR_COLUMNS);
export const goalRole = roleFinder(GOALS);
export const sectionRole = roleFinder(SECTIONS);

const LEVELS: ReadonlySet<IndicatorColumn> = new Set(['level1', 'level2', 'name']);
const VALUES: ReadonlySet<IndicatorColumn> = new Set(['target', 'actual', 'weight', 'score', 'unit', 'property']);

/** 一级指标 · 二级指标 · 三级指标 · 年度指标值 …: names of levels and of values in one row. */
export function isIndicatorHeader(row: Row): boolean {
  if (row.cells.length < 3) return false;
  let [level, value] = [false, false];
  const roles = new Set<IndicatorColumn>();
  for (const { label } of row.cells) {
    const role = indicatorColumn(label.key);
    if (role === null) continue;
    roles.add(role);
    level ||= LEVELS.has(role);
    value ||= VALUES.has(role);
  }
  return level && value && roles.size >= 3;
}

const GROUPS: ReadonlySet<IndicatorColumn> = new Set(['target', 'actual', 'weight', 'score']);
const FEWEST_GROUPS = 2; // one name alone may be a label or a cell of the goals

/** 绩效指标 · 年度指标值 · 实际完成值 …: the upper row of a header whose lower row names the levels. */
export function isUpperHeader(row: Row, next: Row | undefined): boolean {
  if (!next || isIndicatorHeader(row) || !isIndicatorHeader(next)) return false;
  const roles = new Set(row.cells.map(({ label }) => indicatorColumn(label.key)));
  const areNames = row.cells.every(
    ({ label }) => indicatorColumn(label.key) !== null || sectionRole(label.key) === 'indicators',
  );
  return areNames && [...roles].filter((role) => role !== null && GROUPS.has(role)).length >= FEWEST_GROUPS;
}

/** 年初预算数 · 全年预算数 · 全年执行数 …: two names of the funds columns, one of them an amount. */
export function isFundsHeader(row: Row): boolean {
  if (row.cells.length < 2) return false;
  let amount = false;
  const roles = new Set<FundsColumn>();
  for (const { label } of row.cells) {
    const role = fundsColumn(label.key);
    if (role === null || role === 'extra') continue;
    roles.add(role);
    amount ||= isAmount(role);
  }
  return amount && roles.size >= 2 && !isIndicatorHeader(row);
}

/** The goal labels of a row, those that stand left of a label they would precede left out: they head the block. */
export function goalLabels(row: Row): { cell: RowCell; role: GoalRole }[] {
  const labels = row.cells.flatMap((cell) => {
    const role = goalRole(cell.label.key);
    return role ? [{ cell, role }] : [];
  });
  const lastExpected = labels.findLastIndex(({ role }) => role === 'expectedGoal');
  const expected = labels[lastExpected];
  if (!expected) return labels.slice(-1);
  return [expected, ...labels.slice(lastExpected + 1).slice(0, 1)];
}

/** The heading of a block in a row's first cell, if something stands behind it. */
export function sectionHead(row: Row): { cell: RowCell; role: SectionRole } | null {
  const cell = row.cells[0];
  if (!cell || row.cells.length < 2) return null;
  const role = sectionRole(cell.label.key);
  return role ? { cell, role } : null;
}
