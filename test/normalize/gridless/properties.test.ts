import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitize } from '../../../src/digitize/digitize.js';
import type { SelfEvaluation } from '../../../src/schema/record.js';

/** A form of a few rows whose points add up. */
interface Small {
  readonly names: readonly string[];
  readonly targets: readonly number[];
  readonly lost: readonly number[];
  readonly budget: number;
  readonly executed: number;
}

const NAMES = ['培训场次', '设备数量', '巡查里程', '资料印数', '修缮面积', '受益户数'];
const WEIGHTS: Readonly<Record<number, readonly number[]>> = { 2: [50, 40], 3: [40, 30, 20], 4: [30, 25, 20, 15] };

const small: fc.Arbitrary<Small> = fc.integer({ min: 2, max: 4 }).chain((rows) =>
  fc.record({
    names: fc.shuffledSubarray(NAMES, { minLength: rows, maxLength: rows }),
    targets: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: rows, maxLength: rows }),
    lost: fc.array(fc.constantFrom(0, 0, 0.5, 2), { minLength: rows, maxLength: rows }),
    budget: fc.integer({ min: 100, max: 90_000 }),
    executed: fc.integer({ min: 50, max: 90_000 }),
  }),
);

const cents = (hundredths: number) => (hundredths / 100).toFixed(2);

function rowsOf({ names, targets, lost, budget, executed }: Small): string[][] {
  const spent = Math.min(budget, executed);
  const rate = Math.floor((10_000 * spent) / budget);
  const score = Math.floor(rate / 10);
  const weights = WEIGHTS[names.length] ?? [];
  const total = weights.reduce((sum, weight, index) => sum + 100 * weight - 100 * (lost[index] ?? 0), score);
  return [
    ['项目名称', '堤防养护'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', cents(budget), cents(budget), cents(spent), '10', `${cents(rate)}%`, cents(score)],
    ['年度总体目标', '预期目标', '实际完成情况'],
    ['做好养护。', '养护良好。'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ...names.map((name, index) => [
      ...(index === 0 ? ['产出指标', '数量指标'] : []),
      name,
      `≥${targets[index]}个`,
      `${(targets[index] ?? 0) + 1}个`,
      `${weights[index]}`,
      `${(weights[index] ?? 0) - (lost[index] ?? 0)}`,
      ...(lost[index] === 0 ? [] : ['雨天停工']),
    ]),
    ['总分', '100', cents(total)],
  ];
}

const SHAPES: readonly ((rows: readonly string[][]) => string)[] = [
  (rows) => rows.flat().join('\n'),
  (rows) => rows.map((row) => row.join('\t')).join('\n'),
  (rows) => rows.map((row) => `${row.join(' | ')} ||`).join('\n'),
  (rows) =>
    rows
      .flat()
      .map((cell) => `${cell} |`)
      .join('\n'),
  (rows) => rows.map((row) => row.join(' ')).join('\n'),
  (rows) => rows.flat().join(' '),
  (rows) => rows.map((row) => row.join('')).join('\n'),
];

/** Numbers of the form that came out wrong, with no error or warning at the field or its parent. */
function silentIn(record: SelfEvaluation, { names, targets, lost, budget }: Small): string[] {
  const isTold = (path: string) =>
    record.findings.some(
      ({ severity, path: at }) =>
        severity !== 'note' && (path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`)),
    );
  const weights = WEIGHTS[names.length] ?? [];
  const fields: [path: string, got: unknown, want: unknown][] = [
    ['funds[0].annualBudget', record.funds[0]?.annualBudget ?? null, budget / 100],
    ['totalWeight', record.totalWeight, 100],
    ...record.indicators.flatMap((row, at): [string, unknown, unknown][] => {
      const index = names.indexOf(row.name);
      const path = `indicators[${at}]`;
      return [
        [`${path}.weight`, row.weight, weights[index] ?? null],
        [`${path}.score`, row.score, index < 0 ? null : (weights[index] ?? 0) - (lost[index] ?? 0)],
        [`${path}.target`, row.target.text, `≥${targets[index]}个`],
      ];
    }),
  ];
  const missing = record.indicators.length < names.length && !isTold('indicators') ? ['indicators'] : [];
  return [...missing, ...fields.filter(([path, got, want]) => got !== want && !isTold(path)).map(([path]) => path)];
}

describe('a form without a grid, in any shape', () => {
  it('has no number that is wrong and not told', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.constantFrom(...SHAPES), async (form, write) => {
        const text = `项目支出绩效自评表\n（2023年度）\n${write(rowsOf(form))}\n`;
        const { records } = await digitize({ bytes: new TextEncoder().encode(text), name: 'form.txt' });
        expect(records).toHaveLength(1);
        expect(records.flatMap((record) => silentIn(record, form))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
