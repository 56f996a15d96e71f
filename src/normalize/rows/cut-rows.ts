import { isAnyLabel } from '../vocabulary/any-label.js';
import { leavesBracketOpen } from '../text/brackets.js';
import { labelOf } from '../vocabulary/label.js';
import { numberOf } from '../text/number.js';
import { joinedCellOf } from './readings.js';
import { identityRole, isClosing, originsOf, type Row, type RowCell } from './rows.js';
import {
  fundsColumn,
  goalRole,
  indicatorColumn,
  isFundsHeader,
  isIndicatorHeader,
  sectionRole,
} from './section-heads.js';

/** A piece of a number, which goes on without a blank. */
const NUMBER_PIECE = /^[\d.,%分元万亿]+$/;

/** Two cells of which a page break made one: the text of both, and where each part stands. */
export function joinedRowCell(upper: RowCell, rest: RowCell): RowCell {
  const [first, second] = [upper.text.trim(), rest.text.trim()];
  const text = first + (NUMBER_PIECE.test(first) && NUMBER_PIECE.test(second) ? '' : '\n') + second;
  return {
    column: upper.column,
    end: Math.max(upper.end, rest.end),
    text,
    label: labelOf(text),
    cell: joinedCellOf([upper.cell, rest.cell]),
    from: [...originsOf(upper), ...originsOf(rest)],
    parts: [...(upper.parts ?? [upper]), ...(rest.parts ?? [rest])],
  };
}

/** A cell of the row above, and what stands under it. */
interface Pair {
  readonly upper: RowCell;
  readonly rest: RowCell;
  readonly joined: RowCell;
}

/** Each cell of the rest with the one above it; null where one stands under none. */
function pairsOf(above: Row, rest: Row): Pair[] | null {
  const pairs = rest.cells.flatMap((cell) => {
    const upper = above.cells.find(({ column }) => column === cell.column);
    return upper ? [{ upper, rest: cell, joined: joinedRowCell(upper, cell) }] : [];
  });
  return pairs.length === rest.cells.length && pairs.length > 0 ? pairs : null;
}

const withPairs = (above: Row, pairs: readonly Pair[]): Row => ({
  ...above,
  cells: above.cells.map((cell) => pairs.find(({ upper }) => upper === cell)?.joined ?? cell),
});

const isHeader = (row: Row) => isIndicatorHeader(row) || isFundsHeader(row);
const namesColumn = ({ label: { key } }: RowCell) =>
  (indicatorColumn(key) ?? fundsColumn(key) ?? sectionRole(key)) !== null;

/** Every part makes the name of a column whole, or leaves it one. */
const isRestOfHeader = (above: Row, rest: Row, pairs: readonly Pair[]) =>
  !isHeader(rest) && pairs.every(({ joined }) => namesColumn(joined)) && isHeader(withPairs(above, pairs));

const rowLabel = (cell: RowCell) => identityRole(cell.label.key) ?? goalRole(cell.label.key);

/** A label of the form's (实施单 / 位) is whole only with its rest, and no other label loses its sense. */
const isRestOfLabels = (pairs: readonly Pair[]) =>
  pairs.some(({ upper, rest, joined }) => rowLabel(joined) !== null && !rowLabel(upper) && !rowLabel(rest)) &&
  pairs.every(({ upper, joined }) => !isAnyLabel(upper.label.key) || isAnyLabel(joined.label.key));

const isNumber = ({ text }: RowCell) => numberOf(text).kind === 'number';

/** Under the total, its score and the grade, numbers go on as numbers; what stands under a label is a row of its own. */
const isRestOfClose = (above: Row, pairs: readonly Pair[]) =>
  isClosing(above) &&
  pairs.every(
    ({ upper, rest, joined }) =>
      !isAnyLabel(upper.label.key) && !isAnyLabel(rest.label.key) && (!isNumber(upper) || isNumber(joined)),
  );

/** The two rows as one, where a page break cut a row of labels or of the form's close; else null. */
export function joinedRow(above: Row, rest: Row): Row | null {
  if (!rest.afterBreak || rest.isLine || above.isLine) return null;
  const pairs = pairsOf(above, rest);
  if (!pairs) return null;
  const isRest = isRestOfHeader(above, rest, pairs) || isRestOfLabels(pairs) || isRestOfClose(above, pairs);
  return isRest ? withPairs(above, pairs) : null;
}

/** The row above whose block's heading (年度总) goes on in this row's first cell (体目标), and that cell as one; else null. */
function cutHead(
  rows: readonly Row[],
  { cells, afterBreak }: Row,
): { at: number; head: RowCell; joined: RowCell } | null {
  const [rest] = cells;
  if (!afterBreak || !rest || cells.length < 2 || sectionRole(rest.label.key) !== null) return null;
  const at = rows.findLastIndex(
    (row, index) => !row.isLine && (index === 0 || row.afterBreak || row.cells[0]?.column === rest.column),
  );
  const head = rows[at]?.cells[0];
  if (head?.column !== rest.column || head.end !== rest.end) return null;
  const isCut = sectionRole(head.label.key) === null || leavesBracketOpen(head.text);
  const joined = joinedRowCell(head, rest);
  return isCut && sectionRole(joined.label.key) !== null ? { at, head, joined } : null;
}

/** The rows of a form, those joined whose labels or totals a page break cut. Rows of values are joined by who knows their block. */
export function withCutRowsJoined(rows: readonly Row[]): Row[] {
  const whole: Row[] = [];
  for (const row of rows) {
    // A running title or a page number may stand between the two parts.
    const lastAt = whole.findLastIndex(({ isLine }) => !isLine);
    const last = whole[lastAt];
    const joined = last ? joinedRow(last, row) : null;
    const cut = joined ? null : cutHead(whole, row);
    if (joined) whole[lastAt] = joined;
    else if (cut) {
      const above = whole[cut.at];
      if (above) whole[cut.at] = { ...above, cells: above.cells.with(0, cut.joined) };
      whole.push({ ...row, cells: row.cells.slice(1) });
    } else whole.push(row);
  }
  return whole;
}
