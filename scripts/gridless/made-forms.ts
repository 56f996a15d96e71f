import type { SelfEvaluation } from '../../src/schema/record.js';
import { isFlagged } from '../scoring.js';

/** Random numbers from 0 to 1. */
export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Row {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: number;
  readonly score: number;
  readonly reason: string;
}

/** A made form, its cells row by row, and the same as text without a grid. */
export interface MadeForm {
  readonly rows: readonly Row[];
  readonly amounts: readonly number[];
  readonly text: string;
  readonly isCut: boolean;
}

const NAMES = [
  '培训场次',
  '设备采购数量',
  '巡查里程',
  '资料印发份数',
  '修缮面积',
  '受益户数',
  '工程验收合格率',
  '群众满意度',
];
const REASONS = ['雨天停工', '部分尾款未支付，下年安排', '供应商延期'];
const UNITS = ['个', '次', '公里', '%', '万元'];
const SIGNS = ['≥', '=', '≤', '>', ''];
const LEVELS: readonly (readonly [string, string])[] = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
];
const INDICATOR_POINTS = 90;
const whole = (random: Random, least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const oneOf = <T>(random: Random, list: readonly [T, ...T[]] | readonly T[], fallback: T): T =>
  list[Math.floor(random() * list.length)] ?? fallback;
const cents = (hundredths: number) => (hundredths / 100).toFixed(2);

function shuffled(random: Random, list: readonly string[]): string[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function weightsOf(random: Random, count: number): number[] {
  const cuts = shuffled(
    random,
    Array.from({ length: INDICATOR_POINTS / 5 - 1 }, (_, index) => `${5 * (index + 1)}`),
  )
    .slice(0, count - 1)
    .map(Number)
    .sort((a, b) => a - b);
  return [...cuts, INDICATOR_POINTS].map((cut, index) => cut - (cuts[index - 1] ?? 0));
}

function indicatorRow(random: Random, name: string, weight: number): Row {
  const unit = oneOf(random, UNITS, '个');
  const target = unit === '%' ? whole(random, 60, 100) : whole(random, 1, 4000);
  const lost = random() < 0.3 ? oneOf(random, [0.5, 1, 2], 1) : 0;
  return {
    name,
    target: `${oneOf(random, SIGNS, '≥')}${target}${unit}`,
    actual: `${Math.max(1, target + whole(random, -3, 9))}${unit}`,
    weight,
    score: weight - lost,
    reason: lost > 0 && random() < 0.8 ? oneOf(random, REASONS, '雨天停工') : '',
  };
}

const SHAPES = ['lines', 'bars', 'tabs', 'ragged', 'spaced', 'flat', 'glued'] as const;
type Shape = (typeof SHAPES)[number];

/** A cell broken in two where a narrow column would, and with blanks that nobody meant. */
function roughened(random: Random, cell: string, wraps: boolean): string {
  const at = whole(random, 1, Math.max(1, cell.length - 1));
  if (wraps && cell.length >= 4 && /[\p{Script=Han}]/u.test(cell.charAt(at - 1) + cell.charAt(at)) && random() < 0.1)
    return `${cell.slice(0, at)}\n${cell.slice(at)}`;
  return random() < 0.1 ? ` ${cell} ` : cell;
}

function written(random: Random, shape: Shape, cells: readonly (readonly string[])[]): string {
  const wraps = shape !== 'lines' && shape !== 'flat' && random() < 0.4;
  const rough = cells.map((row) => row.map((cell) => roughened(random, cell, wraps)));
  const lineEnd = () => (random() < 0.1 ? '\n\n' : '\n');
  switch (shape) {
    case 'lines':
      return rough
        .flat()
        .map((cell) => `${cell}${lineEnd()}`)
        .join('');
    case 'bars':
      return rough
        .flat()
        .map((cell) => `${cell} |${lineEnd()}`)
        .join('');
    case 'tabs':
      return rough.map((row) => row.join('\t')).join('\n');
    case 'ragged':
      return rough.map((row) => `${row.join(' | ')} ${'|'.repeat(whole(random, 1, 4))}`).join('\n');
    case 'spaced':
      return rough.map((row) => row.join(random() < 0.2 ? '  ' : ' ')).join('\n');
    case 'flat':
      return rough.flat().join(' ');
    case 'glued':
      return rough.map((row) => row.map((cell) => cell.trim()).join('')).join('\n');
  }
}

/** A form whose sums close, written in a shape with random blanks and wraps; some begin or end in the middle. */
export function madeForm(random: Random): MadeForm {
  const names = shuffled(random, NAMES).slice(0, whole(random, 2, 6));
  const weights = weightsOf(random, names.length);
  const rows = names.map((name, index) => indicatorRow(random, name, weights[index] ?? 0));
  const budget = whole(random, 100, 900_000);
  const spent = random() < 0.5 ? budget : whole(random, Math.ceil(budget / 2), budget);
  const rate = Math.floor((10_000 * spent) / budget);
  const score = Math.floor(rate / 10);
  const total = rows.reduce((sum, row) => sum + Math.round(100 * row.score), score);
  const levels = rows.map((_, index) => LEVELS[Math.min(index, LEVELS.length - 1)] ?? ['产出指标', '数量指标']);
  const cells: string[][] = [
    ['项目名称', '堤防养护'],
    ['主管部门', '市水利局', '实施单位', '清江管理所'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', cents(budget), cents(budget), cents(spent), '10', `${cents(rate)}%`, cents(score)],
    ...(random() < 0.5
      ? [['其中：当年财政拨款', cents(budget), cents(budget), cents(spent), '-', `${cents(rate)}%`, '-']]
      : []),
    ['年度总体目标', '预期目标', '实际完成情况'],
    ['做好堤防养护工作。', '堤防养护情况良好。'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ...rows.map((row, index) => [
      ...(levels[index]?.[0] === levels[index - 1]?.[0] ? [] : [levels[index]?.[0] ?? '']),
      ...(levels[index]?.[1] === levels[index - 1]?.[1] ? [] : [levels[index]?.[1] ?? '']),
      row.name,
      row.target,
      row.actual,
      `${row.weight}`,
      `${row.score}`,
      ...(row.reason === '' ? [] : [row.reason]),
    ]),
    ['总分', '100', cents(total)],
  ];
  const shape = oneOf(random, SHAPES, 'lines');
  const text = `项目支出绩效自评表\n（2023年度）\n${written(random, shape, cells)}\n`;
  const isCut = random() < 0.2;
  const from = isCut && random() < 0.3 ? whole(random, 0, Math.floor(text.length / 3)) : 0;
  const to = isCut ? whole(random, Math.floor(text.length / 2), text.length) : text.length;
  return { rows, amounts: [budget / 100, budget / 100, spent / 100], text: text.slice(from, to), isCut };
}

/** Numbers, targets and results of a form that came out wrong, with no error or warning at the field or above it. */
export function silentIn(record: SelfEvaluation, { rows, amounts, isCut }: MadeForm): string[] {
  const isTold = (path: string) => isFlagged(record.findings, path);
  const fields: [path: string, got: unknown, want: unknown][] = [
    ['totalWeight', record.totalWeight, isCut ? (record.totalWeight === null ? null : 100) : 100],
  ];
  const [total] = record.funds;
  if (total?.kind === 'total')
    (['initialBudget', 'annualBudget', 'executed'] as const).forEach((column, index) =>
      fields.push([`funds[0].${column}`, total[column], isCut && total[column] === null ? null : amounts[index]]),
    );
  const bare = (text: string) => text.replace(/\s/g, '');
  record.indicators.forEach((row, at) => {
    const path = `indicators[${at}]`;
    const truth =
      rows.find(({ name }) => name === bare(row.name)) ??
      rows.find(({ target, weight }) => bare(row.target.text) === target && row.weight === weight);
    fields.push([`${path}.weight`, row.weight, truth?.weight]);
    fields.push([`${path}.score`, row.score, truth?.score]);
    fields.push([`${path}.target`, bare(row.target.text), truth?.target]);
    fields.push([`${path}.actual`, bare(row.actual.text), truth?.actual]);
  });
  const isShort = !isCut && record.indicators.length < rows.length && !isTold('indicators');
  return [
    ...(isShort ? ['indicators'] : []),
    ...fields.filter(([path, got, want]) => got !== want && !isTold(path)).map(([path]) => path),
  ];
}
