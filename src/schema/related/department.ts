import { z } from 'zod';
import { SelfEvaluation } from '../record.js';
import { worded } from '../words.js';
import { number, SHARED, text } from './shared.js';

const project = SelfEvaluation.shape;

/** The amounts that a row of 年度主要任务 may have, and its points, in the order in which forms print them. */
export const TASK_NUMBERS = [
  'budget',
  'budgetAppropriation',
  'budgetOther',
  'executed',
  'executedAppropriation',
  'executedOther',
  'executionRate',
  'weight',
  'score',
] as const;
export type TaskNumber = (typeof TASK_NUMBERS)[number];

const AMOUNTS = {
  budget: number('Budget', '预算数'),
  budgetAppropriation: number('Budget: appropriation', '预算数·财政拨款'),
  budgetOther: number('Budget: other funds', '预算数·其他资金'),
  executed: number('Executed', '执行数'),
  executedAppropriation: number('Executed: appropriation', '执行数·财政拨款'),
  executedOther: number('Executed: other funds', '执行数·其他资金'),
  executionRate: number('Execution rate (%)', '执行率(%)'),
  weight: number('Weight', '分值'),
  score: number('Score', '得分'),
} as const satisfies Record<TaskNumber, z.ZodType>;

/** A row of 年度主要任务: one task of the department's year. */
export const Task = z.object({
  ordinal: worded(z.int().positive(), { title: 'No.', titleZh: '序号' }),
  name: worded(z.string(), { title: 'Task', titleZh: '任务名称' }),
  content: text('Content', '主要内容'),
  ...AMOUNTS,
  result: text('Result', '完成情况'),
});
export type Task = z.infer<typeof Task>;

/** The row below the tasks that adds them up. */
export const TaskTotals = z.object(AMOUNTS);
export type TaskTotals = z.infer<typeof TaskTotals>;

/** One form 部门整体支出绩效自评表: one department's year. */
export const DepartmentSelfEvaluation = z.object({
  ...SHARED,
  formKind: z.literal('departmentSelfEvaluation'),
  department: text('Department', '部门名称'),
  funds: project.funds,
  rateRounding: project.rateRounding,
  tasks: z.array(Task),
  taskTotals: TaskTotals.nullable(),
  expectedGoal: project.expectedGoal,
  actualResult: project.actualResult,
  indicators: project.indicators,
  totalWeight: project.totalWeight,
  totalScore: project.totalScore,
  grade: project.grade,
});
export type DepartmentSelfEvaluation = z.infer<typeof DepartmentSelfEvaluation>;
