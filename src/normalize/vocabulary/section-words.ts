import { anyOf, DIGITS, one, optional, phrase, type Table, tableOf } from './phrase.js';

export type SectionRole = 'funds' | 'goals' | 'indicators' | 'basics';

/** Headings of a whole block, in its first column or on a row of their own. */
export const SECTIONS: Table<SectionRole> = tableOf<SectionRole>({
  funds: [
    phrase(
      anyOf('项目', '预算', '年度', '年度预算', '财政', '全年', '本年', '专项', '项目年度', '项目预算', '资金', '投入'),
      one('资金', '预算执行', '预算', '资金投入', '资金使用', '资金执行', '预算资金', '预算申请', '经费', '资金安排'),
      optional(
        '情况',
        '执行情况',
        '使用情况',
        '安排情况',
        '安排及执行情况',
        '及执行情况',
        '和使用情况',
        '执行',
        '申请',
        '总额',
      ),
    ),
    phrase('预算执行', one('率', '情况分析')),
  ],
  goals: [
    phrase(
      anyOf(
        '年度',
        '项目',
        '本年',
        '当年',
        '全年',
        '总体',
        '绩效',
        '项目年度',
        '年度绩效',
        '年度总体',
        '项目绩效',
        '实施期',
        '一',
      ),
      one('目标', '绩效目标'),
      anyOf('及', '和', '与', '完成', '实现', '情况', '实际', '总体', '达成', '执行'),
      optional(...DIGITS),
    ),
  ],
  indicators: [
    phrase(
      anyOf('年度', '项目', '全年', '年度绩效', '本年', '当年'),
      optional('绩效', '考核', '自评', '评价'),
      one('指标', '绩效指标', '目标指标', '绩效目标'),
      anyOf(
        '完成',
        '分析',
        '自评',
        '完成情况',
        '情况',
        '体系',
        '评价',
        '值',
        '设定',
        '表',
        '完成情况分析',
        '及完成情况',
      ),
      optional(...DIGITS),
    ),
  ],
  basics: [phrase(optional('项目'), '基本', one('情况', '信息')), phrase('项目', one('概况', '概述', '情况', '信息'))],
});
