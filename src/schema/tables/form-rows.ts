import type { SelfEvaluation } from '../record.js';
import { findingRows, fundsRows, indicatorRows, projectRow, type Row, TABLES } from './tables.js';

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A form's rows of each table. */
export type FormRows = Readonly<Record<TableName, readonly Row[]>>;

export function rowsOf(form: SelfEvaluation): FormRows {
  return {
    projects: [projectRow(form)],
    funds: fundsRows(form),
    indicators: indicatorRows(form),
    findings: findingRows(form),
  };
}
