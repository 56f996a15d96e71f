/**
 * The names that columns usually have, folded as `labelOf` folds them. A misread name is compared with these alone: the patterns of the
 * table of words hold too many names to tell which one was meant.
 */
export const FUNDS_HEADS: readonly string[] = [
  '年初预算数',
  '年初预算',
  '全年预算数',
  '全年预算',
  '调整后预算数',
  '全年执行数',
  '预算执行数',
  '预算执行率',
  '执行率',
  '执行率权重',
  '执行率得分',
];

export const INDICATOR_HEADS: readonly string[] = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标性质',
  '指标值',
  '年度指标值',
  '年初目标值',
  '度量单位',
  '计量单位',
  '实际完成值',
  '全年完成值',
  '全年实际值',
  '偏差原因分析及改进措施',
  '得分计算方法',
];

/** Signs that make another column's name of a known one (上年执行数, 原指标值): they are as printed, not misread. */
export const OTHER_MEANING = /[上去前次后明往今原新旧增减余]/;
