import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isFlagged } from '../../../scripts/scoring.js';
import { digitize } from '../../../src/digitize/digitize.js';
import type { SelfEvaluation } from '../../../src/schema/record.js';
import expected from './published-text.json' with { type: 'json' };

const TEXTS = join('..', 'shared', 'data', 'published-text');
const FUNDS = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'] as const;

/** What a text says, read by eye: 总分 (weight, score), funds by kind, indicators as name, target, result, weight, score. */
interface Said {
  readonly totals: readonly (number | null)[];
  readonly funds: Readonly<Record<string, readonly (number | null)[]>>;
  readonly indicators: readonly (readonly (string | number | null)[])[];
}

type Field = readonly [path: string, got: unknown, want: unknown];

function fieldsOf(record: SelfEvaluation, said: Said): Field[] {
  const funds = Object.entries(said.funds).flatMap(([kind, values]): Field[] => {
    const at = record.funds.findIndex((row) => row.kind === kind);
    const row = record.funds[at];
    if (!row) return values.map((value) => ['funds', null, value]);
    return FUNDS.map((column, index) => [`funds[${at}].${column}`, row[column], values[index] ?? null]);
  });
  const isSaid = (name: string) => said.indicators.some(([wanted]) => wanted === name);
  // Rows of another name stand for those that are missing, in their order.
  const others = record.indicators.flatMap(({ name }, at) => (isSaid(name) ? [] : [at]));
  const indicators = said.indicators.flatMap(([name, ...values]): Field[] => {
    const found = record.indicators.findIndex((row) => row.name === name);
    const at = found >= 0 ? found : (others.shift() ?? -1);
    const row = record.indicators[at];
    if (!row) return [['indicators', null, name]];
    const got = [row.name, row.target.text, row.actual.text, row.weight, row.score];
    return ['name', 'target', 'actual', 'weight', 'score'].map((field, index) => [
      `indicators[${at}].${field}`,
      got[index],
      [name, ...values][index],
    ]);
  });
  const invented = others.map((at): Field => [`indicators[${at}]`, record.indicators[at]?.name, null]);
  return [
    ['totalWeight', record.totalWeight, said.totals[0]],
    ['totalScore', record.totalScore, said.totals[1]],
    ...funds,
    ...indicators,
    ...invented,
  ];
}

/** Fields that must be right, of all: what is left is damaged in the copy itself. */
const FEWEST_RIGHT: Readonly<Record<string, number>> = { '09': 0.1, '14': 0.7, '17': 0.85, '22': 0.2 };

it.skipIf(!existsSync(TEXTS)).each(Object.entries(expected as Readonly<Record<string, Said>>))(
  'published text %s has each number right or flagged',
  async (number, said) => {
    const bytes = readFileSync(join(TEXTS, `${number}.txt`));
    const { records } = await digitize({ bytes, name: `${number}.txt` });
    expect(records).toHaveLength(1);
    const [record] = records;
    if (!record) return;
    const fields = fieldsOf(record, said);
    const wrong = fields.filter(([, got, want]) => got !== want);
    expect(wrong.filter(([path]) => !isFlagged(record.findings, path))).toEqual([]);
    expect(1 - wrong.length / fields.length).toBeGreaterThanOrEqual(FEWEST_RIGHT[number] ?? 0.95);
  },
);
