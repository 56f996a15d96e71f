import { z } from 'zod';
import { Achievement, Indicator, SelfEvaluation, Value } from '../record.js';
import { under, worded } from '../words.js';
import { formId, formKind } from './form-kind.js';
import type { Table } from './table.js';

const record = SelfEvaluation.shape;
const value = Value.shape;

const upperEnd = worded(z.number().nullable(), {
  title: 'Upper value',
  titleZh: '数值上限',
  description: 'The upper end of a range.',
  descriptionZh: '区间的上限。',
});
const date = worded(z.string().nullable(), {
  title: 'Date',
  titleZh: '日期',
  description: 'As much of an ISO 8601 date as is printed: 2023, 2023-11, 2023-11-30.',
  descriptionZh: 'ISO 8601 日期，印到哪一级写到哪一级：2023、2023-11、2023-11-30。',
});
const achievement = worded(Achievement.nullable(), {
  title: 'Achievement',
  titleZh: '达成情况',
  description: '达成指标: full, 部分达成指标: partial, 未达成指标: none.',
  descriptionZh: '达成指标为 full，部分达成为 partial，未达成为 none。',
});
const lowerEnd = worded(value.value, { descriptionZh: '数值，或区间的下限。' });
const ofTarget = <T extends z.ZodType>(schema: T) => under('Target', '年度指标值', schema);
const ofActual = <T extends z.ZodType>(schema: T) => under('Actual', '实际完成值', schema);

/** A row of indicators.csv: an indicator, its target and result as text and as what the text says. */
export const IndicatorRow = z.object({
  id: formId,
  year: record.year,
  implementingUnit: record.implementingUnit,
  projectName: record.projectName,
  ordinal: Indicator.shape.ordinal,
  level1: Indicator.shape.level1,
  level2: Indicator.shape.level2,
  name: Indicator.shape.name,
  target: worded(z.string(), { title: 'Target', titleZh: '年度指标值' }),
  targetKind: ofTarget(value.kind),
  targetOperator: ofTarget(value.operator),
  targetValue: ofTarget(lowerEnd),
  targetValueMax: ofTarget(upperEnd),
  targetUnit: ofTarget(value.unit),
  targetDate: ofTarget(date),
  targetAchievement: ofTarget(achievement),
  actual: worded(z.string(), { title: 'Actual', titleZh: '实际完成值' }),
  actualKind: ofActual(value.kind),
  actualOperator: ofActual(value.operator),
  actualValue: ofActual(lowerEnd),
  actualValueMax: ofActual(upperEnd),
  actualUnit: ofActual(value.unit),
  actualDate: ofActual(date),
  actualAchievement: ofActual(achievement),
  weight: worded(Indicator.shape.weight, { descriptionZh: '表中未印时为空，如合并单元格的第二行。' }),
  score: worded(Indicator.shape.score, { descriptionZh: '表中未印时为空，如合并单元格的第二行。' }),
  deviation: Indicator.shape.deviation,
  formKind,
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

export const INDICATORS: Table<typeof IndicatorRow> = {
  name: 'indicators',
  words: {
    title: 'Indicators',
    titleZh: '绩效指标',
    description: 'One row for each indicator.',
    descriptionZh: '每个绩效指标一行。',
  },
  row: IndicatorRow,
};

/** A form with indicators: a project's, or a department's under its name. */
export type IndicatorForm = Pick<SelfEvaluation, 'id' | 'year' | 'implementingUnit' | 'projectName' | 'indicators'> &
  Pick<IndicatorRow, 'formKind'>;

/** The form's rows of indicators.csv, in the form's order. */
export function indicatorRows(form: IndicatorForm): IndicatorRow[] {
  return form.indicators.map(({ target, actual, ...indicator }) => ({
    id: form.id,
    year: form.year,
    implementingUnit: form.implementingUnit,
    projectName: form.projectName,
    ordinal: indicator.ordinal,
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    target: target.text,
    targetKind: target.kind,
    targetOperator: target.operator,
    targetValue: target.value,
    targetValueMax: target.valueMax ?? null,
    targetUnit: target.unit,
    targetDate: target.date ?? null,
    targetAchievement: target.achievement ?? null,
    actual: actual.text,
    actualKind: actual.kind,
    actualOperator: actual.operator,
    actualValue: actual.value,
    actualValueMax: actual.valueMax ?? null,
    actualUnit: actual.unit,
    actualDate: actual.date ?? null,
    actualAchievement: actual.achievement ?? null,
    weight: indicator.weight,
    score: indicator.score,
    deviation: indicator.deviation,
    formKind: form.formKind,
  }));
}
