import { isIndicatorHeader } from '../../rows/section-heads.js';
import { isClosing, originsOf, type Row, type RowCell } from '../../rows/rows.js';
import { numberOf } from '../../text/number.js';

const isWords = ({ text }: RowCell) => /\p{Script=Han}/u.test(text) && numberOf(text).kind === 'unreadable';

function withoutRepeats(row: Row): Row {
  const kept: RowCell[] = [];
  for (const cell of row.cells) {
    const last = kept.at(-1);
    if (last?.text === cell.text && last.end === cell.column && isWords(cell))
      kept[kept.length - 1] = { ...last, end: cell.end, repeats: [...(last.repeats ?? []), ...originsOf(cell)] };
    else kept.push(cell);
  }
  return { ...row, cells: kept };
}

/**
 * The rows of a form whose merged cells were taken apart, each cell's text once; as they are where none was. Among indicators a target
 * may well be its result's text: they are left alone.
 */
export function withMergedCells(rows: readonly Row[]): readonly Row[] {
  const isTakenApart = rows.some(({ cells }) => cells.some(({ repeats }) => repeats !== undefined));
  const indicators = rows.findIndex(isIndicatorHeader);
  if (!isTakenApart) return rows;
  const isAmong = (row: Row, at: number) => indicators >= 0 && at >= indicators && !isClosing(row);
  return rows.map((row, at) => (isAmong(row, at) ? row : withoutRepeats(row)));
}
