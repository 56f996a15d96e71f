import { expect, it } from 'vitest';
import { withGlyphReadings } from '../../../src/extract/pdf/reread.js';
import type { PageItem } from '../../../src/extract/pages/page-reading.js';
import type { Box, CellReading } from '../../../src/schema/sheet.js';

const table = (box: Box, text: string, readings?: CellReading[]): PageItem => ({
  table: {
    box,
    xs: [box[0], box[2]],
    cells: [
      {
        row: 0,
        column: 0,
        rowSpan: 1,
        columnSpan: 1,
        text,
        box,
        confidence: null,
        reading: readings ? 'ocr' : 'glyphs',
        ...(readings ? { readings } : {}),
      },
    ],
  },
});
const PLACE: Box = [100, 100, 200, 130];
const NEARLY: Box = [101, 99, 201, 130];
const ELSEWHERE: Box = [300, 100, 400, 130];
const read = (text: string) => [{ by: 'tesseract', text, confidence: 0.9 }];
const cellOf = ([item]: PageItem[]) => (item && 'table' in item ? item.table.cells[0] : undefined);

it.each([
  [
    'keeps what the glyphs say as a reading that counts for nothing',
    '项目',
    NEARLY,
    '€•',
    '项目',
    ['tesseract', 'glyphs'],
  ],
  ['keeps a number that is recognised', '10.50', NEARLY, '99.99', '10.50', ['tesseract', 'glyphs']],
  [
    'takes a number of the glyphs where the picture shows empty boxes',
    '□□□',
    NEARLY,
    '10.50',
    '10.50',
    ['glyphs', 'tesseract'],
  ],
  ['takes no other text of the glyphs', '□□', NEARLY, '€•', '□□', ['tesseract', 'glyphs']],
  ['looks at the same cell alone', '项目', ELSEWHERE, '€•', '项目', ['tesseract']],
] as const)('%s', (_, recognised, place, drawn, text, by) => {
  const cell = cellOf(withGlyphReadings([table(PLACE, recognised, read(recognised))], [table(place, drawn)]));
  expect(cell?.text).toBe(text);
  expect(cell?.readings?.map((reading) => reading.by)).toEqual(by);
});
