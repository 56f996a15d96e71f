import { z } from 'zod';
import type { Severity } from '../finding.js';
import { Source } from '../record.js';
import { DepartmentSelfEvaluation } from '../related/department.js';
import { worded } from '../words.js';
import { totalFundsOf, totalFundsShape } from './projects.js';
import type { Table } from './table.js';

const record = DepartmentSelfEvaluation.shape;
const count = (title: string, titleZh: string) => worded(z.int().nonnegative(), { title, titleZh });

/** A row of departments.csv: a department's year. */
export const DepartmentRow = z.object({
  id: record.id,
  year: record.year,
  title: record.title,
  department: record.department,
  currencyUnit: record.currencyUnit,
  ...totalFundsShape,
  expectedGoal: record.expectedGoal,
  actualResult: record.actualResult,
  taskCount: count('Tasks', '任务数'),
  indicatorCount: count('Indicators', '指标数'),
  totalWeight: record.totalWeight,
  totalScore: record.totalScore,
  grade: record.grade,
  errorCount: count('Findings: errors', '问题数·错误'),
  warningCount: count('Findings: warnings', '问题数·警告'),
  noteCount: count('Findings: notes', '问题数·提示'),
  sourceFile: worded(Source.shape.file, { title: 'Source file', titleZh: '来源文件' }),
  pages: worded(z.string().nullable(), { title: 'Pages', titleZh: '页码' }),
});
export type DepartmentRow = z.infer<typeof DepartmentRow>;

export const DEPARTMENTS: Table<typeof DepartmentRow> = {
  name: 'departments',
  words: {
    title: 'Departments',
    titleZh: '部门整体',
    description: 'One row for each form 部门整体支出绩效自评表; the file is there where a run gives any.',
    descriptionZh: '每张部门整体支出绩效自评表一行；没有此类表时不生成该文件。',
  },
  row: DepartmentRow,
};

/** The form's row of departments.csv. */
export function departmentRow(form: DepartmentSelfEvaluation): DepartmentRow {
  const findings = (severity: Severity) => form.findings.filter((finding) => finding.severity === severity).length;
  return {
    id: form.id,
    year: form.year,
    title: form.title,
    department: form.department,
    currencyUnit: form.currencyUnit,
    ...totalFundsOf(form.funds),
    expectedGoal: form.expectedGoal,
    actualResult: form.actualResult,
    taskCount: form.tasks.length,
    indicatorCount: form.indicators.length,
    totalWeight: form.totalWeight,
    totalScore: form.totalScore,
    grade: form.grade,
    errorCount: findings('error'),
    warningCount: findings('warning'),
    noteCount: findings('note'),
    sourceFile: form.source.file,
    pages: form.source.pages?.join(';') ?? null,
  };
}
