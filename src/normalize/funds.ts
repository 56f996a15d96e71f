import type { Funds, FundsKind } from '../schema/record.js';
import { proseOf } from './canonical.js';
import type { Column } from './columns.js';
import { withColumnsBelow } from './cut-headers.js';
import { keepOther, numberAt, witness, type Draft } from './draft.js';
import { numberOf } from './number.js';
import { fundsColumn } from './section-heads.js';
import { unknownColumn, unknownRow, unsureBlock, unsureRow } from './funds-findings.js';
import {
  AMONG,
  assign,
  extrasOf,
  fundsRow,
  isOutOfPlace,
  keyOf,
  layoutOf,
  leftOver,
  repeatedIn,
} from './funds-rows.js';
import type { Row, RowCell } from './rows.js';
import type { Sections } from './sections.js';
import type { FundsColumn } from './words.js';

type FundsField = Exclude<FundsColumn, 'extra'>;

const FIELDS: readonly FundsField[] = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'];
/** What a total is called, with a character misread too. */
const SAYS_TOTAL = /[总合]/;
const WEIGHT_NOTE = /(\d+(?:\.\d+)?)分/;

/** Points that stand in a heading's brackets: 预算执行情况（10分）, 得分（20分*执行率）. */
function weightInHeads(cells: readonly RowCell[]): RowCell | undefined {
  return cells.find(({ label }) => label.notes.some((note) => WEIGHT_NOTE.test(note)));
}

/** The kind that a row's label names; null where it is none of the known ones. */
function kindOf(label: readonly RowCell[]): FundsKind | null {
  for (const cell of label.toReversed()) {
    const kind = fundsRow(keyOf(cell));
    if (kind !== null) return kind;
  }
  return null;
}

const labelText = (label: readonly RowCell[]) =>
  proseOf((label.at(-1)?.text ?? '').trim())
    .replace(AMONG, '')
    .replace(/[:：;；.．。·,，、]+$/, '');

/** Reads the funds block: header, rows, and the weight that only a heading may state. */
export function fundsOf(sections: Sections, draft: Draft): Funds[] {
  const headers = withColumnsBelow(sections.funds);
  const { rows } = sections.funds;
  const { columns, parts, slide, unsure } = layoutOf(headers, rows);
  if (unsure || (parts.length > 0 && isHeaderDoubtful(columns))) unsureBlock(draft);
  const funds: Funds[] = [];
  let isMoved = slide !== 0;
  const unknown: { readonly index: number; readonly cell: RowCell }[] = [];
  for (const { label, values } of parts) {
    const kind = kindOf(label);
    if (values.length === 0 && (kind === null || kind === 'unclassified')) continue;
    const path = `funds[${funds.length}]`;
    const cells = assign(values, columns, slide);
    isMoved ||= leftOver(values, columns, slide).length > 0;
    const named = label.at(-1) ?? values[0];
    if (kind === null && named) unknown.push({ index: funds.length, cell: named });
    const entry: Funds = {
      kind: kind ?? (funds.length === 0 ? 'total' : 'unclassified'),
      label: labelText(label),
      initialBudget: null,
      annualBudget: null,
      executed: null,
      weight: null,
      executionRate: null,
      score: null,
    };
    if (label.length > 0) witness(draft, `${path}.label`, label.slice(-1));
    draft.account.own(
      label.filter(({ text }) => !/\d/.test(text)),
      'label',
    );
    for (const field of FIELDS) entry[field] = numberAt(draft, `${path}.${field}`, cells.get(field));
    if (isOutOfPlace(values, cells, columns, slide) || isAmongAmounts(label, columns, slide)) unsureRow(draft, path);
    draft.account.own(repeatedIn(values, columns, slide), 'repeated');
    for (const { cell, header } of extrasOf({ values, cells }, columns, slide)) {
      keepOther(draft, proseOf(header.text), [cell]);
      isMoved ||= fundsColumn(header.label.key) === null && numberOf(cell.text).kind === 'number';
      if (isNameless(header) || (numberOf(cell.text).kind === 'number' && mayBeAmount(header, columns)))
        unknownColumn(draft, path, cell, proseOf(header.text));
    }
    funds.push(entry);
  }
  const totals = funds.filter(({ kind }) => kind === 'total').length;
  for (const { index, cell } of unknown) {
    const row = funds[index];
    if (!row) continue;
    // The first row is the total, whatever it is called, unless another one is.
    if (totals > 1) row.kind = 'unclassified';
    if (row.kind !== 'total' || !SAYS_TOTAL.test(row.label)) unknownRow(draft, index, row, cell);
  }
  if (isMoved && !unsure && !isRateRight(funds.find(({ kind }) => kind === 'total'))) unsureBlock(draft);
  headWeight(sections, headers, funds, draft);
  return funds;
}

