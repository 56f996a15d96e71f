import { numberOf } from '../text/number.js';
import type { Row, RowCell } from '../rows/rows.js';
import { indicatorColumn } from '../rows/section-heads.js';
import type { IndicatorColumn } from '../vocabulary/words.js';

const MAX_POINTS = 100;

const isPoints = (cell: RowCell | undefined) => {
  const read = cell ? numberOf(cell.text) : null;
  return (
    read?.kind === 'number' && read.value <= MAX_POINTS && /^\s*\d+(?:\.\d+)?\s*(?:分\s*)?$/.test(cell?.text ?? '')
  );
};
const VALUE = /[\d%]|达成|[≥≤=><]/;

interface Layout {
  /** name, target, actual and what else stands between the levels and the points, in order. */
  readonly before: readonly number[];
  readonly weight: number;
  readonly deviation: number;
  readonly level1: number;
  readonly level2: number;
}

/** Where each column of the header stands; null unless weight and score stand side by side behind name, target and result. */
function layoutOf(header: readonly RowCell[]): Layout | null {
  const roles = header.map((cell) => indicatorColumn(cell.label.key));
  const column = (role: IndicatorColumn) => roles.indexOf(role) + 1;
  const weight = column('weight');
  const before = roles.flatMap((role, index) =>
    index + 1 < weight && role !== 'level1' && role !== 'level2' ? [index + 1] : [],
  );
  if (weight === 0 || column('score') !== weight + 1 || column('name') === 0 || before.length < 2) return null;
  return { before, weight, deviation: column('deviation'), level1: column('level1'), level2: column('level2') };
}

const placed = (cell: RowCell, column: number): RowCell => ({ ...cell, column, end: column + 1 });
const rowOf = (cells: RowCell[]): Row => ({
  cells: cells.sort((a, b) => a.column - b.column),
  above: [],
  afterBreak: false,
  isLine: false,
});

/** What stands between two rows: the reason of the one above, a row without points, the headings of the one below. */
function between(
  cells: readonly RowCell[],
  layout: Layout,
  isHeading: (cell: RowCell) => boolean,
): { reason: RowCell[]; extra: RowCell[]; headings: RowCell[] } {
  let from = cells.length;
  while (from > 0 && cells.length - from < 2 && cells.slice(from - 1, from).every(isHeading)) from--;
  const rest = cells.slice(0, from);
  const ownRow = rest.length >= layout.before.length && rest.slice(-2).every((cell) => VALUE.test(cell.text));
  const split = ownRow ? rest.length - layout.before.length : rest.length;
  return { reason: rest.slice(0, split), extra: rest.slice(split), headings: cells.slice(from) };
}

function headingCells(headings: readonly RowCell[], layout: Layout): RowCell[] {
  if (headings.length === 2)
    return headings.map((cell, index) => placed(cell, index === 0 ? layout.level1 : layout.level2));
  return headings.map((cell) => placed(cell, layout.level2 || layout.level1));
}

/**
 * Rows of the indicator table from its cells in order. Each pair of points ends what the row says; the cells right before it are its
 * name, target and result, headings stand before those, and what is left over is the reason of the row above.
 * A header of another order gives the cells as they come, one a row: the columns can't be told.
 */
export function lineIndicators(
  header: readonly RowCell[],
  cells: readonly RowCell[],
  isHeading: (cell: RowCell) => boolean,
): Row[] {
  const layout = layoutOf(header);
  if (!layout) return cells.map((cell) => ({ ...rowOf([placed(cell, 1)]), isLine: true }));
  const rows: RowCell[][] = [];
  let start = 0;
  for (let i = layout.before.length; i + 1 < cells.length; i++) {
    const [weight, score] = [cells[i], cells[i + 1]];
    if (i - start < layout.before.length || !weight || !score || !isPoints(weight) || !isPoints(score)) continue;
    const values = cells.slice(i - layout.before.length, i);
    const { reason, extra, headings } = between(cells.slice(start, i - layout.before.length), layout, isHeading);
    rows.at(-1)?.push(...reason.map((cell) => placed(cell, layout.deviation)));
    if (extra.length > 0) rows.push(extra.map((cell, index) => placed(cell, layout.before[index] ?? layout.weight)));
    rows.push([
      ...headingCells(headings, layout),
      ...values.map((cell, index) => placed(cell, layout.before[index] ?? layout.weight)),
      placed(weight, layout.weight),
      placed(score, layout.weight + 1),
    ]);
    start = i + 2;
    i += 1;
  }
  rows.at(-1)?.push(...cells.slice(start).map((cell) => placed(cell, layout.deviation)));
  return rows.map(rowOf);
}
