import type { Finding } from '../src/schema/finding.js';
import type { Indicator, SelfEvaluation } from '../src/schema/record.js';

/** What a form truly says: the record's fields without findings and evidence. A field may accept several values. */
export type Accepted<T> = T | { readonly anyOf: readonly T[] };
export interface Truth {
  readonly index: number;
  readonly year: Accepted<number | null>;
  readonly projectName: Accepted<string>;
  readonly competentDepartment: Accepted<string>;
  readonly implementingUnit: Accepted<string>;
  readonly grade: Accepted<string | null>;
  readonly totalWeight: Accepted<number | null>;
  readonly totalScore: Accepted<number | null>;
  readonly expectedGoal: Accepted<string>;
  readonly actualResult: Accepted<string>;
  readonly funds: readonly (Record<(typeof FUNDS_FIELDS)[number], Accepted<number | null>> & {
    readonly kind: string;
  })[];
  readonly indicators: readonly TrueIndicator[];
}
type TrueIndicator = Record<(typeof TEXT_FIELDS)[number], Accepted<string>> &
  Record<'weight' | 'score', Accepted<number | null>>;

const FUNDS_FIELDS = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'] as const;
const TEXT_FIELDS = ['level1', 'level2', 'name', 'target', 'actual', 'deviation'] as const;

/** How one field came out. `silent`: wrong, and no error or warning points at it. */
export interface FieldResult {
  readonly path: string;
  readonly isNumber: boolean;
  readonly right: boolean;
  readonly silent: boolean;
  readonly want: unknown;
  readonly got: unknown;
}

const accepted = (value: unknown): readonly unknown[] =>
  value !== null && typeof value === 'object' && 'anyOf' in value ? (value.anyOf as unknown[]) : [value];

const WIDTHS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '；': ';',
  '：': ':',
  '—': '-',
  '–': '-',
  '“': '"',
  '”': '"',
};
/** Equal after widths and white space are folded. */
export const fold = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number' ? `${value}` : '')
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/./gu, (character) => WIDTHS[character] ?? character);

export const isFlagged = (findings: readonly Finding[], path: string) =>
  findings.some(
    ({ severity, path: at }) =>
      severity !== 'note' &&
      (path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`) || at.startsWith(`${path}.`)),
  );

function compare(record: SelfEvaluation | undefined, path: string, want: unknown, got: unknown): FieldResult {
  const wanted = accepted(want);
  const isNumber = wanted.some((value) => typeof value === 'number');
  const right = wanted.some((value) => (typeof value === 'number' ? value === got : fold(value) === fold(got)));
  const silent = !right && !(record && isFlagged(record.findings, path));
  return { path, isNumber, right, silent, want: wanted[0], got: got ?? null };
}

/** Edit distance in characters after widths and white space are folded, and the longer length. */
export function distanceOf(a: unknown, b: unknown): { readonly distance: number; readonly length: number } {
  const [x, y] = [fold(a), fold(b)];
  const length = Math.max(x.length, y.length);
  if (x === y) return { distance: 0, length };
  let row = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (x[i - 1] === y[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return { distance: row[y.length] ?? 0, length };
}

/** Edit distance over the longer length, from 0 (equal) to 1. */
export function unlike(a: string, b: string): number {
  const { distance, length } = distanceOf(a, b);
  return length === 0 ? 0 : distance / length;
}

const GAP = 0.75;

/** Pairs two lists in order at least cost; an item without a partner costs `GAP`. */
export function align<A, B>(left: readonly A[], right: readonly B[], cost: (a: A, b: B) => number): [number, number][] {
  const table = Array.from({ length: left.length + 1 }, (_, i) =>
    Array.from({ length: right.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0) * GAP),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity;
  const pairCost = left.map((a) => right.map((b) => cost(a, b)));
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) {
      const row = table[i];
      if (row)
        row[j] = Math.min(at(i - 1, j) + GAP, at(i, j - 1) + GAP, at(i - 1, j - 1) + (pairCost[i - 1]?.[j - 1] ?? 0));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [left.length, right.length];
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && Math.abs(at(i, j) - at(i - 1, j - 1) - (pairCost[i - 1]?.[j - 1] ?? 0)) < 1e-9)
      pairs.unshift([--i, --j]);
    else if (i > 0 && Math.abs(at(i, j) - at(i - 1, j) - GAP) < 1e-9) pairs.unshift([--i, -1]);
    else pairs.unshift([-1, --j]);
  }
  return pairs;
}

/** Of the values that a field accepts, the first. */
export const firstOf = <T>(value: Accepted<T>): T | null =>
  value !== null && typeof value === 'object' && 'anyOf' in value ? (value.anyOf[0] ?? null) : value;
const firstText = (value: Accepted<string>) => firstOf(value) ?? '';
export const rowCost = (want: TrueIndicator, got: Indicator) =>
  0.7 * unlike(firstText(want.name), got.name) +
  0.15 * unlike(firstText(want.target), got.target.text) +
  (accepted(want.weight).includes(got.weight) ? 0 : 0.15);

function indicatorFields(record: SelfEvaluation | undefined, truth: Truth): FieldResult[] {
  const rows = record?.indicators ?? [];
  return align(truth.indicators, rows, rowCost).flatMap(([wantAt, gotAt]) => {
    const want = truth.indicators[wantAt];
    if (!want) return [];
    const got = rows[gotAt];
    const textOf = (field: (typeof TEXT_FIELDS)[number]) =>
      field === 'target' || field === 'actual' ? got?.[field].text : got?.[field];
    const path = `indicators[${gotAt}]`;
    return [
      ...TEXT_FIELDS.map((field) => compare(record, `${path}.${field}`, want[field], textOf(field))),
      ...(['weight', 'score'] as const).map((field) => compare(record, `${path}.${field}`, want[field], got?.[field])),
    ];
  });
}

/** Every field of one form against its truth. A form that was not found is wrong in every field. */
export function scoreForm(record: SelfEvaluation | undefined, truth: Truth): FieldResult[] {
  const simple = [
    'year',
    'projectName',
    'competentDepartment',
    'implementingUnit',
    'grade',
    'totalWeight',
    'totalScore',
    'expectedGoal',
    'actualResult',
  ] as const;
  const funds = truth.funds.flatMap((row, index) => {
    // The same kind may stand in several rows (中央补助, 省级补助): the second one is compared with the second one.
    const nth = truth.funds.slice(0, index).filter(({ kind }) => kind === row.kind).length;
    const at = (record?.funds ?? []).flatMap(({ kind }, place) => (kind === row.kind ? [place] : []))[nth] ?? -1;
    return FUNDS_FIELDS.map((field) =>
      compare(record, `funds[${at}].${field}`, row[field], record?.funds[at]?.[field]),
    );
  });
  return [
    ...simple.map((field) => compare(record, field, truth[field], record?.[field])),
    ...funds,
    ...indicatorFields(record, truth),
  ];
}

/** Records in the order of their truths, paired by the project's name. */
export function pairForms(
  records: readonly SelfEvaluation[],
  truths: readonly Truth[],
): [Truth, SelfEvaluation | undefined][] {
  return align(truths, records, (truth, record) =>
    unlike(firstText(truth.projectName), record.projectName ?? ''),
  ).flatMap(([wantAt, gotAt]) => {
    const truth = truths[wantAt];
    return truth ? [[truth, records[gotAt]] as [Truth, SelfEvaluation | undefined]] : [];
  });
}
