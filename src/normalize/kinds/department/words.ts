import type { FundsKind } from '../../../schema/record.js';
import type { TaskNumber } from '../../../schema/related/department.js';
import { roleFinder } from '../../vocabulary/label.js';

/** What 部门整体支出绩效自评表 calls its parts, beside the words that it shares with the form of a project. */

export type TaskColumn = 'ordinal' | 'name' | 'content' | TaskNumber | 'result' | 'extra';

/** Who the form is about, the more exact label first. */
export const DEPARTMENT_LABELS: readonly RegExp[] = [
  /^(?:预算)?部门(?:单位)?(?:名称|及代码)$|^部门单位$|^部门$/,
  /^(?:预算|一级预算|评价|填报|自评)?(?:单位|部门)(?:名称)?$/,
];

/** What a department spends on: beside, or instead of, where its funds come from. */
export const expenditureRow: (key: string) => FundsKind | null = roleFinder<FundsKind>([
  [/^(?:部门|单位)?(?:基本|人员和公用|人员经费和公用经费)支出(?:预算|合计|总额|小计)?$/, 'basicExpenditure'],
  [/^(?:部门|单位)?项目支出(?:预算|合计|总额|小计)?$/, 'projectExpenditure'],
  [
    /^(?:年度|全年|本年|部门|部门整体|整体|预算)?(?:支出|预算支出|整体支出|支出预算|收入)(?:总额|合计|总计|总量)$/,
    'total',
  ],
]);

/** The heading of the whole block, left of its columns. */
export const TASKS_HEAD =
  /^(?:部门|单位|本)?(?:年度|全年|当年|本年|年初)*(?:(?:主要|重点|总体)?(?:工作)?(?:任务|职责)|(?:主要|重点)工作)(?:完成情况|情况|及完成情况)?$/;

export const taskColumn = roleFinder<TaskColumn>([
  [/^(?:序号|编号)$/, 'ordinal'],
  [
    /^(?:年度|部门)?(?:主要|重点)?(?:工作)?(?:任务|事项)(?:名称|内容)?$|^(?:年度|重点|主要)工作(?:名称|任务)?$|^(?:工作|职责|活动)(?:任务|名称)$/,
    'name',
  ],
  [/^(?:主要|具体|任务|工作|实施)?(?:工作|任务)?(?:内容|举措|措施)$|^任务(?:描述|说明|概述)$/, 'content'],
  [/^(?:预算|资金).*(?:财政(?:拨款|资金)|其中财政拨款)$|^财政(?:拨款|资金)预算/, 'budgetAppropriation'],
  [/^(?:预算|资金).*(?:其他|自有|非财政)(?:资金)?$/, 'budgetOther'],
  [/^(?:实际)?(?:执行|支出|支付).*(?:财政(?:拨款|资金)|其中财政拨款)$/, 'executedAppropriation'],
  [/^(?:实际)?(?:执行|支出|支付).*(?:其他|自有|非财政)(?:资金)?$/, 'executedOther'],
  [/^(?:预算|资金|任务|支出|全年|年度)?(?:执行|支出|支付|完成)率$|^执行进度$/, 'executionRate'],
  [
    /^(?:年初|全年|年度|计划|安排|调整后|涉及|项目|任务)*(?:预算|资金)(?:数|额|金额|资金|安排|安排数)*(?:总额|合计|小计|总)?$|^(?:总)(?:预算|资金)(?:金额|数|额)?$/,
    'budget',
  ],
  [
    /^(?:全年|年度|实际|预算|资金|任务)*(?:执行|支出|支付|使用)(?:数|额|金额|资金)*(?:总额|合计|小计|总)?$|^总(?:执行|支出)(?:金额|数|额)?$|^决算数$/,
    'executed',
  ],
  [
    /^(?:任务|工作|实际|年度|全年|目标|年末)*(?:完成|落实|进展|实现)(?:情况|程度|效果|结果|进度)(?:说明|及效果)?$|^(?:实际|工作|主要)(?:成效|结果|效果)$/,
    'result',
  ],
  [/^(?:标准|任务)?(?:分值|权重|满分)$/, 'weight'],
  [/^(?:自评|任务)?(?:得分|评分)$/, 'score'],
]);

/** A second row of the header divides the amounts. */
export const AMOUNT_PART =
  /^(?:其中)?(?:总额|合计|小计|总计|金额|财政(?:拨款|资金)|其他(?:资金)?|自有资金|非财政资金)$/;

/** The row that adds the tasks up. */
export const TASK_TOTAL = /^(?:金额|任务|预算|资金)?(?:合计|总计|小计)(?:金额)?$/;
