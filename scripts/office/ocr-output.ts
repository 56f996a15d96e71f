import type { Ruling } from '../../src/extract/lattice/ruling.js';
import { unite } from '../../src/extract/geometry/box.js';
import type { Glyph } from '../../src/extract/geometry/glyph.js';
import { wordsOf } from '../../src/extract/pdf/words.js';
import type { Box } from '../../src/schema/sheet.js';
import { escaped } from './docx.js';

/** What a page of a PDF shows, as an OCR program would have found it. Points, origin top left. */
export interface FoundPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** The rules that the program saw; OCR programs see few. */
  readonly rulings: readonly Ruling[];
}

/** Pixels for each point: 300 to an inch. */
const SCALE = 300 / 72;
/** In ems: what the ink of digits and letters takes of their em box, from its top. */
const [INK_TOP, INK_BOTTOM] = [0.15, 0.88];
/** How thick a rule is, in points. */
const THICK = 1;
/** How sure the program is, in per cent. */
const SURE = 95;

interface FoundWord {
  readonly text: string;
  readonly box: Box;
}

/** Words by the lines that they stand on: each word a line of its own where nothing else shares its middle. */
function linesOf(glyphs: readonly Glyph[]): FoundWord[][] {
  const words = wordsOf(glyphs)
    .map((word) => word.filter(({ text }) => text.trim() !== ''))
    .filter((word) => word.length > 0)
    .map((word) => ({ text: word.map(({ text }) => text).join(''), box: unite(word.map(inkOf)) }));
  const lines: FoundWord[][] = [];
  for (const word of words.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const first = lines.at(-1)?.[0];
    if (first && Math.abs(middleOf(first) - middleOf(word)) < (first.box[3] - first.box[1]) / 2)
      lines.at(-1)?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.box[0] - b.box[0]));
}

const middleOf = ({ box }: FoundWord) => (box[1] + box[3]) / 2;

function inkOf({ text, box: [x0, y0, x1, y1] }: Glyph): Box {
  if (!/[\u0020-\u024f]/.test(text)) return [x0, y0, x1, y1];
  return [x0, y0 + INK_TOP * (y1 - y0), x1, y0 + INK_BOTTOM * (y1 - y0)];
}

const boxOfRuling = ({ axis, at, from, to }: Ruling): Box =>
  axis === 'horizontal' ? [from, at - THICK / 2, to, at + THICK / 2] : [at - THICK / 2, from, at + THICK / 2, to];

const pixels = (box: Box) => box.map((edge) => Math.round(edge * SCALE));

/** As Tesseract writes hOCR. */
export function asHocr(pages: readonly FoundPage[]): string {
  const bbox = (box: Box) => `bbox ${pixels(box).join(' ')}`;
  const body = pages.map((page, index) => {
    const lines = linesOf(page.glyphs).map((line) => {
      const words = line.map(
        ({ text, box }) => `<span class='ocrx_word' title='${bbox(box)}; x_wconf ${SURE}'>${escaped(text)}</span>`,
      );
      return `<span class='ocr_line' title="${bbox(unite(line.map(({ box }) => box)))}; baseline 0 0">${words.join('\n')}</span>`;
    });
    const rules = page.rulings.map((rule) => `<div class='ocr_separator' title="${bbox(boxOfRuling(rule))}"></div>`);
    const title = `image "page.png"; ${bbox([0, 0, page.width, page.height])}; ppageno ${index}; scan_res 300 300`;
    return `<div class='ocr_page' title='${title}'>${rules.join('')}<div class='ocr_carea'><p class='ocr_par'>${lines.join('\n')}</p></div></div>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><meta name='ocr-system' content='made'/></head><body>${body.join('\n')}</body></html>\n`;
}

/** As digitisation centres write ALTO. */
export function asAlto(pages: readonly FoundPage[]): string {
  const place = (box: Box) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = pixels(box);
    return `HPOS="${x0}" VPOS="${y0}" WIDTH="${x1 - x0}" HEIGHT="${y1 - y0}"`;
  };
  const body = pages.map(({ width, height, glyphs, rulings }, index) => {
    const lines = linesOf(glyphs).map((line) => {
      const words = line.map(({ text, box }) => `<String ${place(box)} WC="0.${SURE}" CONTENT="${escaped(text)}"/>`);
      return `<TextLine ${place(unite(line.map(({ box }) => box)))}>${words.join('<SP/>')}</TextLine>`;
    });
    const rules = rulings.map((rule) => `<GraphicalElement ${place(boxOfRuling(rule))}/>`);
    const size = `WIDTH="${Math.round(width * SCALE)}" HEIGHT="${Math.round(height * SCALE)}"`;
    return `<Page ID="P${index + 1}" PHYSICAL_IMG_NR="${index + 1}" ${size}><PrintSpace>${rules.join('')}<TextBlock ID="B${index}">${lines.join('')}</TextBlock></PrintSpace></Page>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout>${body.join('')}</Layout></alto>\n`;
}
