import type { Funds, FundsKind } from '../../../schema/record.js';
import { FUNDS_NUMBERS } from '../../../schema/number-fields.js';
import { proseOf } from '../../text/canonical.js';
import { withColumnsBelow } from '../../forms/cut-headers.js';
import { keepOther, numberAt, witness, type Draft } from '../../draft/draft.js';
import { numberOf } from '../../text/number.js';
import { AMONG, fundsRow, keyOf } from '../../vocabulary/funds-labels.js';
import { fundsColumn } from '../../rows/section-heads.js';
import { isAmongAmounts, isHeaderDoubtful, isNameless, isRateRight, mayBeAmount } from './funds-doubts.js';
import { unknownColumn, unknownRow, unsureBlock, unsureRow } from './funds-findings.js';
import { assign, extrasOf, isOutOfPlace, isUnderBlankHead, layoutOf, leftOver, repeatedIn } from './funds-rows.js';
import type { Row, RowCell } from '../../rows/rows.js';
import type { Sections } from '../../forms/sections.js';

/** What a total is called, with a character misread too. */
const SAYS_TOTAL = /[总合]/;
const WEIGHT_NOTE = /(\d{1,3}(?:\.\d{1,3})?)分/;

/** Points that stand in a heading's brackets: 预算执行情况（10分）, 得分（20分*执行率）. */
function weightInHeads(cells: readonly RowCell[]): RowCell | undefined {
  return cells.find(({ label }) => label.notes.some((note) => WEIGHT_NOTE.test(note)));
}

/** Kinds of rows that only some forms have, by a label's key. */
type Naming = (key: string) => FundsKind | null;
const NO_MORE: Naming = () => null;

/** The kind that a row's label names; null where it is none of the known ones. */
function kindOf(label: readonly RowCell[], alsoNamed: Naming): FundsKind | null {
  for (const cell of label.toReversed()) {
    const kind = fundsRow(keyOf(cell)) ?? alsoNamed(keyOf(cell));
    if (kind !== null) return kind;
  }
  return null;
}

const labelText = (label: readonly RowCell[]) =>
  proseOf((label.at(-1)?.text ?? '').trim())
    .replace(AMONG, '')
    .replace(/[:：;；.．。·,，、]{1,9}$/, '');

/** Reads the funds block: header, rows, and the weight that only a heading may state. */
export function fundsOf(sections: Sections, draft: Draft, alsoNamed = NO_MORE): Funds[] {
  const headers = withColumnsBelow(sections.funds);
  const { rows } = sections.funds;
  const { columns, parts, slide, unsure } = layoutOf(headers, rows, (cell) => kindOf([cell], alsoNamed) !== null);
  if (unsure || (parts.length > 0 && isHeaderDoubtful(columns))) unsureBlock(draft);
  const funds: Funds[] = [];
  let isMoved = slide !== 0;
  const unknown: { readonly index: number; readonly cell: RowCell }[] = [];
  for (const { label, values } of parts) {
    const kind = kindOf(label, alsoNamed);
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
    for (const field of FUNDS_NUMBERS) entry[field] = numberAt(draft, `${path}.${field}`, cells.get(field));
    const isUnsure =
      isOutOfPlace(values, cells, columns, slide) ||
      isUnderBlankHead(cells, columns, slide) ||
      isAmongAmounts(label, columns, slide);
    if (isUnsure) unsureRow(draft, path);
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
