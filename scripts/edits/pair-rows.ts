import type { Funds, Indicator, SelfEvaluation } from '../../src/schema/record.js';
import { align, firstOf, unlike, type Truth } from '../scoring.js';
import { printedAs } from './printed.js';
import { fieldText, textAt, type EditedForm } from './edited-form.js';
import type { Pairing } from '../spellings/judge.js';

/**
 * Which rows of a record are which rows of an edited form: in order, at least cost, by what the rows print now. A funds row whose label
 * was edited may have another kind, an indicator whose name was edited another name; their numbers still stand in their rows.
 */

const OTHER_KIND = 0.35;
const OTHER_NAME = 0.7;

/** How many of a row's known numbers, targets and results the record has otherwise: 0 (none) to 1 (all). */
function otherwise(form: EditedForm, row: Funds | Indicator, at: string): number {
  const cells = form.cells.filter(({ path }) => path.startsWith(`${at}.`));
  const held = row as unknown as Record<string, Indicator['target'] | number | null>;
  const wrong = cells.filter(
    (cell) => !printedAs(cell.kind, fieldText(form, cell)).accepts(held[cell.path.slice(at.length + 1)] ?? null, false),
  );
  return cells.length === 0 ? 0 : wrong.length / cells.length;
}

/** The name as it is printed now, beside the true one. */
function namesOf(form: EditedForm, truth: Truth, index: number): string[] {
  const head = form.heads.find(({ block, field }) => block === 'indicators' && field === 'name');
  const cell = form.cells.find(({ path }) => path.startsWith(`indicators[${index}].`));
  const own = cell && form.heads.find(({ block, field }) => block === 'indicators' && cell.path.endsWith(`.${field}`));
  const name = truth.indicators[index]?.name ?? '';
  const printed = head && own ? textAt(form, { row: cell.row, column: head.column + cell.column - own.column }) : '';
  return [firstOf(name) ?? '', printed];
}

const pairsOf = (pairs: readonly (readonly [number, number])[], length: number) => {
  const found = new Array<number>(length).fill(-1);
  for (const [want, got] of pairs) if (want >= 0) found[want] = got;
  return found;
};

export const pairRowsOf =
  (form: EditedForm) =>
  (record: SelfEvaluation, truth: Truth): Pairing => {
    const fundsCost = (index: number, row: Funds) =>
      (truth.funds[index]?.kind === row.kind ? 0 : OTHER_KIND) + 0.5 * otherwise(form, row, `funds[${index}]`);
    const names = truth.indicators.map((_, index) => namesOf(form, truth, index));
    const indicatorCost = (index: number, row: Indicator) =>
      OTHER_NAME * Math.min(...(names[index] ?? []).map((name) => unlike(name, row.name))) +
      0.5 * otherwise(form, row, `indicators[${index}]`);
    const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => index);
    return {
      funds: pairsOf(align(rowsOf(truth.funds.length), record.funds, fundsCost), truth.funds.length),
      indicators: pairsOf(
        align(rowsOf(truth.indicators.length), record.indicators, indicatorCost),
        truth.indicators.length,
      ),
    };
  };
