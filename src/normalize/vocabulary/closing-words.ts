import { anyOf, one, optional, phrase, signs, type Table, tableOf, wordsOf } from './phrase.js';

export type CloseRole = 'total' | 'totalWeight' | 'totalScore' | 'grade' | 'remark';

/** Labels of the totals and the grade at a form's end. */
export const CLOSE: Table<CloseRole> = tableOf<CloseRole>({
  total: [
    phrase(
      optional(
        '项目',
        '自评',
        '绩效',
        '绩效自评',
        '指标',
        '总',
        '合计',
        '得分',
        '分数',
        '最终',
        '评价',
        '综合',
        '年度',
      ),
      one('总分', '合计', '总计', '总得分合计', '得分合计', '总评分', '综合得分合计'),
    ),
    phrase(one('合计', '总计'), optional('得分', '分值')),
    phrase('总分', signs(0, 2), '合计'),
  ],
  totalWeight: ['总分值', '分值合计', '总权重', '权重合计', '满分', '标准总分'],
  totalScore: [
    phrase(
      optional('自评', '项目', '综合', '绩效', '绩效自评', '项目自评', '最终', '评价', '评分'),
      one(
        '总得分',
        '得分总计',
        '总评得分',
        '自评得分',
        '自评总得分',
        '自评总分',
        '综合得分',
        '评价得分',
        '自评分数',
        '自评分',
        '综合评分',
        '最终得分',
      ),
    ),
    phrase(one('自评', '绩效'), '得分'),
  ],
  grade: [
    phrase(
      optional(
        '自评',
        '评价',
        '评分',
        '绩效',
        '绩效评价',
        '绩效自评',
        '综合评价',
        '评定',
        '综合',
        '自评评价',
        '自评结果',
        '评价结果',
        '项目自评',
        '得分',
        '绩效等级',
        '考核',
        '评估',
      ),
      one('等级', '等次', '档次', '级别', '评级', '评价等级', '结果等级'),
    ),
    phrase('自评', one('结论', '结果')),
  ],
});

/** Labels whose text belongs to the form as a whole, and has no field of its own. */
export const REMARKS = wordsOf([
  phrase(optional('评价', '自评', '总体'), one('结论', '综述', '小结', '评述')),
  phrase(
    optional('主要'),
    optional('存在'),
    optional('的'),
    '问题',
    anyOf('及', '和', '与', '原因', '改进', '措施', '建议', '分析'),
  ),
  phrase(
    anyOf('下一步', '主要', '整改', '拟采取', '拟采取的'),
    optional('改进', '整改', '工作', '完善'),
    one('措施', '建议', '计划', '打算', '意见'),
    optional('及结果应用方案', '及建议', '及应用'),
  ),
  phrase(optional('结果'), '应用', optional('方案', '情况')),
  phrase(
    optional('项目', '财务', '单位', '部门', '处室', '科室', '分管'),
    one('负责人', '联系人', '经办人', '审核人', '领导'),
    optional('签字', '签章', '签名'),
  ),
  phrase(
    one('填报', '填表', '制表', '评价', '自评'),
    one('人', '单位', '日期', '时间', '人员', '负责人'),
    optional('签字', '签章'),
  ),
  phrase('联系', one('电话', '方式', '人')),
  '备注',
  '说明',
  '注',
  phrase('其他', optional('需要'), optional('说明'), optional('的'), one('事项', '问题', '情况'), optional('说明')),
  phrase(one('偏差', '未完成', '扣分'), signs(0, 30), one('原因', '分析', '措施', '说明')),
  phrase(one('部门', '主管部门', '财政部门', '单位', '审核'), optional('审核', '评价', '评审'), '意见'),
  phrase(
    '项目',
    one('实施', '完成', '管理', '主要', '绩效', '效益', '内容', '执行', '开展'),
    anyOf('内容', '情况', '过程', '成效', '效果', '概述', '及', '与', '和', '总体', '完成', '分析'),
  ),
  phrase(one('有关', '其他'), '建议'),
  '经验做法',
  phrase(optional('主要'), one('成效', '做法', '经验')),
]);

/** Grades as printed, the first system then the variants of districts. */
export const GRADES = wordsOf([
  '优',
  '良',
  '中',
  '差',
  '优秀',
  '良好',
  '中等',
  '较差',
  '较好',
  '合格',
  '基本合格',
  '不合格',
  '一般',
  '好',
  'A',
  'B',
  'C',
  'D',
  phrase(one('一', '二', '三', '四'), '等'),
  phrase(one('一', '二', '三', '四'), '级'),
]);
