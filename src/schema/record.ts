import { z } from 'zod';
import { DecisionMark, Review } from './decision.js';
import { Finding, Repair } from './finding.js';
import { Box, CellReading, Standing } from './sheet.js';

/** The version of the record's shape. A field that is renamed or dropped changes it; a field that is added does not. */
export const SCHEMA_VERSION = '1';

/** A field's words: the column title in both languages, and what the field holds. */
interface Words {
  readonly title: string;
  readonly titleZh: string;
  readonly description?: string;
}

const worded = <T extends z.ZodType>(schema: T, words: Words): T => schema.meta({ ...words });
const amount = (title: string, titleZh: string, description?: string) =>
  worded(z.number().nullable(), { title, titleZh, ...(description === undefined ? {} : { description }) });

export const SourceKind = z.enum(['text', 'pdf', 'scan', 'document', 'spreadsheet', 'ofd']);
export type SourceKind = z.infer<typeof SourceKind>;

export const Source = z.object({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: SourceKind,
  /** The form's place among the forms of its source, from 1. */
  ordinal: z.int().positive(),
  pages: z.array(z.int().positive()).nullable(),
  /** Said of a text whose cells were inferred from the order of its words. */
  shape: z.literal('gridless').optional(),
});
export type Source = z.infer<typeof Source>;

/** The row of the funds block. Kinds beyond the central form's four keep their label. */
export const FundsKind = z.enum([
  'total',
  'currentYearAppropriation',
  'carriedOver',
  'other',
  'subsidy',
  'specialAccount',
  'ownFunds',
  'basicExpenditure', // of a department's form alone: what it spends on is told apart, not where it comes from
  'projectExpenditure',
  'unclassified',
]);
export type FundsKind = z.infer<typeof FundsKind>;

export const Funds = z.object({
  kind: worded(FundsKind, { title: 'Kind', titleZh: '资金类别', description: 'The kind of the funds row.' }),
  label: worded(z.string(), { title: 'Label', titleZh: '资金名称', description: 'The row’s label as printed.' }),
  initialBudget: amount('Initial budget', '年初预算数', 'In the form’s own currency unit.'),
  annualBudget: amount('Annual budget', '全年预算数', 'In the form’s own currency unit.'),
  executed: amount('Executed', '全年执行数', 'In the form’s own currency unit.'),
  weight: amount('Weight', '分值', 'Points that the row can earn.'),
  executionRate: amount('Execution rate (%)', '执行率(%)', 'Per cent, as printed.'),
  score: amount('Score', '得分', 'Points that the row earned.'),
});
export type Funds = z.infer<typeof Funds>;

export const Operator = z.enum(['=', '≥', '>', '≤', '<']);
export type Operator = z.infer<typeof Operator>;

export const ValueKind = z.enum(['number', 'range', 'date', 'achievement', 'text']);
export type ValueKind = z.infer<typeof ValueKind>;

export const Achievement = z.enum(['full', 'partial', 'none']);
export type Achievement = z.infer<typeof Achievement>;

/** A target or a result: the text, and what it says. */
export const Value = z.object({
  text: worded(z.string(), { title: 'Text', titleZh: '原文' }),
  kind: worded(ValueKind, { title: 'Kind', titleZh: '类型' }),
  operator: worded(Operator.nullable(), { title: 'Operator', titleZh: '符号' }),
  value: worded(z.number().nullable(), {
    title: 'Value',
    titleZh: '数值',
    description: 'The number, or the lower end of a range.',
  }),
  unit: worded(z.string().nullable(), { title: 'Unit', titleZh: '单位' }),
  /** The upper end of a range. */
  valueMax: z.number().optional(),
  /** As much of an ISO 8601 date as is printed: `2023`, `2023-11`, `2023-11-30`. */
  date: z.string().optional(),
  achievement: Achievement.optional(),
});
export type Value = z.infer<typeof Value>;

export const Indicator = z.object({
  ordinal: worded(z.int().positive(), { title: 'No.', titleZh: '序号' }),
  level1: worded(z.string(), { title: 'Level 1', titleZh: '一级指标' }),
  level2: worded(z.string(), { title: 'Level 2', titleZh: '二级指标' }),
  name: worded(z.string(), { title: 'Indicator', titleZh: '三级指标' }),
  target: worded(Value, { title: 'Target', titleZh: '年度指标值' }),
  actual: worded(Value, { title: 'Actual', titleZh: '实际完成值' }),
  weight: amount('Weight', '分值', 'Null where the form prints none, as on the second row of a merged cell.'),
  score: amount('Score', '得分', 'Null where the form prints none, as on the second row of a merged cell.'),
  deviation: worded(z.string(), { title: 'Deviation', titleZh: '偏差原因分析及改进措施' }),
});
export type Indicator = z.infer<typeof Indicator>;

