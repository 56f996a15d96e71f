import type { Row } from '../rows/rows.js';
import type { IndicatorColumn } from '../vocabulary/words.js';
import { atomsOf } from './atoms.js';
import type { Borders } from './borders.js';
import { columnOrder } from './column-order.js';
import { headBefore } from './funds-block.js';
import type { HeaderRun } from './header-runs.js';
import { readTable, type WantedSums } from './indicator-beam.js';
import { textIn, type Span } from './running-text.js';
import type { PlacedSpan } from './ways.js';
import { lineRow, rowIn, type ColumnSpan } from './synthetic-rows.js';

/** A row whose cells were cut out of the text, and whether another cut is possible. */
export interface CutRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly isUnsure: boolean;
  /** True where a cell that every row prints is missing. */
  readonly isIncomplete: boolean;
}

/** One reading of an indicator table: its rows, and what was inferred on the way. */
export interface TableBlock {
  readonly rows: readonly Row[];
  readonly cut: readonly CutRow[];
  readonly closes: boolean;
  readonly cost: number;
  /** True where the text is too long to be cut, or can be cut in too many ways. */
  readonly isGivenUp: boolean;
}

/** What every row of a form prints, if its table has the column. */
const NEEDED: readonly IndicatorColumn[] = ['name', 'property', 'target', 'unit', 'actual', 'weight', 'score'];
const CUT_OUT: ReadonlySet<IndicatorColumn> = new Set<IndicatorColumn>(['property', 'target', 'unit', 'actual']);

function headerRows(borders: Borders, header: HeaderRun<IndicatorColumn>, section: Span | null): Row[] {
  const { columns, groups } = columnOrder(header);
  const head: ColumnSpan[] = section ? [{ ...section, column: 0 }] : [];
  const own = columns.map(({ name }, index) => ({ ...name, column: 1 + index }));
  const [group] = groups;
  if (!group) return [rowIn(borders.running, [...head, ...own])];
  const isBelow = (column: number) => column - 1 >= group.first && column - 1 <= group.last;
  const over = { ...group.name, column: 1 + group.first, columns: group.last - group.first + 1 };
  const upper = [...own.filter(({ column }) => !isBelow(column)), over].sort((a, b) => a.column - b.column);
  return [
    rowIn(borders.running, [...head, ...upper]),
    rowIn(
      borders.running,
      own.filter(({ column }) => isBelow(column)),
    ),
  ];
}

/** Reads the table below a header, in the few best ways; `span` is its text. */
export function tableBlocks(
  borders: Borders,
  header: HeaderRun<IndicatorColumn>,
  span: Span,
  wanted: WantedSums,
  from: number,
): TableBlock[] {
  const { columns } = columnOrder(header);
  const roles = columns.map(({ role }) => role);
  const atoms = atomsOf(borders, span);
  const heads = headerRows(borders, header, headBefore(borders, header.from, from));
  const readings = readTable(borders, atoms, roles, wanted);
  if (readings.length === 0) {
    const rest = span.to > span.from ? [lineRow(borders.running, span)] : [];
    return [{ rows: [...heads, ...rest], cut: [], closes: false, cost: Infinity, isGivenUp: atoms.length > 0 }];
  }
  return readings.map(({ rows, closes, cost }) => ({
    rows: [
      ...heads,
      ...rows.map((row) =>
        rowIn(
          borders.running,
          row.map((cell) => ({ ...cell, column: 1 + cell.column })),
        ),
      ),
    ],
    cut: rows.map((row) => cutRow(borders, roles, row, closes)),
    closes,
    cost,
    isGivenUp: false,
  }));
}

function cutRow(
  borders: Borders,
  roles: readonly IndicatorColumn[],
  row: readonly PlacedSpan[],
  closes: boolean,
): CutRow {
  const texts = row.map((cell) => textIn(borders.running, cell));
  const filled = new Set(row.map(({ column }) => roles[column]));
  const name = row.findIndex(({ column }) => roles[column] === 'name');
  const lacks = NEEDED.some((role) => roles.includes(role) && !filled.has(role));
  const isParted = borders.separation === 'cells' || borders.separation === 'lines';
  const wasCut = !isParted && row.some(({ column }) => CUT_OUT.has(roles[column] ?? 'extra'));
  const isOpen = borders.separation === 'glued' && !closes;
  const [first, last] = [row[0], row.at(-1)];
  return {
    name: texts[name] ?? '',
    before: first && last ? textIn(borders.running, { from: first.from, to: last.to }) : '',
    after: texts.join(' | '),
    isUnsure: lacks || wasCut || isOpen,
    isIncomplete: lacks,
  };
}
