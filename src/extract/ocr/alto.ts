import type { Ruling } from '../lattice/ruling.js';
import type { Box } from '../../schema/sheet.js';
import { LineWords } from './line-words.js';
import { readMarkup } from './markup.js';
import { type OcrPage, pointsPerPixel } from './ocr-page.js';
import { boxOf, rulingsOf, scaledBox, scaledRuling, sidesOf } from './separators.js';

/** Points for each of the units that ALTO knows beside the pixel: tenths of a millimetre, and 1,200ths of an inch. */
const UNITS: Readonly<Record<string, number>> = { mm10: 72 / 254, inch1200: 72 / 1200 };

/** The unit that a file measures in, in points; null for pixels. `head`: what stands before its pages. */
export function altoUnit(head: string): number | null {
  const [, unit = ''] = /<(?:[\w-]+:)?MeasurementUnit>\s*(\w+)/.exec(head) ?? [];
  return UNITS[unit] ?? null;
}

type Attributes = ReadonlyMap<string, string>;

/** Reads what an ALTO file (Library of Congress, 2.0 to 4.4) says of one page: from the page's tag to the next one's. @throws BadMarkup */
export function readAltoPage(markup: string, unit: number | null, mostWords: number): OcrPage {
  const lines = new LineWords(mostWords);
  const rulings: Ruling[] = [];
  /** Blocks that are open, and whether each is a table, whose blocks of text are its cells. */
  const composed: boolean[] = [];
  let longer = 0;
  readMarkup(markup, {
    open(element, attributes) {
      const box = boxIn(attributes);
      longer = Math.max(
        longer,
        box?.[2] ?? 0,
        box?.[3] ?? 0,
        Number(attributes.get('width') ?? 0) || 0,
        Number(attributes.get('height') ?? 0) || 0,
      );
      if (element === 'composedblock') composed.push(/table/i.test(attributes.get('type') ?? ''));
      else if (element === 'textblock' && composed.at(-1) === true && box !== null) rulings.push(...sidesOf(box));
      else if (element === 'graphicalelement' && box !== null) rulings.push(...rulingsOf(box));
      else if (element === 'textline') lines.open(box);
      else if (element === 'string' || element === 'hyp') {
        lines.add({ text: attributes.get('content') ?? '', box, confidence: confidenceIn(attributes) });
      }
    },
    close(element) {
      if (element === 'textline') lines.close();
      else if (element === 'composedblock') composed.pop();
    },
    text: () => undefined,
  });
  lines.close();
  const scale = unit ?? pointsPerPixel(longer, null);
  return {
    words: lines.words.map((each) => ({ ...each, box: scaledBox(each.box, scale) })),
    rulings: rulings.map((ruling) => scaledRuling(ruling, scale)),
    unplaced: lines.unplaced,
  };
}

function boxIn(attributes: Attributes): Box | null {
  const [x, y, width, height] = ['hpos', 'vpos', 'width', 'height'].map((name) =>
    Number(attributes.get(name) ?? Number.NaN),
  );
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return boxOf([x, y, x + width, y + height]);
}

function confidenceIn(attributes: Attributes): number | null {
  const sure = Number(attributes.get('wc') ?? Number.NaN);
  return Number.isFinite(sure) ? Math.min(1, Math.max(0, sure)) : null;
}
