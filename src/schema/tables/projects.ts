import { z } from 'zod';
import { decidedPaths, REVIEW_STATES, reviewStateOf } from '../review-state.js';
import { Funds, RateRounding, SelfEvaluation, Source } from '../record.js';
import type { Severity } from '../finding.js';
import { under, worded } from '../words.js';
import type { Table } from './table.js';

const record = SelfEvaluation.shape;
const funds = Funds.shape;
const ofTotal = <T extends z.ZodType>(schema: T) => under('Total funds', '年度资金总额', schema);
const count = (title: string, titleZh: string) => worded(z.int().nonnegative(), { title, titleZh });

/** The total row of a form's funds, as columns. */
export const totalFundsShape = {
  totalFundsInitialBudget: ofTotal(funds.initialBudget),
  totalFundsAnnualBudget: ofTotal(funds.annualBudget),
  totalFundsExecuted: ofTotal(funds.executed),
  totalFundsWeight: ofTotal(funds.weight),
  totalFundsExecutionRate: ofTotal(funds.executionRate),
  totalFundsScore: ofTotal(funds.score),
};

/** A row of projects.csv: a form's identity, its total funds row, goals, totals, grade and counts. */
export const ProjectRow = z.object({
  id: worded(record.id, { descriptionZh: '来源文件 SHA-256 的前 12 位，加该表在文件中的序号。' }),
  year: record.year,
  title: record.title,
  projectName: record.projectName,
  competentDepartment: record.competentDepartment,
  implementingUnit: record.implementingUnit,
  currencyUnit: worded(record.currencyUnit, { descriptionZh: '以表中所印为准（万元或元），不作换算。' }),
  ...totalFundsShape,
  rateRounding: worded(RateRounding.nullable(), {
    title: 'Rate rounding',
    titleZh: '执行率取位',
    description: 'How the form cuts its execution rate to two decimals; empty where it does not tell.',
    descriptionZh: '执行率保留两位小数的方式：truncated 截断，rounded 四舍五入；看不出时为空。',
  }),
  expectedGoal: record.expectedGoal,
  actualResult: record.actualResult,
  indicatorCount: count('Indicators', '指标数'),
  totalWeight: record.totalWeight,
  totalScore: record.totalScore,
  grade: worded(record.grade, { descriptionZh: '以表中所印为准，不作推算。' }),
  errorCount: count('Findings: errors', '问题数·错误'),
  warningCount: count('Findings: warnings', '问题数·警告'),
  noteCount: count('Findings: notes', '问题数·提示'),
  reviewState: worded(z.enum(REVIEW_STATES), {
    title: 'Review',
    titleZh: '复核状态',
    description: 'untouched: nobody decided on it; inWork, done: some, or all, of what was flagged; signed.',
    descriptionZh: 'untouched 未复核，inWork 复核中，done 已复核，signed 已签署。',
  }),
  confirmedCount: count('Confirmed by a person', '人工确认数'),
  sourceFile: worded(Source.shape.file, { title: 'Source file', titleZh: '来源文件' }),
  sourceSha256: worded(Source.shape.sha256, { title: 'Source SHA-256', titleZh: '来源文件 SHA-256' }),
  sourceKind: worded(Source.shape.kind, { title: 'Source kind', titleZh: '来源类型' }),
  sourceOrdinal: worded(Source.shape.ordinal, { title: 'No. in source', titleZh: '来源内序号' }),
  pages: worded(z.string().nullable(), {
    title: 'Pages',
    titleZh: '页码',
    description: 'Page numbers joined by semicolons; empty for text.',
    descriptionZh: '以分号分隔的页码；文本来源为空。',
  }),
});
export type ProjectRow = z.infer<typeof ProjectRow>;

export const PROJECTS: Table<typeof ProjectRow> = {
  name: 'projects',
  words: {
    title: 'Projects',
    titleZh: '项目',
    description: 'One row for each form, which is one project.',
    descriptionZh: '每张自评表（即每个项目）一行。',
  },
  row: ProjectRow,
};

/** The first row of kind total. */
export function totalFundsOf(rows: readonly Funds[]) {
  const total = rows.find((row) => row.kind === 'total');
  return {
    totalFundsInitialBudget: total?.initialBudget ?? null,
    totalFundsAnnualBudget: total?.annualBudget ?? null,
    totalFundsExecuted: total?.executed ?? null,
    totalFundsWeight: total?.weight ?? null,
    totalFundsExecutionRate: total?.executionRate ?? null,
    totalFundsScore: total?.score ?? null,
  };
}

/** The form's row of projects.csv. Where several funds rows are of kind total, the first counts. */
export function projectRow(form: SelfEvaluation): ProjectRow {
  const findings = (severity: Severity) => form.findings.filter((finding) => finding.severity === severity).length;
  return {
    id: form.id,
    year: form.year,
    title: form.title,
    projectName: form.projectName,
    competentDepartment: form.competentDepartment,
    implementingUnit: form.implementingUnit,
    currencyUnit: form.currencyUnit,
    ...totalFundsOf(form.funds),
    rateRounding: form.rateRounding,
    expectedGoal: form.expectedGoal,
    actualResult: form.actualResult,
    indicatorCount: form.indicators.length,
    totalWeight: form.totalWeight,
    totalScore: form.totalScore,
    grade: form.grade,
    errorCount: findings('error'),
    warningCount: findings('warning'),
    noteCount: findings('note'),
    reviewState: reviewStateOf(form),
    confirmedCount: decidedPaths(form).length,
    sourceFile: form.source.file,
    sourceSha256: form.source.sha256,
    sourceKind: form.source.kind,
    sourceOrdinal: form.source.ordinal,
    pages: form.source.pages?.join(';') ?? null,
  };
}
