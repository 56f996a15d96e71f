import type { Funds, FundsKind } from '../schema/record.js';
import { proseOf } from './canonical.js';
import { columnsOf, type Column } from './columns.js';
import { numberAt, witness, type Draft } from './draft.js';
import { roleFinder } from './label.js';
import { numberOf } from './number.js';
import type { Row, RowCell } from './rows.js';
import { fundsColumn } from './section-heads.js';
import type { Sections } from './sections.js';
import { withNumbersApart } from './split-cells.js';
import { FUNDS_ROWS, type FundsColumn } from './words.js';

type FundsField = Exclude<FundsColumn, 'extra'>;

const FIELDS: readonly FundsField[] = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'];
const AMONG = /^其中[:：]?/;
/** A row that slid does so by no more columns than this. */
const MAX_SLIDE = 3;
const WEIGHT_NOTE = /(\d+(?:\.\d+)?)分/;

const fundsRow = roleFinder(FUNDS_ROWS);
const isNumberLike = (cell: RowCell) => numberOf(cell.text).kind !== 'unreadable';

interface FundsRow {
  readonly label: RowCell[];
  readonly values: RowCell[];
  readonly row: Row;
}

/** A row's label, then what stands behind it. The label is the last text before the first number. */
function partsOf(row: Row, firstColumn: number): FundsRow {
  const at = row.cells.findIndex((cell, index) => index > 0 && isNumberLike(cell) && fundsRow(keyOf(cell)) === null);
  const labelEnd =
    at < 0
      ? Math.max(
          1,
          row.cells.findIndex((cell) => cell.column >= firstColumn),
        )
      : at;
  const first = row.cells[0];
  if (first && isNumberLike(first) && fundsRow(keyOf(first)) === null)
    return { label: [], values: [...row.cells], row };
  return { label: row.cells.slice(0, labelEnd), values: row.cells.slice(labelEnd), row };
}

const keyOf = (cell: RowCell) => cell.label.key.replace(AMONG, '');

/** How badly a row's values fit the columns when the row is moved by `slide` columns. */
function misfit(values: readonly RowCell[], columns: readonly Column<FundsColumn>[], slide: number): number {
  let cost = Math.abs(slide) * 0.1;
  const taken = new Map<FundsColumn, string>();
  for (const cell of values) {
    const column = columnAt(columns, cell.column - slide);
    const there = column && taken.get(column.role);
    // A repeated text is one merged cell that was taken apart.
    if (there === cell.text) continue;
    if (there !== undefined) cost += 2;
    if (column) taken.set(column.role, cell.text);
    if (!column) cost += isNumberLike(cell) ? 2 : 0.5;
    else if (column.role === 'extra') cost += numberOf(cell.text).kind === 'number' ? 1 : 0;
    else if (!isNumberLike(cell)) cost += 2;
  }
  return cost;
}

const columnAt = <Role extends string>(columns: readonly Column<Role>[], at: number) =>
  columns.find(({ start, end }) => at >= start && at < end);

/** The slide that fits all rows of the block best; a whole block may stand beside its header. */
function slideOf(rows: readonly FundsRow[], columns: readonly Column<FundsColumn>[]): { slide: number; cost: number } {
  let best = { slide: 0, cost: Infinity };
  for (let step = 0; step <= 2 * MAX_SLIDE; step++) {
    const slide = step % 2 === 1 ? (step + 1) / 2 : -step / 2;
    const cost = rows.reduce((sum, { values }) => sum + misfit(values, columns, slide), 0);
    if (cost < best.cost - 0.05) best = { slide, cost };
    if (best.cost === 0) break;
  }
  return best;
}

/** The row's values by column; in the header's order where their places do not tell, as two numbers in one cell move the rest. */
function assign(
  values: readonly RowCell[],
  columns: readonly Column<FundsColumn>[],
  slide: number,
): Map<FundsColumn, RowCell> {
  const byPlace = new Map<FundsColumn, RowCell>();
  for (const cell of values) {
    const column = columnAt(columns, cell.column - slide);
    if (column && !byPlace.has(column.role)) byPlace.set(column.role, cell);
  }
  const numeric = columns.filter(({ role }) => role !== 'extra');
  const fits = byPlace.size === values.length && misfit(values, columns, slide) < 2;
  if (fits || values.length !== numeric.length) return byPlace;
  return new Map(
    numeric.flatMap(({ role }, index) => values.slice(index, index + 1).map((cell) => [role, cell] as const)),
  );
}

/** Points that stand in a heading's brackets: 预算执行情况（10分）, 得分（20分*执行率）. */
function weightInHeads(cells: readonly RowCell[]): RowCell | undefined {
  return cells.find(({ label }) => label.notes.some((note) => WEIGHT_NOTE.test(note)));
}

function kindOf(label: readonly RowCell[], isFirst: boolean): FundsKind {
  for (const cell of label.toReversed()) {
    const kind = fundsRow(keyOf(cell));
    if (kind !== null) return kind;
  }
  return isFirst ? 'total' : 'unclassified';
}

const labelText = (label: readonly RowCell[]) =>
  proseOf((label.at(-1)?.text ?? '').trim())
    .replace(AMONG, '')
    .replace(/[:：]$/, '');

