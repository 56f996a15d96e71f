import { z } from 'zod';
import { Source } from '../record.js';
import { SelfEvaluationSummary, SummaryRow } from '../related/summary.js';
import { worded } from '../words.js';
import type { Table } from './table.js';

const record = SelfEvaluationSummary.shape;

/** A row of summaries.csv: a project as a summary lists it. */
export const SummaryTableRow = z.object({
  id: record.id,
  year: record.year,
  department: record.department,
  currencyUnit: record.currencyUnit,
  ...SummaryRow.shape,
  sourceFile: worded(Source.shape.file, { title: 'Source file', titleZh: '来源文件' }),
});
export type SummaryTableRow = z.infer<typeof SummaryTableRow>;

export const SUMMARIES: Table<typeof SummaryTableRow> = {
  name: 'summaries',
  words: {
    title: 'Summaries',
    titleZh: '自评结果汇总',
    description: 'One row for each project that a summary lists; the file is there where a run gives any.',
    descriptionZh: '汇总表所列每个项目一行；没有此类表时不生成该文件。',
  },
  row: SummaryTableRow,
};

/** The form's rows of summaries.csv, in the form's order. */
export const summaryRows = ({
  id,
  year,
  department,
  currencyUnit,
  rows,
  source,
}: SelfEvaluationSummary): SummaryTableRow[] =>
  rows.map((row) => ({ id, year, department, currencyUnit, ...row, sourceFile: source.file }));
