import { one, optional, phrase, signs, type Table, tableOf } from './phrase.js';

export type GoalRole = 'expectedGoal' | 'actualResult';

/** Labels of the goals and of what came of them. */
export const GOALS: Table<GoalRole> = tableOf<GoalRole>({
  expectedGoal: [
    phrase(
      optional('年初', '年度', '当年', '项目', '全年', '本年', '总体', '年度总体', '项目年度', '原定', '调整后'),
      optional(
        '设定',
        '设定的',
        '设定',
        '预期',
        '绩效',
        '预期绩效',
        '总体',
        '计划',
        '批复',
        '年度',
        '总体绩效',
        '申报',
        '既定',
      ),
      one('目标', '绩效目标'),
      optional('内容', '设定', '设定情况', '值', '任务'),
    ),
    phrase(one('预期', '预定', '计划'), optional('总体', '绩效', '年度'), one('目标', '效果', '任务'), signs(0, 4)),
    phrase('目标', one('设定', '内容'), signs(0, 2)),
  ],
  actualResult: [
    phrase(
      optional('年度', '全年', '项目', '总体', '当年', '年末', '年度总体', '项目年度'),
      optional('绩效'),
      optional('目标', '指标', '任务', '预期目标', '绩效目标'),
      optional('的'),
      optional('全年', '年度'),
      optional('实际', '总体', '全年实际'),
      one('完成', '实现', '达成'),
      optional('的'),
      one('情况', '效果', '结果', '目标', '目标情况', '程度'),
      optional('说明', '概述', '综述'),
    ),
    phrase('目标完成', one('情况', '程度')),
  ],
});
