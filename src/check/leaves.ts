import { FUNDS_NUMBERS, POINTS } from '../schema/number-fields.js';
import type { Funds, SelfEvaluation } from '../schema/record.js';

/** The row of the total, with its path; undefined where the form has none. */
export function totalFunds(record: SelfEvaluation): { row: Funds; path: string } | undefined {
  const index = record.funds.findIndex(({ kind }) => kind === 'total');
  const row = record.funds[index];
  return row && { row, path: `funds[${index}]` };
}

/** A number that the form prints, by its path; null where none is read there. */
export interface NumberLeaf {
  readonly path: string;
  readonly value: number | null;
}

/** Every number of the record that the form prints, by path: amounts, rates, weights, scores, totals. */
export function numberLeaves(record: SelfEvaluation): NumberLeaf[] {
  const leaves: NumberLeaf[] = [];
  record.funds.forEach((row, index) => {
    for (const field of FUNDS_NUMBERS) leaves.push({ path: `funds[${index}].${field}`, value: row[field] });
  });
  record.indicators.forEach((row, index) => {
    for (const field of POINTS) leaves.push({ path: `indicators[${index}].${field}`, value: row[field] });
  });
  leaves.push({ path: 'totalWeight', value: record.totalWeight }, { path: 'totalScore', value: record.totalScore });
  return leaves;
}
