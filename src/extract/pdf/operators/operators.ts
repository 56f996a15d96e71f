import type { Operator, OperatorEntry } from './page-painting.js';
import { SHAPE_OPERATORS } from './shape-operators.js';
import { STATE_OPERATORS } from './state-operators.js';
import { STRUCTURE_OPERATORS } from './structure-operators.js';
import { TEXT_OPERATORS } from './text-operators.js';

/** What each of pdf.js's operators does to the page, by its number; none for those that nothing here depends on. */
export const OPERATORS: readonly (Operator | undefined)[] = listed([
  ...STRUCTURE_OPERATORS,
  ...STATE_OPERATORS,
  ...TEXT_OPERATORS,
  ...SHAPE_OPERATORS,
]);

function listed(entries: readonly OperatorEntry[]): (Operator | undefined)[] {
  const operators: (Operator | undefined)[] = [];
  for (const [operator, does] of entries) operators[operator] = does;
  return Array.from(operators); // without holes
}
