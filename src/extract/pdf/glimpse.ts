import { OPS } from './library/pdfjs-library.js';
import { PLAIN_FONT, type FontMetrics } from './operators/font-metrics.js';
import { OPAQUE_ENOUGH, UNPAINTED_MODES } from './operators/ink.js';
import type { OperatorList } from './operators/page-setting.js';
import { isPaintingPictures } from './operators/painted-pictures.js';
import { FontPlausibility } from './operators/plausible-text.js';
import { UNKNOWN_CHARACTER } from './operators/unknown-character.js';

/** What a page's operators tell before anything is placed. */
export interface Glimpse {
  /** All its text, hidden text too, in the order in which it is drawn. */
  readonly text: string;
  readonly glyphs: number;
  /** True where nothing can hide, cover or garble the text: the page shows what its operators say. */
  readonly isPlain: boolean;
  /** True where fonts seem to say other characters than they draw, or do not say them: the text tells nothing. */
  readonly isImplausible: boolean;
}

/** The part of a page's glyphs from which what is guessed of them makes its text worthless. */
export const MUCH_GUESSED = 0.1;

/** Looks at a page's operators once, without placing what they draw: a small part of what reading the page costs. */
export function glimpseOf({ operators, operands }: OperatorList, fontNamed: (name: string) => FontMetrics): Glimpse {
  let [text, glyphs, isPlain] = ['', 0, true];
  let font = PLAIN_FONT;
  let guessed = 0;
  const plausibility = new FontPlausibility();
  for (let index = 0; index < operators.length; index += 1) {
    const operator = operators[index];
    const first = operands[index]?.[0];
    switch (operator) {
      case OPS.showText:
        if (!Array.isArray(first)) break;
        for (const item of first as readonly unknown[]) {
          if (typeof item !== 'object' || item === null || !('unicode' in item)) continue;
          if (typeof item.unicode !== 'string') continue;
          text += item.unicode;
          const width = 'width' in item && typeof item.width === 'number' ? item.width * font.widthScale : 0;
          plausibility.note(font, item.unicode, width);
          if (!font.isTold) guessed += 1;
          glyphs += 1;
        }
        break;
      case OPS.setFont:
        font = typeof first === 'string' ? fontNamed(first) : PLAIN_FONT;
        isPlain &&= typeof first === 'string' && font.isTold;
        break;
      case OPS.setTextRenderingMode:
        isPlain &&= typeof first === 'number' && !UNPAINTED_MODES.includes(first);
        break;
      case OPS.setGState:
        isPlain &&= Array.isArray(first) && first.every(isHarmless);
        break;
      case OPS.beginMarkedContentProps:
        isPlain &&= first !== 'OC';
        break;
      default:
        isPlain &&= operator === undefined || !isPaintingPictures(operator);
    }
  }
  const isImplausible = plausibility.lying > 0 || guessed > MUCH_GUESSED * glyphs;
  return { text, glyphs, isPlain: isPlain && !isImplausible && !UNKNOWN_CHARACTER.test(text), isImplausible };
}

/** A parameter of the graphics state that neither hides text nor sets a font. */
function isHarmless(pair: unknown): boolean {
  if (!Array.isArray(pair)) return false;
  const [name, value] = pair as unknown[];
  return name !== 'Font' && !(name === 'ca' && !(typeof value === 'number' && value > OPAQUE_ENOUGH));
}
