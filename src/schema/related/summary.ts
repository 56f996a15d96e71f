import { z } from 'zod';
import { SelfEvaluation } from '../record.js';
import { worded } from '../words.js';
import { number, SHARED, text } from './shared.js';

const project = SelfEvaluation.shape;

/** The numbers of a project's row, in the order in which forms print them. */
export const SUMMARY_NUMBERS = ['initialBudget', 'annualBudget', 'executed', 'executionRate', 'score'] as const;
export type SummaryNumber = (typeof SUMMARY_NUMBERS)[number];

const NUMBERS = {
  initialBudget: number('Initial budget', '年初预算数'),
  annualBudget: number('Annual budget', '全年预算数'),
  executed: number('Executed', '全年执行数'),
  executionRate: number('Execution rate (%)', '执行率(%)'),
  score: number('Score', '自评得分'),
} as const satisfies Record<SummaryNumber, z.ZodType>;

/** A project's row of a summary. */
export const SummaryRow = z.object({
  ordinal: worded(z.int().positive(), { title: 'No.', titleZh: '序号' }),
  group: text('Group', '分组'),
  projectCode: text('Project code', '项目编码'),
  projectName: project.projectName,
  competentDepartment: project.competentDepartment,
  implementingUnit: project.implementingUnit,
  ...NUMBERS,
  grade: project.grade,
  note: text('Note', '备注'),
  projectId: worded(z.string().nullable(), {
    title: 'Project’s record',
    titleZh: '项目记录编号',
    description: 'The id of the project’s own form, where the same run holds it under the same name.',
    descriptionZh: '同次处理中名称相同的项目自评表的编号。',
  }),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

/** A row that adds up the rows above it: 小计, 合计. */
export const SummarySum = z.object({
  label: worded(z.string(), { title: 'Label', titleZh: '名称' }),
  /** So many projects' rows stand above it. */
  after: worded(z.int().nonnegative(), { title: 'Rows above it', titleZh: '其上行数' }),
  ...NUMBERS,
});
export type SummarySum = z.infer<typeof SummarySum>;

/** One form 自评结果汇总表: a list of projects. */
export const SelfEvaluationSummary = z.object({
  ...SHARED,
  formKind: z.literal('selfEvaluationSummary'),
  department: text('Department', '部门名称'),
  rows: z.array(SummaryRow),
  sums: z.array(SummarySum),
});
export type SelfEvaluationSummary = z.infer<typeof SelfEvaluationSummary>;
