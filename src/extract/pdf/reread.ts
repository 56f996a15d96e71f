import type { Finding } from '../../schema/finding.js';
import type { Box } from '../../schema/sheet.js';
import type { PageItem, PageTable } from '../pages/page-reading.js';
import { areaOf, intersect } from '../geometry/box.js';

type Cell = PageTable['cells'][number];

/** The part of a cell that one of the other reading must cover to be the same. */
const SAME_CELL = 0.5;
/** What the glyphs of a font that lies are worth: they are kept to be looked up, and speak for nothing. */
const NO_WITNESS = 0;
/** What a number of theirs is worth that the picture shows as empty boxes, as where its characters are missing in the font. */
const NUMBER_ALONE = 0.5;
const LEGIBLE = /[\p{L}\p{N}]/u;
const NUMBER = /^[-+−]?\p{Nd}[\p{Nd}.,%]*$/u;

/** What was recognised in a page's picture, with what the page's glyphs say of each cell as a further reading. */
export function withGlyphReadings(recognised: readonly PageItem[], drawn: readonly PageItem[]): PageItem[] {
  const cells = drawn.flatMap((item) => ('table' in item ? item.table.cells : []));
  const said = ({ box }: Cell) => cells.find((other) => covers(other.box, box))?.text ?? '';
  return recognised.map((item) => {
    if ('line' in item) return item;
    const withSaid = (cell: Cell): Cell => {
      const text = said(cell);
      if (text === '' || cell.readings === undefined) return cell;
      if (!LEGIBLE.test(cell.text) && NUMBER.test(text)) {
        const glyphs = { by: 'glyphs', text, confidence: NUMBER_ALONE };
        return { ...cell, text, confidence: NUMBER_ALONE, readings: [glyphs, ...cell.readings] };
      }
      return { ...cell, readings: [...cell.readings, { by: 'glyphs', text, confidence: NO_WITNESS }] };
    };
    return { table: { ...item.table, cells: item.table.cells.map(withSaid) } };
  });
}

const covers = (a: Box, b: Box) => areaOf(intersect(a, b)) >= SAME_CELL * Math.max(areaOf(a), areaOf(b));

/** A page whose text was recognised in its picture, as its fonts do not say what they draw. */
export const textReread = (page: number): Finding => ({
  code: 'text-reread',
  severity: 'note',
  path: '',
  message: `The fonts of page ${page} say other characters than they draw; its text was recognised in its picture, as that of a scan.`,
  messageZh: `第${page}页的字体给出的文字与显示的不符，已按扫描件识别页面图像。`,
});
