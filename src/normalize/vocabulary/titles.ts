const SELF_EVALUATION = /自评|绩效评价表|绩效(?:目标)?(?:完成|执行)情况表|绩效(?:目标)?评价(?:报告)?表/;

export type TitleKind = 'project' | 'departmentOverallSelfEvaluation' | 'performanceTargetDeclaration' | 'summaryTable';

/** Longer lines are sentences that mention a form. */
const LONGEST_TITLE = 64;

/** What kind of form a title names, or null where the line is no title. `title` is folded: no blanks, half-width. */
export function titleKindOf(title: string): TitleKind | null {
  if (title.length > LONGEST_TITLE || title.length < 4 || /[。；;，,!?]/.test(title)) return null;
  if (!/表(?:\(.*\)|\d*|[一二三四五六七八九十\d]+)?$|自评$|自评\(.*\)$/.test(title)) return null;
  if (/(?:部门|单位|预算|财政)整体|整体(?:支出|绩效)/.test(title)) return 'departmentOverallSelfEvaluation';
  if (/汇总|一览|统计表|清单|目录/.test(title))
    return SELF_EVALUATION.test(title) || title.includes('绩效') ? 'summaryTable' : null;
  if (SELF_EVALUATION.test(title)) return 'project';
  if (/绩效目标.{0,6}(?:申报|批复|审核|申请|设定|备案)?表|绩效目标申报/.test(title))
    return 'performanceTargetDeclaration';
  return null;
}
