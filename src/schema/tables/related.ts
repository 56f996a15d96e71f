import type { RelatedForm } from '../related/related-form.js';
import { subjectOf } from '../related/related-form.js';
import { findingRows } from './findings.js';
import { fundsRows } from './funds.js';
import { indicatorRows } from './indicators.js';
import { DEPARTMENTS, departmentRow } from './departments.js';
import { SUMMARIES, summaryRows } from './summaries.js';
import { taskRows, TASKS } from './tasks.js';
import type { Row } from './table.js';

/** The tables of related forms alone. Their funds, indicators and findings stand with those of projects. */
export const RELATED_TABLES = { departments: DEPARTMENTS, tasks: TASKS, summaries: SUMMARIES } as const;
export type RelatedTableName = keyof typeof RELATED_TABLES;
export const RELATED_TABLE_NAMES = Object.keys(RELATED_TABLES) as readonly RelatedTableName[];

/** A related form's rows of the tables that its kind has. */
export interface RelatedRows {
  readonly own: Partial<Readonly<Record<RelatedTableName, readonly Row[]>>>;
  readonly funds: readonly Row[];
  readonly indicators: readonly Row[];
  readonly findings: readonly Row[];
}

export function relatedRowsOf(form: RelatedForm): RelatedRows {
  const projectName = subjectOf(form);
  const findings = findingRows({ ...form, projectName });
  if (form.formKind === 'selfEvaluationSummary')
    return { own: { summaries: summaryRows(form) }, funds: [], indicators: [], findings };
  const named = { ...form, projectName, implementingUnit: projectName };
  return {
    own: { departments: [departmentRow(form)], tasks: taskRows(form) },
    funds: fundsRows(named),
    indicators: indicatorRows(named),
    findings,
  };
}
