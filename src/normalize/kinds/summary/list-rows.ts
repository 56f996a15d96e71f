import { joinedRowCell } from '../../rows/cut-rows.js';
import type { Row, RowCell } from '../../rows/rows.js';
import { numberOf } from '../../text/number.js';
import { placedIn, type Holds, type Placed } from '../parts/placing.js';
import type { ProjectList } from './list.js';
import { SUM_LABEL, type SummaryColumn } from './words.js';

/** A row of the list under its columns: a project's, one that adds up those above, or the name of the rows below it. */
export type ListRow =
  | { readonly kind: 'project'; readonly placed: Placed<SummaryColumn>; readonly inherited: readonly RowCell[] }
  | { readonly kind: 'sum'; readonly label: RowCell; readonly placed: Placed<SummaryColumn> }
  | { readonly kind: 'group'; readonly cell: RowCell };

const NUMBERS: ReadonlySet<SummaryColumn> = new Set<SummaryColumn>([
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'score',
]);
const WORDS: ReadonlySet<SummaryColumn> = new Set<SummaryColumn>([
  'projectName',
  'competentDepartment',
  'implementingUnit',
  'grade',
]);
const UNITS: ReadonlySet<SummaryColumn> = new Set<SummaryColumn>(['competentDepartment', 'implementingUnit']);

function holds(role: SummaryColumn): Holds {
  if (NUMBERS.has(role)) return 'number';
  return WORDS.has(role) ? 'words' : 'anything';
}

const hasNumber = ({ cells }: Row) => cells.some(({ text }) => numberOf(text).kind === 'number');

/** A row that a page break cut: no number, and each cell under one of the row above. */
function isRest(row: Row, above: Placed<SummaryColumn> | undefined, rest: Placed<SummaryColumn>): boolean {
  if (!row.afterBreak || hasNumber(row) || above === undefined || rest.misfit > 0) return false;
  return rest.cells.size > 0 && [...rest.cells.keys()].every((role) => above.cells.has(role));
}

const joined = (above: Placed<SummaryColumn>, rest: Placed<SummaryColumn>): Placed<SummaryColumn> => ({
  ...above,
  cells: new Map(
    [...above.cells].map(([role, cells]) => {
      const [last, more] = [cells.at(-1), rest.cells.get(role)?.[0]];
      return [role, last && more ? [...cells.slice(0, -1), joinedRowCell(last, more)] : cells];
    }),
  ),
});

/** The unit that a row names none of: of a cell that is merged down over it, else that of the row above. */
function inheritedUnits(
  row: Row,
  { cells }: Placed<SummaryColumn>,
  { columns }: ProjectList,
  above: readonly RowCell[],
): RowCell[] {
  return columns.flatMap(({ role, start, end }) => {
    if (!UNITS.has(role) || cells.has(role)) return [];
    const isHere = ({ column }: RowCell) => column >= start && column < end;
    const cell = row.above.find(isHere) ?? above.find(isHere);
    return cell ? [cell] : [];
  });
}

/** A line between the rows that names those below it: 一、县教育局. */
const isGroupName = ({ text }: RowCell) => /^\s*[（(]?[一二三四五六七八九十]+[)）、.．]\s*[^。；]{2,30}$/u.test(text);

/** The rows of the list in their order, those joined that a page break cut. */
export function listRowsOf(list: ProjectList): ListRow[] {
  const found: ListRow[] = [];
  let units: readonly RowCell[] = [];
  for (const row of list.rows) {
    const [only] = row.cells;
    if (row.isLine) {
      if (only && isGroupName(only)) found.push({ kind: 'group', cell: only });
      continue;
    }
    const label = row.cells.slice(0, 3).find(({ label: { key } }) => SUM_LABEL.test(key));
    const cells = row.cells.filter((cell) => cell !== label);
    const placed = placedIn(cells, { columns: list.columns, holds }, 'extra');
    const last = found.at(-1);
    if (label) {
      found.push({ kind: 'sum', label, placed });
      units = [];
    } else if (last?.kind === 'project' && isRest(row, last.placed, placed))
      found[found.length - 1] = { ...last, placed: joined(last.placed, placed) };
    else if (only && row.cells.length === 1 && numberOf(only.text).kind === 'unreadable')
      found.push({ kind: 'group', cell: only });
    else {
      const inherited = inheritedUnits(row, placed, list, units);
      const own = [...placed.cells].flatMap(([role, all]) => (UNITS.has(role) ? all : []));
      units = [...own, ...inherited];
      found.push({ kind: 'project', placed, inherited });
    }
  }
  return found;
}
