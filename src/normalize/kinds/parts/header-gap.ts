import type { Row, RowCell } from '../../rows/rows.js';

const shifted = (cell: RowCell, by: number): RowCell => ({ ...cell, column: cell.column + by, end: cell.end + by });

/**
 * A second row of a header stands under the head that it divides, unless the text leaves blank cells out: then it stands at the line's
 * beginning, and is put in that head's place; not where the row repeats
 * the heads above it, as merged cells that were taken apart do. `isDivided` tells the head.
 */
export function withoutGap(headers: readonly Row[], isDivided: (cell: RowCell) => boolean): readonly Row[] {
  const [first, second] = headers;
  const divided = first?.cells.find(isDivided);
  const [lower] = second?.cells ?? [];
  const repeats = second?.cells.some(({ text }) => first?.cells.some((upper) => upper.text === text)) === true;
  if (!first || !second || !divided || !lower || lower.column >= divided.column || repeats) return headers;
  const added = second.cells.length - 1;
  const by = divided.column - lower.column;
  return [
    { ...first, cells: first.cells.map((cell) => (cell.column > divided.column ? shifted(cell, added) : cell)) },
    { ...second, cells: second.cells.map((cell) => shifted(cell, by)) },
  ];
}
