import type { Cell, CellReading, Sheet } from '../../src/schema/sheet.js';
import { sheetsFrom } from './sheets.js';

/** What the second reader makes of a text that the first one read; null where it gives nothing. */
export type SecondReader = (text: string) => string | null;

/** A cell as two readers of a scan give it. */
function scannedCell(cell: Cell, second: SecondReader): Cell {
  const other = second(cell.text);
  const readings: CellReading[] = [
    { by: 'first', text: cell.text, confidence: 0.97 },
    ...(other === null ? [] : [{ by: 'second', text: other, confidence: 0.95 }]),
  ];
  return { ...cell, page: 1, box: [0, 0, 1, 1], reading: 'ocr', confidence: 0.97, readings };
}

/** The sheets of a drawing (see `sheetsFrom`) as two readers of a scan give them. */
export function scannedSheets(drawing: string, second: SecondReader = (text) => text): Sheet[] {
  return sheetsFrom(drawing).map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.text === '' ? cell : scannedCell(cell, second))),
  }));
}
