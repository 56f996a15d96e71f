import { fold, firstOf, type Accepted, type Truth } from '../scoring.js';
import type { CellKind, HeadCell, PlacedCell } from './true-form.js';

/**
 * Finds the cells of a form from what the form truly says, never from the program's reading: a row is taken only where its cells, under
 * a head or beside it, hold the truth's values. What isn't found so is left alone.
 */

type Rows = readonly (readonly string[])[];
type Heads = readonly (readonly [RegExp, string])[];

const FUNDS_HEADS: Heads = [
  [/^(?:年初|期初)预算/, 'initialBudget'],
  [/^(?:全年|调整后|当年)(?:（调整）|\(调整\))?预算|^预算数/, 'annualBudget'],
  [/执行数$|^执行数|^全年支出|支出数/, 'executed'],
  [/执行率得分|^(?:自评)?得分/, 'score'],
  [/执行率权重|^分值|^分数|^权重/, 'weight'],
  [/执行率/, 'executionRate'],
];
const INDICATOR_HEADS: Heads = [
  [/^(?:三级指标|指标名称|具体指标|绩效指标名称)/, 'name'],
  [/^指标性质/, 'property'],
  [/^(?:计量|度量)单位/, 'unit'],
  [/^(?:年度|年初|全年)?(?:绩效)?(?:指标|目标)值/, 'target'],
  [/^(?:全年|实际)?(?:实际)?完成值/, 'actual'],
  [/^(?:指标)?(?:分值|分数|权重)/, 'weight'],
  [/^(?:指标|自评)?得分(?!系数)/, 'score'],
  [/^一级指标/, 'level1'],
  [/^二级指标/, 'level2'],
  [/原因/, 'deviation'],
];
const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?[%％]?$/;

const numberIn = (text: string) => {
  const bare = text.normalize('NFKC').trim();
  return NUMBER.test(bare) ? Number(bare.replace(/[,%]/g, '')) : null;
};
const says = (text: string, truth: unknown) => numberIn(text) === (truth ?? null);
const folded = (text: string) => fold(text.replace(/<[^>]*>/g, ''));

const isAccepted = (text: string, accepted: Accepted<string>) =>
  (typeof accepted === 'string' ? [accepted] : accepted.anyOf).some((one) => fold(one) === folded(text));

function headsOf(rows: Rows, block: HeadCell['block'], words: Heads, needed: readonly string[]): HeadCell[] {
  for (const [row, cells] of rows.entries()) {
    const found = cells.flatMap((text, column): HeadCell[] => {
      const field = words.find(([pattern]) => pattern.test(folded(text)))?.[1];
      return field === undefined ? [] : [{ row, column, block, field, text }];
    });
    const fields = new Set(found.map(({ field }) => field));
    if (needed.every((field) => fields.has(field)) && fields.size === found.length) return found;
  }
  return [];
}

const KIND: Readonly<Record<string, CellKind>> = {
  initialBudget: 'amount',
  annualBudget: 'amount',
  executed: 'amount',
  executionRate: 'rate',
  weight: 'points',
  score: 'points',
  target: 'target',
  actual: 'actual',
};
const SHIFTS = [0, 1, -1] as const;

function placeFunds(rows: Rows, heads: readonly HeadCell[], truth: Truth): PlacedCell[] {
  let from = (heads[0]?.row ?? Infinity) + 1;
  return truth.funds.flatMap((line, index) => {
    const label = fold((line as { label?: string }).label ?? '');
    for (let row = from; row < rows.length && label !== ''; row++) {
      const cells = rows[row] ?? [];
      if (!cells.slice(0, 4).some((text) => folded(text).includes(label))) continue;
      const at = (head: HeadCell, shift: number) => cells[head.column + shift] ?? '';
      const value = (field: string) => firstOf(line[field as keyof typeof line]);
      const shift = SHIFTS.find((by) => heads.every((head) => says(at(head, by), value(head.field))));
      if (shift === undefined) continue;
      from = row + 1;
      return heads.map((head) =>
        placed(row, head.column + shift, `funds[${index}].${head.field}`, head.field, at(head, shift)),
      );
    }
    return [];
  });
}

const placed = (row: number, column: number, path: string, field: string, text: string): PlacedCell => ({
  row,
  column,
  path,
  kind: KIND[field] ?? 'points',
  text,
});

function placeIndicators(rows: Rows, heads: readonly HeadCell[], truth: Truth): PlacedCell[] {
  let from = (heads[0]?.row ?? Infinity) + 1;
  const columnOf = (field: string) => heads.find((head) => head.field === field)?.column;
  return truth.indicators.flatMap((indicator, index) => {
    for (let row = from; row < rows.length; row++) {
      const cells = rows[row] ?? [];
      for (const shift of SHIFTS) {
        const at = (field: string) => {
          const column = columnOf(field);
          return column === undefined ? '' : (cells[column + shift] ?? '');
        };
        const name = folded(at('name'));
        const isRow =
          name.length >= 2 &&
          fold(firstOf(indicator.name)).startsWith(name) &&
          (['weight', 'score'] as const).every(
            (field) => columnOf(field) === undefined || says(at(field), firstOf(indicator[field])),
          );
        if (!isRow) continue;
        from = row + 1;
        const whole = [at('property'), at('target'), at('unit')].join('');
        const fields = [
          ...(['weight', 'score'] as const),
          ...(isAccepted(whole, indicator.target) ? ['target'] : []),
          ...(isAccepted(at('actual'), indicator.actual) ? ['actual'] : []),
        ];
        return fields.flatMap((field) => {
          const column = columnOf(field);
          return column === undefined
            ? []
            : [placed(row, column + shift, `indicators[${index}].${field}`, field, at(field))];
        });
      }
    }
    return [];
  });
}

function placeTotals(rows: Rows, truth: Truth): PlacedCell[] {
  for (const [row, cells] of rows.entries()) {
    const filled = cells.flatMap((text, column) => (text.trim() === '' ? [] : [{ text, column }]));
    if (!/^(?:总分|合计)$/.test(folded(filled[0]?.text ?? ''))) continue;
    const numbers = filled.slice(1).filter(({ text }) => numberIn(text) !== null);
    const fields = numbers.length === 2 ? (['totalWeight', 'totalScore'] as const) : (['totalScore'] as const);
    if (numbers.length > 2 || !numbers.every(({ text }, at) => says(text, firstOf(truth[fields[at] ?? 'totalScore']))))
      continue;
    return numbers.map(({ text, column }, at) => placed(row, column, fields[at] ?? 'totalScore', 'score', text));
  }
  return [];
}

export interface Placed {
  readonly cells: PlacedCell[];
  readonly blanks: PlacedCell[];
  readonly heads: HeadCell[];
}

/** Where the truth's numbers, targets and results stand, and the cells in their columns that are blank or dashes. */
export function placeCells(rows: Rows, truth: Truth): Placed {
  const funds = headsOf(rows, 'funds', FUNDS_HEADS, ['annualBudget', 'executed']);
  const indicators = headsOf(rows, 'indicators', INDICATOR_HEADS, ['name', 'target', 'actual', 'score']);
  const all = [
    ...placeFunds(rows, funds, truth),
    ...placeIndicators(rows, indicators, truth),
    ...placeTotals(rows, truth),
  ];
  const holdsValue = ({ kind, text }: PlacedCell) => kind === 'target' || kind === 'actual' || numberIn(text) !== null;
  return {
    cells: all.filter(holdsValue),
    blanks: all.filter((cell) => !holdsValue(cell)),
    heads: [...funds, ...indicators],
  };
}