/** Percentage points that a rate is cut off or rounded by. */
const RATE_STEP = 1;

/** True where the rate is that of the amounts beside it: they then stand under the right columns, wherever they were found. */
function isRateRight(total: Funds | undefined): boolean {
  const { annualBudget, executed, executionRate } = total ?? {};
  if (!annualBudget || executed == null || executionRate == null) return false;
  return Math.abs((executed / annualBudget) * 100 - executionRate) < RATE_STEP;
}

/** True where a row's label stands under the amounts: whatever stood there is gone. */
const isAmongAmounts = (label: readonly RowCell[], columns: readonly Column<FundsColumn>[], slide: number) =>
  slide === 0 && label.some(({ column }) => column >= (columns[0]?.start ?? Infinity));

/** What every form prints a column of. */
const NEEDED: readonly FundsColumn[] = ['annualBudget', 'executed'];

/** True where a header lacks a column that every form has, or names one twice. */
function isHeaderDoubtful(columns: readonly Column<FundsColumn>[]): boolean {
  const named: readonly (FundsColumn | 'extra' | null)[] = columns
    .map(({ cell }) => fundsColumn(cell.label.key))
    .filter((role) => role !== null && role !== 'extra');
  const isLost = NEEDED.some((role) => !named.includes(role));
  return isLost || new Set(named).size < named.length || isNamedTwice(columns);
}

/** True where a head of amounts stands in two cells side by side, and a column of amounts is missing: one may be that column's. */
const isNamedTwice = (columns: readonly Column<FundsColumn>[]) => {
  const amounts = columns.filter(({ role }) => AMOUNTS.includes(role));
  return amounts.length < AMOUNTS.length && amounts.some(({ cell }) => cell.repeats?.length === 1);
};

/** A head without any Chinese character names nothing. */
const isNameless = ({ text }: RowCell) => !/\p{Script=Han}/u.test(text);

/** What stands in columns of amounts, one of which a column with an unknown name may be. */
const AMOUNTS: readonly FundsColumn[] = ['initialBudget', 'annualBudget', 'executed'];

/**
 * True where a column that no field holds may be one of amounts: its name is that of another column too, or is not known while a column
 * of amounts is missing.
 */
function mayBeAmount(header: RowCell, columns: readonly Column<FundsColumn>[]): boolean {
  const named = fundsColumn(header.label.key);
  if (named !== null) return named !== 'extra';
  return AMOUNTS.some((role) => !columns.some((column) => column.role === role));
}

function headWeight(sections: Sections, headers: readonly Row[], funds: Funds[], draft: Draft): void {
  const index = funds.findIndex(({ kind }) => kind === 'total');
  const total = funds[index];
  const heads = sections.heads.filter(({ role }) => role === 'funds').map(({ cell }) => cell);
  const cell = weightInHeads([...heads, ...headers.flatMap((row) => row.cells)]);
  // The points are the total's: where no row is called so, its name may be cut.
  if (!total && cell && funds.length > 0) unsureBlock(draft);
  if (!total || total.weight !== null) return;
  const points = WEIGHT_NOTE.exec(cell?.label.notes.join(' ') ?? '')?.[1];
  if (!cell || points === undefined) return;
  total.weight = Number(points);
  witness(draft, `funds[${index}].weight`, [cell]);
}