/** A row without a number of its own whose label goes on where a page break cut it. */
const isCutLabel = ({ values, label, row }: FundsRow) => row.afterBreak && values.length === 0 && label.length === 1;

interface Layout {
  readonly columns: readonly Column<FundsColumn>[];
  readonly parts: readonly FundsRow[];
  readonly slide: number;
}

/**
 * The columns, and by how many of them the rows stand beside the header. A header cell over the rows' labels is no number
 * column, whatever it is called (年度预算数 in some forms), unless the rows slid: whichever fits the rows better.
 */
function layoutOf(headers: readonly Row[], rows: readonly Row[]): Layout {
  const labels = rows.flatMap((row) => row.cells.filter((cell) => fundsRow(keyOf(cell)) !== null).slice(0, 1));
  const labelColumn = labels[0]?.column ?? -1;
  const firstColumn = headers[0]?.cells[0]?.column ?? -1;
  const split = rows.map((row) => ({ ...row, cells: withNumbersApart(row.cells) }));
  let best: (Layout & { cost: number }) | null = null;
  for (const after of new Set([labelColumn, -1, firstColumn])) {
    const columns = columnsOf<FundsColumn>(headers, fundsColumn, 'extra', (cell) => cell.column > after);
    const parts = joinCutLabels(split.map((row) => partsOf(row, columns[0]?.start ?? 0)));
    const { slide, cost } = slideOf(parts, columns);
    if (best === null || cost < best.cost) best = { columns, parts, slide, cost };
    if (best.cost === 0) break;
  }
  return best ?? { columns: [], parts: [], slide: 0 };
}

/** Reads the funds block: header, rows, and the weight that only a heading may state. */
export function fundsOf(sections: Sections, draft: Draft): Funds[] {
  const { headers, rows } = sections.funds;
  const { columns, parts, slide } = layoutOf(headers, rows);
  const funds: Funds[] = [];
  for (const { label, values } of parts) {
    if (values.length === 0 && kindOf(label, false) === 'unclassified') {
      for (const cell of label) draft.other.push({ label: '', text: proseOf(cell.text) });
      continue;
    }
    const path = `funds[${funds.length}]`;
    const cells = assign(values, columns, slide);
    const entry: Funds = {
      kind: kindOf(label, funds.length === 0),
      label: labelText(label),
      initialBudget: null,
      annualBudget: null,
      executed: null,
      weight: null,
      executionRate: null,
      score: null,
    };
    if (label.length > 0) witness(draft, `${path}.label`, label.slice(-1));
    for (const field of FIELDS) entry[field] = numberAt(draft, `${path}.${field}`, cells.get(field));
    const used = new Set(cells.values());
    const texts = new Set([...used].map(({ text }) => text));
    for (const cell of values) if (!used.has(cell) && !texts.has(cell.text)) leftOver(draft, path, cell);
    const reason = cells.get('extra');
    if (reason && numberOf(reason.text).kind !== 'none')
      draft.other.push({ label: extraLabel(columns), text: proseOf(reason.text) });
    funds.push(entry);
  }
  headWeight(sections, headers, funds, draft);
  return funds;
}

const extraLabel = (columns: readonly Column<FundsColumn>[]) =>
  proseOf(columns.find(({ role }) => role === 'extra')?.cell.text ?? '');

function leftOver(draft: Draft, path: string, cell: RowCell): void {
  if (numberOf(cell.text).kind === 'none') return;
  draft.other.push({ label: '', text: proseOf(cell.text) });
  if (numberOf(cell.text).kind !== 'number') return;
  draft.findings.push({
    code: 'number-without-column',
    severity: 'warning',
    path,
    message: `The number ${cell.text} of this funds row stands under no column of the header. It is kept under “other”.`,
    messageZh: `本行资金中的数字${cell.text}不在表头任何一列之下，已存入“other”。`,
  });
}

function joinCutLabels(parts: readonly FundsRow[]): FundsRow[] {
  const joined: FundsRow[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const [cut, rest] = [last?.label.at(-1), part.label[0]];
    if (!last || !cut || !rest || !isCutLabel(part) || fundsRow(keyOf(rest)) !== null) {
      joined.push(part);
      continue;
    }
    const text = cut.text + rest.text;
    const label: RowCell = { ...cut, text, label: { key: cut.label.key + rest.label.key, notes: cut.label.notes } };
    joined[joined.length - 1] = { ...last, label: [...last.label.slice(0, -1), label] };
  }
  return joined;
}

function headWeight(sections: Sections, headers: readonly Row[], funds: Funds[], draft: Draft): void {
  const index = funds.findIndex(({ kind }) => kind === 'total');
  const total = funds[index];
  if (!total || total.weight !== null) return;
  const heads = sections.heads.filter(({ role }) => role === 'funds').map(({ cell }) => cell);
  const cell = weightInHeads([...heads, ...headers.flatMap((row) => row.cells)]);
  const points = WEIGHT_NOTE.exec(cell?.label.notes.join(' ') ?? '')?.[1];
  if (!cell || points === undefined) return;
  total.weight = Number(points);
  witness(draft, `funds[${index}].weight`, [cell]);
}
