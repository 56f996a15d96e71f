import fc from 'fast-check';
import type { Cell, Sheet } from '../../src/schema/sheet.js';
import { formTexts } from './form-text.js';

/** Words that steer the reading of a form, so that noise made of them reaches every part of it. */
const FORM_WORDS = [
  '财政项目支出绩效自评表',
  '部门整体支出绩效自评表',
  '绩效目标申报表',
  '（2023年度）',
  '二〇二三年度',
  '单位：万元',
  '项目名称',
  '项目名称：信息化专项',
  '主管部门',
  '实施单位',
  '部门名称',
  '项目资金（万元）',
  '年初预算数',
  '全年预算数',
  '全年执行数',
  '执行率(%)',
  '预算执行情况（10分）',
  '年度资金总额：',
  '其中：当年财政拨款',
  '上年结转资金',
  '其他资金',
  '中央补助',
  '年度总体目标',
  '预期目标',
  '实际完成情况',
  '绩效指标',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标性质',
  '年度指标值',
  '度量单位',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
  '产出指标',
  '产出指标（50分）',
  '效益指标',
  '数量指标',
  '可持 续影',
  '响指标',
  '成本指标',
  '经济成本指标',
  '指标1：完成率',
  '……',
  '≥95%',
  '2023年11月底',
  '达成指标',
  '部分达成指',
  '总分',
  '总得分',
  '评分等级',
  '优□ 良☑',
  '存在问题',
  '注：以上',
  '-',
  '——',
  '100.00',
  '10',
  '9.25',
  '1,234.56',
  '1O0',
  '-1-',
];

const texts = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FORM_WORDS) },
  { weight: 1, arbitrary: formTexts },
  { weight: 1, arbitrary: fc.constant('') },
);

const MOST_COLUMNS = 10;

const cells: fc.Arbitrary<Cell> = fc.record({
  row: fc.nat(12),
  column: fc.nat(MOST_COLUMNS),
  rowSpan: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 5 })),
  columnSpan: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 })),
  text: texts,
  page: fc.constant(null),
  box: fc.constant(null),
  confidence: fc.constant(null),
  reading: fc.constant('text' as const),
});

/** Rows of cells side by side, as a table has them. */
const tables: fc.Arbitrary<Cell[]> = fc
  .array(fc.array(texts, { maxLength: MOST_COLUMNS }), { maxLength: 14 })
  .map((rows) =>
    rows.flatMap((row, at) =>
      row.map((text, column) => ({
        row: at,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        page: null,
        box: null,
        confidence: null,
        reading: 'text' as const,
      })),
    ),
  );

const lines = fc.array(
  texts.map((text) => ({ text, page: null, box: null })),
  { maxLength: 14 },
);

/** Documents of any sheets at all: cells anywhere, spans over each other, tables, lines, in words that forms use and in noise. */
export const anySheets: fc.Arbitrary<Sheet[]> = fc.array(
  fc.record({
    lines,
    cells: fc.oneof(tables, fc.array(cells, { maxLength: 40 })),
    spansKnown: fc.boolean(),
  }),
  { maxLength: 4 },
);
