import { madePdf } from './pdf.js';

const CHARACTERS = { '0001': '甲', '0002': '乙', '0003': '丙', '0004': '<' };

/** A table of two rows; the first cell spans both columns. Rules as strokes, 12-point text. */
const TABLE = [
  '100 700 m 300 700 l 100 660 m 300 660 l 100 620 m 300 620 l',
  '100 700 m 100 620 l 300 700 m 300 620 l 200 660 m 200 620 l S',
  'BT /F1 12 Tf 110 675 Td <0001> Tj 0 -40 Td <00020004> Tj 100 0 Td <0003> Tj ET',
].join('\n');

const LINE_ONLY = 'BT /F1 12 Tf 110 675 Td <0001> Tj ET';

/** Three pages: a table, a line of text, a table again; the last one is turned. */
export const ruledPdf = (): Buffer =>
  madePdf([{ content: TABLE }, { content: LINE_ONLY }, { content: TABLE, entries: '/Rotate 90' }], {
    characters: CHARACTERS,
  });
