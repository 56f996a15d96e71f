import type { Ruling } from '../lattice/ruling.js';
import type { Box } from '../../schema/sheet.js';
import { LineWords } from './line-words.js';
import { BadMarkup, MOST_NESTED, readMarkup } from './markup.js';
import { type OcrPage, type OcrWord, pointsPerPixel } from './ocr-page.js';
import { boxOf, rulingsOf, scaledBox, scaledRuling } from './separators.js';

/** Classes of what is set as a line (hOCR 1.2, 4 and 5). */
const LINES = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_footer', 'ocr_caption', 'ocr_textfloat'];
const PERCENT = 100;

/** An element that is open, and what it is of the page. */
interface OpenElement {
  readonly name: string;
  readonly part: 'line' | 'word' | null;
}

/** Reads what an hOCR file (hOCR 1.2) says of one page: from the page's tag to the next one's. @throws BadMarkup */
export function readHocrPage(markup: string, mostWords: number): OcrPage {
  const lines = new LineWords(mostWords);
  const rulings: Ruling[] = [];
  const open: OpenElement[] = [];
  let [longer, dpi]: [number, number | null] = [0, null];
  let [word, loose]: [{ text: string; title: string } | null, string] = [null, ''];
  const endLoose = () => {
    lines.add({ text: loose, box: null, confidence: null });
    loose = '';
  };
  const endWord = () => {
    if (word !== null) lines.add({ text: word.text, box: bboxIn(word.title), confidence: confidenceIn(word.title) });
    word = null;
  };
  const end = ({ part }: OpenElement) => {
    if (part === 'word') endWord();
    if (part !== 'line') return;
    endWord();
    endLoose();
    lines.close();
  };
  readMarkup(markup, {
    open(name, attributes) {
      const classes = (attributes.get('class') ?? '').split(/\s+/);
      const title = attributes.get('title') ?? '';
      const bbox = bboxIn(title);
      longer = Math.max(longer, bbox?.[2] ?? 0, bbox?.[3] ?? 0);
      if (classes.includes('ocr_page')) dpi = property(title, 'scan_res')[0] ?? null;
      if (classes.includes('ocr_separator') && bbox !== null) rulings.push(...rulingsOf(bbox));
      const part = classes.includes('ocrx_word')
        ? 'word'
        : LINES.some((each) => classes.includes(each))
          ? 'line'
          : null;
      if (part === 'word') {
        endWord();
        endLoose();
        word = { text: '', title };
      } else if (part === 'line') {
        endWord();
        endLoose();
        lines.open(bbox, directionIn(title));
      }
      if (open.length >= MOST_NESTED) throw new BadMarkup(`more than ${MOST_NESTED} elements within each other`);
      open.push({ name, part });
    },
    close(name) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at !== -1) for (const element of open.splice(at).toReversed()) end(element);
    },
    text(text) {
      if (word === null) loose += text;
      else word.text += text;
    },
  });
  for (const element of open.toReversed()) end(element);
  endLoose();
  lines.close();
  const scale = pointsPerPixel(longer, dpi);
  return {
    words: lines.words.map((each) => ({ ...each, box: scaledBox(each.box, scale) })),
    rulings: rulings.map((ruling) => scaledRuling(ruling, scale)),
    unplaced: lines.unplaced,
  };
}

/** The numbers of one of a title's properties; none where it has not got it. */
function property(title: string, name: string): number[] {
  const found = title.split(';').find((each) => each.trimStart().startsWith(`${name} `));
  return found === undefined ? [] : found.trim().split(/\s+/).slice(1).map(Number);
}

const bboxIn = (title: string): Box | null => boxOf(property(title, 'bbox'));

function confidenceIn(title: string): number | null {
  const [sure = Number.NaN] = property(title, 'x_wconf');
  return Number.isFinite(sure) ? Math.min(1, Math.max(0, sure / PERCENT)) : null;
}

/** Degrees counter-clockwise, as hOCR tells them, as quarter turns clockwise. */
function directionIn(title: string): OcrWord['direction'] {
  const [angle = Number.NaN] = property(title, 'textangle');
  if (!Number.isFinite(angle)) return null;
  const turns = ((Math.round(-angle / 90) % 4) + 4) % 4;
  return turns === 1 || turns === 2 || turns === 3 ? turns : 0;
}
