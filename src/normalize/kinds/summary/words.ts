import type { SummaryNumber } from '../../../schema/related/summary.js';
import { roleFinder } from '../../vocabulary/label.js';
import { fundsColumn } from '../../rows/section-heads.js';
import { closeRole, identityRole } from '../../rows/rows.js';

/** What 自评结果汇总表 calls its columns, beside the words that it shares with the form of a project. */

export type SummaryColumn =
  | 'ordinal'
  | 'projectCode'
  | 'projectName'
  | 'competentDepartment'
  | 'implementingUnit'
  | SummaryNumber
  | 'grade'
  | 'note'
  | 'extra';

const ownColumn = roleFinder<SummaryColumn>([
  [/^(?:序号|编号|序)$/, 'ordinal'],
  [/^(?:预算|支出)?项目(?:编码|代码|编号)$/, 'projectCode'],
  [/^(?:自评|评价|预算|支出|专项|部门)?项目(?:支出)?(?:名称)?$|^(?:自评|评价)项目名称$/, 'projectName'],
  [/^(?:预算|项目|自评|评价|部门|填报|所属|具体)?单位(?:名称)?$|^(?:预算)?部门(?:单位)?(?:名称)?$/, 'implementingUnit'],
  [
    /^(?:项目|自评|涉及|财政|评价|年度|批复)*(?:预算|资金|金额)(?:数|额|金额|总额|总数|资金|安排|安排数|规模)*$|^(?:全年|调整后?)(?:数|金额)$/,
    'annualBudget',
  ],
  [/^(?:年初)(?:预算|批复|安排|数|额|金额)*$/, 'initialBudget'],
  [/^(?:实际|已|累计)?(?:支出|执行|支付|使用)(?:数|额|金额|资金|总额)*$/, 'executed'],
  [
    /^(?:单位|部门|项目|绩效|综合)*(?:自评|评价)(?:得分|分数|分值|总分|分|评分|总得分)$|^(?:总分|得分|总得分|自评分)$/,
    'score',
  ],
  [/^(?:绩效|单位|项目|综合)*(?:自评|评价)?(?:等级|等次|档次|级别|结论|评级)$|^(?:自评|评价)结果$/, 'grade'],
  [/^(?:备注|说明|备注说明)$|原因|存在问题|改进措施/, 'note'],
]);

const FUNDS: Partial<Record<string, SummaryColumn>> = {
  initialBudget: 'initialBudget',
  annualBudget: 'annualBudget',
  executed: 'executed',
  executionRate: 'executionRate',
  score: 'score',
};
const IDENTITY: Partial<Record<string, SummaryColumn>> = {
  projectName: 'projectName',
  competentDepartment: 'competentDepartment',
  implementingUnit: 'implementingUnit',
};
const CLOSE: Partial<Record<string, SummaryColumn>> = { totalScore: 'score', grade: 'grade' };

/** The column that a label names: as a summary calls it, else as the form of a project does. */
export const summaryColumn = (key: string): SummaryColumn | null =>
  ownColumn(key) ??
  FUNDS[fundsColumn(key) ?? ''] ??
  IDENTITY[identityRole(key) ?? ''] ??
  CLOSE[closeRole(key) ?? ''] ??
  null;

/** A row that adds others up says so where a project's has its name. */
export const SUM_LABEL = /^.{0,16}(?:合计|总计|小计|共计)$|^合计.{0,6}$/;
