import { AMOUNTS, isAmount } from '../../../schema/number-fields.js';
import type { Funds } from '../../../schema/record.js';
import type { Column } from '../../rows/columns.js';
import type { RowCell } from '../../rows/rows.js';
import { fundsColumn } from '../../rows/section-heads.js';
import type { FundsColumn } from '../../vocabulary/words.js';

/** What makes it doubtful that the amounts of a funds block stand under the columns that they belong to. */

/** What a rate is cut off or rounded by: one in its last printed decimal. Percentage points. */
const stepOf = (rate: number) => 10 ** -(String(rate).split('.')[1]?.length ?? 0);

/** True where the rate is that of the amounts beside it: they then stand under the right columns, wherever they were found. */
export function isRateRight(total: Funds | undefined): boolean {
  const { annualBudget, executed, executionRate } = total ?? {};
  if (!annualBudget || executed == null || executionRate == null) return false;
  return Math.abs((executed / annualBudget) * 100 - executionRate) < stepOf(executionRate);
}

/** True where a row's label stands under the amounts: whatever stood there is gone. */
export const isAmongAmounts = (label: readonly RowCell[], columns: readonly Column<FundsColumn>[], slide: number) =>
  slide === 0 && label.some(({ column }) => column >= (columns[0]?.start ?? Infinity));

/** What every form prints a column of. */
const NEEDED: readonly FundsColumn[] = ['annualBudget', 'executed'];

/** True where a header lacks a column that every form has, or names one twice. */
export function isHeaderDoubtful(columns: readonly Column<FundsColumn>[]): boolean {
  const named: readonly (FundsColumn | 'extra' | null)[] = columns
    .map(({ cell }) => fundsColumn(cell.label.key))
    .filter((role) => role !== null && role !== 'extra');
  const isLost = NEEDED.some((role) => !named.includes(role));
  return isLost || new Set(named).size < named.length || isNamedTwice(columns);
}

/** True where a head of amounts stands in two cells side by side, and a column of amounts is missing: one may be that column's. */
const isNamedTwice = (columns: readonly Column<FundsColumn>[]) => {
  const amounts = columns.filter(({ role }) => isAmount(role));
  return amounts.length < AMOUNTS.length && amounts.some(({ cell }) => cell.repeats?.length === 1);
};

/** A head without any Chinese character names nothing. */
export const isNameless = ({ text }: RowCell) => !/\p{Script=Han}/u.test(text);

/**
 * True where a column that no field holds may be one of amounts: its name is that of another column too, or is not known while a column
 * of amounts is missing.
 */
export function mayBeAmount(header: RowCell, columns: readonly Column<FundsColumn>[]): boolean {
  const named = fundsColumn(header.label.key);
  if (named !== null) return named !== 'extra';
  return AMOUNTS.some((role) => !columns.some((column) => column.role === role));
}