/** Where a leaf came from, what was read there, how sure the reader is, and the identities that prove it. */
export const Evidence = z.object({
  text: z.string(),
  page: z.int().positive().nullable(),
  box: Box.nullable(),
  /** Where it stood in a document or workbook, which have no pages. */
  at: Standing.optional(),
  /** The stored value behind what a workbook's cell shows, where the two differ. */
  stored: z.string().optional(),
  confidence: z.number().min(0).max(1).nullable(),
  /** Where each part stood, for a leaf that several cells make up, as one that a page break cut; the first part's place is above. */
  parts: z
    .array(
      z.object({
        text: z.string(),
        page: z.int().positive().nullable(),
        box: Box.nullable(),
        at: Standing.optional(),
      }),
    )
    .optional(),
  /** What each reader made of it, for a leaf that was recognised in a picture: the chosen reading first, then what else was read. */
  readings: z.array(CellReading).optional(),
  proof: z.array(z.string()),
  /** What a person decided on it. */
  decision: DecisionMark.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What the form says and no field holds. */
export const Other = z.object({ label: z.string(), text: z.string() });
export type Other = z.infer<typeof Other>;

/** How the document's 执行率 and funds score are cut to two decimals; null where the form does not tell. */
export const RateRounding = z.enum(['truncated', 'rounded']);
export type RateRounding = z.infer<typeof RateRounding>;

/** One form, which is one project, as it was read. */
const ReadForm = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: worded(z.string().regex(/^[0-9a-f]{12}-\d{3,}$/), {
    title: 'Id',
    titleZh: '编号',
    description: 'First 12 hex digits of the source’s SHA-256, then the form’s ordinal in it.',
  }),
  source: Source,
  formKind: z.literal('projectSelfEvaluation'),
  title: worded(z.string().nullable(), { title: 'Title', titleZh: '表名' }),
  year: worded(z.int().nullable(), { title: 'Year', titleZh: '年度' }),
  projectName: worded(z.string().nullable(), { title: 'Project', titleZh: '项目名称' }),
  competentDepartment: worded(z.string().nullable(), { title: 'Competent department', titleZh: '主管部门' }),
  implementingUnit: worded(z.string().nullable(), { title: 'Implementing unit', titleZh: '实施单位' }),
  currencyUnit: worded(z.string().nullable(), {
    title: 'Currency unit',
    titleZh: '金额单位',
    description: 'As the form says (万元 or 元). Amounts are never converted.',
  }),
  funds: z.array(Funds),
  rateRounding: RateRounding.nullable(),
  expectedGoal: worded(z.string().nullable(), { title: 'Expected goal', titleZh: '预期目标' }),
  actualResult: worded(z.string().nullable(), { title: 'Actual result', titleZh: '实际完成情况' }),
  indicators: z.array(Indicator),
  totalWeight: worded(z.number().nullable(), { title: 'Total weight', titleZh: '总分(分值)' }),
  totalScore: worded(z.number().nullable(), { title: 'Total score', titleZh: '总分(得分)' }),
  grade: worded(z.string().nullable(), {
    title: 'Grade',
    titleZh: '评分等级',
    description: 'As printed; never computed.',
  }),
  other: z.array(Other),
  findings: z.array(Finding),
  repairs: z.array(Repair),
  evidence: z.record(z.string(), Evidence),
});

/** What stood in a record where decisions changed it, so that each can be taken back; null for evidence that there was none of. */
const AsRead = ReadForm.omit({ schemaVersion: true, id: true, source: true, formKind: true })
  .extend({ evidence: z.record(z.string(), Evidence.nullable()) })
  .partial();

/** One form, which is one project. */
export const SelfEvaluation = ReadForm.extend({
  /** Who signed the form; gone once it is changed afterwards. */
  review: Review.optional(),
  asRead: AsRead.optional(),
});
export type SelfEvaluation = z.infer<typeof SelfEvaluation>;
