import type { SetAsideKind } from '../../schema/manifest.js';
import type { Source } from '../../schema/record.js';
import type { FormRows } from '../forms/find-forms.js';
import type { Accounted } from './parts/accounted.js';
import { identityRole } from '../rows/rows.js';
import { isAnyLabel } from '../vocabulary/any-label.js';
import { departmentRecordOf } from './department/department.js';
import { summaryRecordOf } from './summary/summary.js';
import { taskColumn } from './department/words.js';

type Reader = (form: FormRows, source: Omit<Source, 'pages'>) => Accounted | null;

/** True where a row names a project: its label, and a value beside it. */
const namesProject = ({ rows }: FormRows) =>
  rows.some(({ cells: [label, value] }) => {
    if (!label || !value || identityRole(label.label.key) !== 'projectName') return false;
    return !isAnyLabel(value.label.key) && taskColumn(value.label.key) === null;
  });

/** A department's form says which department, and something about it. */
const readDepartment: Reader = (form, source) => {
  if (namesProject(form)) return null;
  const read = departmentRecordOf(form, source);
  const { department, funds, tasks, indicators } = read.record;
  const says = indicators.length > 0 || funds.length > 0 || tasks.length > 0;
  return department !== null && says ? read : null;
};

/** A summary lists at least one project. */
const readSummary: Reader = (form, source) => {
  const read = summaryRecordOf(form, source);
  return read !== null && read.record.rows.length > 0 ? read : null;
};

/** The kinds of related forms that become records. A new one is a folder, and a line here. */
const READERS: Partial<Record<SetAsideKind, Reader>> = {
  departmentOverallSelfEvaluation: readDepartment,
  summaryTable: readSummary,
};

/** A related form's record, and its account; null for a form that is set aside: of another kind, or with nothing to read in its table. */
export function relatedOf(kind: SetAsideKind, form: FormRows, source: Omit<Source, 'pages'>): Accounted | null {
  const isText = form.rows.every(({ isLine }) => isLine);
  return isText ? null : (READERS[kind]?.(form, source) ?? null);
}
