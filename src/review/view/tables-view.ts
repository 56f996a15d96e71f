import type { Evidence, SelfEvaluation } from '../../schema/record.js';
import { type Cell, type Sheet, type Standing, tableOf } from '../../schema/sheet.js';
import type { SourceCell, SourceTable, TablesView } from '../api.js';

/** Rows of a long table that are shown before and behind those of the form. */
const ROWS_AROUND = 2;

/** Where values of a form stand, each part of one that several cells make up. */
const standings = ({ at, parts }: Evidence): Standing[] =>
  (parts ?? [{ at }]).flatMap((part) => (part.at === undefined ? [] : [part.at]));

const keyOf = (at: Standing): string =>
  'picture' in at
    ? `picture ${at.picture}`
    : 'sheet' in at
      ? `${at.sheet}!${at.cell}`
      : `${at.table}/${at.row}/${at.column}`;

/** The tables of a document, or a workbook's sheets, that values of a form stand in. */
export function tablesWith(record: SelfEvaluation): (number | string)[] {
  const all = Object.values(record.evidence).flatMap(standings).map(tableOf);
  return [...new Set(all.filter((one) => one !== null))];
}

/**
 * The tables that a form was read from, as the file has them, and which of their cells its values were taken from.
 *
 * @param record as it was read
 * @param sheets those of the document that hold these tables
 */
export function tablesView(record: SelfEvaluation, sheets: readonly Sheet[]): TablesView {
  const marks: TablesView['marks'] = {};
  for (const [path, evidence] of Object.entries(record.evidence))
    for (const at of standings(evidence)) (marks[keyOf(at)] ??= []).push(path);
  const tables = sheets.flatMap(({ cells }): SourceTable[] => {
    const marked = cells.filter(({ at }) => at !== undefined && marks[keyOf(at)] !== undefined);
    if (marked.length === 0) return [];
    const from = Math.min(...marked.map(({ row }) => row)) - ROWS_AROUND;
    const to = Math.max(...marked.map(({ row, rowSpan }) => row + rowSpan - 1)) + ROWS_AROUND;
    const title = tableOf(marked[0]?.at);
    return [{ title: typeof title === 'string' ? title : null, rows: rowsOf(cells, from, to) }];
  });
  return { tables, marks };
}

/** Rows of cells that fill their grid: what no cell covers is blank. */
function rowsOf(cells: readonly Cell[], from: number, to: number): SourceCell[][] {
  const shown = cells.filter(({ row }) => row >= from && row <= to);
  const rows: ({ column: number; span: number; cell: SourceCell }[] | undefined)[] = [];
  const first = Math.min(...shown.map(({ row }) => row));
  const columns = Math.max(...shown.map(({ column, columnSpan }) => column + columnSpan));
  const covered = new Set<string>();
  for (const { row, column, rowSpan, columnSpan, text, at } of shown) {
    const line = (rows[row - first] ??= []);
    line.push({
      column,
      span: columnSpan,
      cell: { text, rowSpan, columnSpan, key: at === undefined ? null : keyOf(at) },
    });
    for (let down = 1; down < rowSpan; down += 1)
      for (let right = 0; right < columnSpan; right += 1) covered.add(`${row - first + down} ${column + right}`);
  }
  return Array.from(rows, (cellsOfRow, row) => {
    const whole: SourceCell[] = [];
    const inOrder = (cellsOfRow ?? []).toSorted((a, b) => a.column - b.column);
    for (let column = 0; column < columns;) {
      const own = inOrder.find((one) => one.column === column);
      if (own !== undefined) whole.push(own.cell);
      else if (!covered.has(`${row} ${column}`)) whole.push({ text: '', rowSpan: 1, columnSpan: 1, key: null });
      column += own?.span ?? 1;
    }
    return whole;
  });
}
