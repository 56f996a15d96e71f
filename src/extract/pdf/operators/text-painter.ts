import { PLAIN_STYLE, type Glyph, type Style } from '../../geometry/glyph.js';
import type { Paint } from '../paint/colour.js';
import { inkOf, isSeen } from './ink.js';
import type { PaintOrder } from '../paint/paint-order.js';
import { FontPlausibility } from './plausible-text.js';
import { showText } from './show-text.js';
import type { GraphicsStack } from './graphics-stack.js';
import type { MarkedContent } from './marked-content.js';

/** Points. Smaller text is not meant to be read. */
const SMALLEST_TEXT_PT = 1;
/** A bullet or another sign may come from a font without a table of characters, and nothing hangs on it. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Paints text, and notes what its fonts are worth. */
export class TextPainter {
  readonly #stack: GraphicsStack;
  readonly #marks: MarkedContent;
  readonly #order: PaintOrder;
  readonly #guessed = new Set<Glyph>();
  readonly #plausibility = new FontPlausibility();
  #style = PLAIN_STYLE;

  constructor(stack: GraphicsStack, marks: MarkedContent, order: PaintOrder) {
    [this.#stack, this.#marks, this.#order] = [stack, marks, order];
  }

  /** The glyphs of the fonts that seem to say other characters than they draw. */
  get implausible(): number {
    return this.#plausibility.lying;
  }

  /** How many of the glyphs are letters and digits whose fonts do not tell them. */
  guessedOf(glyphs: readonly Glyph[]): number {
    return this.#guessed.size === 0 ? 0 : glyphs.filter((glyph) => this.#guessed.has(glyph)).length;
  }

  show(items: readonly unknown[]): void {
    const { state } = this.#stack;
    const { clip, font } = state;
    const paint = inkOf(state);
    const isPainted = this.#marks.isShown && isSeen(paint);
    for (const glyph of showText(state, items, this.#styleOf(paint), this.#order.next())) {
      const { box, size, text } = glyph;
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      const isInClip = x >= clip[0] && x <= clip[2] && y >= clip[1] && y <= clip[3];
      const mayBeSeen = isPainted && size >= SMALLEST_TEXT_PT && isInClip;
      this.#order.addGlyph(glyph, mayBeSeen);
      if (!mayBeSeen) continue;
      this.#plausibility.note(font, text, glyph.advance / size);
      if (!font.isTold && LETTER_OR_DIGIT.test(text)) this.#guessed.add(glyph);
    }
  }

  /** One object for all text that looks alike: there are thousands of operators on a page. */
  #styleOf({ colour, alpha }: Paint): Style {
    const { origin } = this.#marks;
    const last = this.#style;
    if (last.colour === colour && last.alpha === alpha && last.origin === origin) return last;
    return (this.#style = { colour, alpha, slant: 0, origin });
  }
}
