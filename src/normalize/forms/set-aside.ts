import type { SetAsideKind } from '../../schema/manifest.js';
import type { FormRows } from './find-forms.js';
import { identityRole, type Row } from '../rows/rows.js';
import { indicatorColumn, isIndicatorHeader } from '../rows/section-heads.js';

const hasColumn = (rows: readonly Row[], roles: readonly string[]) =>
  rows.some(({ cells }) => cells.some(({ label }) => roles.includes(indicatorColumn(label.key) ?? '')));

const namesProject = (rows: readonly Row[]) =>
  rows.some(({ cells }) => cells.some(({ label }) => identityRole(label.key) === 'projectName'));
const namesDepartment = (rows: readonly Row[]) =>
  rows.some(({ cells }) => /^部门(?:单位)?名称$/.test(cells[0]?.label.key ?? ''));

/** The related kind that a form is of, by its title or by what it asks for; null for a project's self-evaluation. */
export function setAsideKindOf(form: FormRows): SetAsideKind | null {
  const { kind, rows } = form;
  if (kind !== null && kind !== 'project') return kind;
  if (!namesProject(rows) && namesDepartment(rows)) return 'departmentOverallSelfEvaluation';
  const headers = rows.filter(isIndicatorHeader);
  const asksForResults = hasColumn(headers, ['actual', 'score']);
  if (kind === null && headers.length > 0 && !asksForResults) return 'performanceTargetDeclaration';
  return null;
}
