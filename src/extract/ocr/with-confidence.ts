import { contains } from '../geometry/box.js';
import type { PageItem } from '../pages/page-reading.js';
import type { Box, CellReading } from '../../schema/sheet.js';
import type { OcrWord } from './ocr-page.js';
import { leastOf } from './line-words.js';

/** How sure a reading is of which its program does not say it: no surer than a guess. */
const UNTOLD = 0.5;

/** The items of a page, each text as the reading that it is: as sure as the least sure of its words. `by`: the reader's name. */
export function withConfidence(items: readonly PageItem[], words: readonly OcrWord[], by: string): PageItem[] {
  const readingIn = (text: string, box: Box): CellReading => {
    const inside = words.filter(({ box: [x0, y0, x1, y1] }) => contains(box, (x0 + x1) / 2, (y0 + y1) / 2));
    return { by, text, confidence: inside.length === 0 ? UNTOLD : (leastOf(inside) ?? UNTOLD) };
  };
  return items.map((item): PageItem => {
    if ('line' in item) {
      const { text, box } = item.line;
      return { line: { ...item.line, readings: box === null ? [] : [readingIn(text, box)] } };
    }
    const cells = item.table.cells.map((cell) => {
      if (cell.text === '') return { ...cell, reading: 'ocr' as const };
      const reading = readingIn(cell.text, cell.box);
      return { ...cell, reading: 'ocr' as const, confidence: reading.confidence, readings: [reading] };
    });
    return { table: { ...item.table, cells } };
  });
}
