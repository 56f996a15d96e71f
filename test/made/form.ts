import { createHash } from 'node:crypto';
import type { Evidence, Funds, Indicator, SelfEvaluation } from '../../src/schema/record.js';

const FUNDS = [
  ['total', '年度资金总额'],
  ['currentYearAppropriation', '当年财政拨款'],
  ['carriedOver', '上年结转资金'],
  ['other', '其他资金'],
] as const;

const FUNDS_NUMBERS = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'] as const;

const funds = (kind: Funds['kind'], label: string): Funds =>
  kind === 'total' || kind === 'currentYearAppropriation'
    ? {
        kind,
        label,
        initialBudget: 311,
        annualBudget: 311.5,
        executed: 311.5,
        weight: 10,
        executionRate: 100,
        score: 10,
      }
    : { kind, label, initialBudget: 0, annualBudget: 0, executed: 0, weight: null, executionRate: null, score: null };

const indicator = (ordinal: number): Indicator => ({
  ordinal,
  level1: '产出指标',
  level2: '数量指标',
  name: `第${ordinal}项抽查计划完成率`,
  target: { text: '=100.00(%)', kind: 'number', operator: '=', value: 100, unit: '%' },
  actual: { text: '100.00(%)', kind: 'number', operator: null, value: 100, unit: '%' },
  weight: 15,
  score: 14.5,
  deviation: '',
});

/** The SHA-256 of a made-up source. */
export const sha256Of = (source: string): string => createHash('sha256').update(source).digest('hex');

/** A form as long as a common one (7 indicators, 4 funds rows, evidence for each leaf), the nth of its source; fields replaced at will. */
export function madeForm(ordinal: number, fields: Partial<SelfEvaluation> = {}, source = 'made.md'): SelfEvaluation {
  const sha256 = sha256Of(source);
  const form: SelfEvaluation = {
    schemaVersion: '1',
    id: `${sha256.slice(0, 12)}-${String(ordinal).padStart(3, '0')}`,
    source: { file: source, sha256, kind: 'text', ordinal, pages: null },
    formKind: 'projectSelfEvaluation',
    title: '财政项目支出绩效自评表',
    year: 2023,
    projectName: `第${ordinal}号市场监管抽查项目`,
    competentDepartment: '某区市场监督管理局',
    implementingUnit: '某区市场监督管理局（本级）',
    currencyUnit: '万元',
    funds: FUNDS.map(([kind, label]) => funds(kind, label)),
    rateRounding: 'truncated',
    expectedGoal: '完成年度抽查计划，\n保障辖区食品安全，群众满意度逐步提升。'.repeat(3),
    actualResult: '已完成年度抽查计划，全年未发生重大食品安全事故，群众满意度有所提升。'.repeat(3),
    indicators: [1, 2, 3, 4, 5, 6, 7].map(indicator),
    totalWeight: 100,
    totalScore: 99,
    grade: '优',
    other: [],
    findings: [
      { code: 'score-sum', severity: 'error', path: 'totalScore', message: 'Off by 1.', messageZh: '相差 1。' },
    ],
    repairs: [],
    evidence: {},
    ...fields,
  };
  return fields.evidence === undefined ? { ...form, evidence: evidenceOf(form) } : form;
}

function evidenceOf(form: SelfEvaluation): Record<string, Evidence> {
  const evidence: Record<string, Evidence> = {};
  const add = (path: string, value: string | number | null, proof: string[] = []) => {
    if (value !== null) evidence[path] = { text: String(value), page: null, box: null, confidence: null, proof };
  };
  form.funds.forEach((row, index) => {
    for (const key of FUNDS_NUMBERS) add(`funds[${index}].${key}`, row[key], ['funds-sum']);
  });
  form.indicators.forEach((row, index) => {
    for (const key of ['level1', 'level2', 'name', 'deviation'] as const) add(`indicators[${index}].${key}`, row[key]);
    for (const key of ['target', 'actual'] as const) add(`indicators[${index}].${key}`, row[key].text);
    for (const key of ['weight', 'score'] as const) add(`indicators[${index}].${key}`, row[key], [`${key}-sum`]);
  });
  for (const key of ['title', 'projectName', 'expectedGoal', 'actualResult', 'totalWeight', 'totalScore'] as const) {
    add(key, form[key]);
  }
  return evidence;
}
