import type { Glyph } from '../geometry/glyph.js';
import { PagePainting } from './operators/page-painting.js';
import { OPERATORS } from './operators/operators.js';
import type { OperatorList, PageSetting } from './operators/page-setting.js';
import type { PaintedRule } from './paint/visible-rules.js';
import type { PaintedPicture } from './operators/painted-pictures.js';

/** What a page shows, as far as tables need it. Points, origin top left, as shown upright. */
export interface PageContent {
  /** The glyphs that can be seen. */
  readonly glyphs: readonly Glyph[];
  /** Invisible, transparent, covered, cut off, in the ground's colour, or too small to read: never mixed with what can be seen. */
  readonly hidden: readonly Glyph[];
  /** The rules that can be seen, those that annotations draw among them. */
  readonly rulings: readonly PaintedRule[];
  /** How many of the letters and digits that can be seen are guessed, as their fonts do not tell them. */
  readonly guessed: number;
  /** How many letters and signs that can be seen are drawn by fonts that seem to say other characters than they draw. */
  readonly implausible: number;
  /** In the order in which they are painted; none that pdf.js was told to leave out. */
  readonly pictures: readonly PaintedPicture[];
  /** True where something else is painted: areas, lines or shadings that are not white. */
  readonly hasDrawings: boolean;
}

const NONE: readonly unknown[] = [];

/** Reads a page's operators once, for glyphs and rules alike. */
export function pageContentOf({ operators, operands }: OperatorList, setting: PageSetting): PageContent {
  const painting = new PagePainting(setting);
  for (let at = 0; at < operators.length; at += 1) OPERATORS[operators[at] ?? -1]?.(painting, operands[at] ?? NONE);
  const { glyphs, hidden, rules } = painting.order.result();
  return {
    glyphs,
    hidden,
    rulings: rules,
    guessed: painting.text.guessedOf(glyphs),
    implausible: painting.text.implausible,
    pictures: painting.shapes.pictures,
    hasDrawings: painting.shapes.hasDrawings,
  };
}
