import type { Limits } from '../../schema/limits.js';
import type { Cell, Line, Sheet } from '../../schema/sheet.js';
import type { Losses } from '../source/losses.js';
import { textCell, textLine } from '../text/text-cell.js';
import { cellName } from './cell-name.js';
import { gluedTablesOf } from './glued-tables.js';
import type { FlowItem } from './flow-item.js';

/** A run of lines longer than this is handed out in several sheets, so that memory stays flat. */
const LINES_PER_SHEET = 2_000;

/** What a picture in a document says, as sheets of its own. */
export type PictureSheets = (source: string) => AsyncGenerator<Sheet>;

export interface FlowOptions {
  readonly limits: Limits;
  readonly losses: Losses;
  readonly pictureSheets: PictureSheets;
}

/** The sheets of a flowing document; each cell knows its table, row and column there. */
export async function* sheetsOfFlow(
  items: AsyncIterable<FlowItem>,
  { limits, losses, pictureSheets }: FlowOptions,
): AsyncGenerator<Sheet> {
  let lines: Line[] = [];
  const sheet = (cells: Cell[]): Sheet => {
    const whole = { lines, cells, spansKnown: true };
    lines = [];
    return whole;
  };
  for await (const item of items) {
    if (item.type === 'line') {
      lines.push(textLine(item.text, limits, losses));
      if (lines.length >= LINES_PER_SHEET) yield sheet([]);
    } else if (item.type === 'table') {
      losses.add('columns-cut', item.rowsCut);
      const tables = item.name === null ? gluedTablesOf(item.cells) : [item.cells];
      for (const cells of tables) if (cells.length > 0) yield sheet(cellsOf({ ...item, cells }, limits, losses));
    } else {
      for await (const pictured of pictureSheets(item.source)) {
        yield { ...pictured, lines: [...lines, ...pictured.lines] };
        lines = [];
      }
    }
  }
  if (lines.length > 0) yield sheet([]);
}

/** A table that comes in parts is numbered anew in each, as the sheets of other media are. */
function cellsOf({ table, name, cells }: FlowItem & { type: 'table' }, limits: Limits, losses: Losses): Cell[] {
  const first = cells[0]?.row ?? 0;
  return cells.map((cell) => ({
    ...textCell({ ...cell, row: cell.row - first }, cell.text, limits, losses),
    ...(cell.stored === undefined ? {} : { stored: cell.stored }),
    at:
      name === null
        ? { table, row: cell.row + 1, column: cell.column + 1 }
        : { sheet: name, cell: cellName(cell.row, cell.column) },
  }));
}
