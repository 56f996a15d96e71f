import type { Evidence, Funds, Indicator, SelfEvaluation } from '../../src/schema/record.js';
import { sha256Of } from './form.js';

/** A funds row as printed: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分. */
export type PrintedFunds = readonly [string, string, string, string, string, string];
/** The numbers of an indicator as printed: 分值, 得分. */
export type PrintedPoints = readonly [weight: string, score: string];

/** The numbers of a central form as printed. The funds rows are 年度资金总额, 当年财政拨款, 上年结转资金, 其他资金, as many as there are. */
export interface CentralForm {
  readonly funds: readonly PrintedFunds[];
  readonly indicators: readonly PrintedPoints[];
  readonly total: PrintedPoints;
}

/** 执法大队办公业务用房装修专项: every sum closes, each rate is the same cut off and rounded, the grade is 优. */
export const CENTRAL_FORM: CentralForm = {
  funds: [
    ['129.79', '129.79', '120.15', '10.00', '92.57', '9.25'],
    ['100.00', '100.00', '95.15', '-', '95.15', '-'],
    ['29.79', '29.79', '25.00', '-', '83.92', '-'],
    ['0.00', '0.00', '0.00', '-', '0.00', '-'],
  ],
  indicators: [
    ['10.00', '10.00'],
    ['20.00', '18.50'],
    ['30.00', '30.00'],
    ['30.00', '26.75'],
  ],
  total: ['100.00', '94.50'],
};

const ROWS = [
  ['total', '年度资金总额'],
  ['currentYearAppropriation', '当年财政拨款'],
  ['carriedOver', '上年结转资金'],
  ['other', '其他资金'],
] as const;

const HEADINGS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
] as const;

/** A number, or null for `-` and blank. */
const valueOf = (text: string) => (text === '-' || text === '' ? null : Number(text));

/** The form as a record that was read from a text, with no findings. `misread` gives, by path, what was read instead of what is printed; `''` is a cell that was lost. */
export function centralRecord(form: CentralForm, misread: Readonly<Record<string, string>> = {}): SelfEvaluation {
  const evidence: Record<string, Evidence> = {};
  const number = (path: string, printed: string) => {
    const text = misread[path] ?? printed;
    if (text !== '') evidence[path] = { text, page: null, box: null, confidence: null, proof: [] };
    return valueOf(text);
  };
  const funds = form.funds.map((row, index): Funds => {
    const [kind, label] = ROWS[index] ?? ['unclassified', '资金'];
    const path = `funds[${index}]`;
    return {
      kind,
      label,
      initialBudget: number(`${path}.initialBudget`, row[0]),
      annualBudget: number(`${path}.annualBudget`, row[1]),
      executed: number(`${path}.executed`, row[2]),
      weight: number(`${path}.weight`, row[3]),
      executionRate: number(`${path}.executionRate`, row[4]),
      score: number(`${path}.score`, row[5]),
    };
  });
  const indicators = form.indicators.map(([weight, score], index): Indicator => {
    const [level1, level2] = HEADINGS[index % HEADINGS.length] ?? HEADINGS[0];
    const path = `indicators[${index}]`;
    return {
      ordinal: index + 1,
      level1,
      level2,
      name: `第${index + 1}项工作完成情况`,
      target: { text: '及时', kind: 'text', operator: null, value: null, unit: null },
      actual: { text: '达成指标', kind: 'achievement', operator: null, value: null, unit: null, achievement: 'full' },
      weight: number(`${path}.weight`, weight),
      score: number(`${path}.score`, score),
      deviation: Number(score) < Number(weight) ? '进度较慢' : '',
    };
  });
  const totalScore = number('totalScore', form.total[1]);
  const sha256 = sha256Of('central.md');
  return {
    schemaVersion: '1',
    id: `${sha256.slice(0, 12)}-001`,
    source: { file: 'central.md', sha256, kind: 'text', ordinal: 1, pages: null },
    formKind: 'projectSelfEvaluation',
    title: '财政项目支出绩效自评表',
    year: 2023,
    projectName: '办公业务用房装修专项',
    competentDepartment: '某区市场监督管理局',
    implementingUnit: '某区市场监督管理局',
    currencyUnit: '万元',
    funds,
    rateRounding: null,
    expectedGoal: '完成装修。',
    actualResult: '已完成。',
    indicators,
    totalWeight: number('totalWeight', form.total[0]),
    totalScore,
    grade: gradeOf(Number(form.total[1])),
    other: [],
    findings: [],
    repairs: [],
    evidence,
  };
}

function gradeOf(score: number): string {
  if (score >= 90) return '优';
  if (score >= 80) return '良';
  return score >= 60 ? '中' : '差';
}

/** The paths of all the numbers that the form prints, with their texts. */
export function printedNumbers(form: CentralForm): { path: string; text: string }[] {
  return Object.entries(centralRecord(form).evidence).flatMap(([path, { text }]) =>
    valueOf(text) === null ? [] : [{ path, text }],
  );
}
