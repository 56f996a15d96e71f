import type { Box } from '../../../schema/sheet.js';
import { areaOf, intersect } from '../../geometry/box.js';
import { centreOf, type Glyph } from '../../geometry/glyph.js';
import { clippedRuling } from '../../lattice/path-rulings.js';
import { AreaIndex, type Area } from './area-index.js';
import { looksLike, WHITE } from './colour.js';
import { DrawnLetters } from './drawn-letters.js';
import { groundAt } from './ground.js';
import { addVisibleParts, boxAround, type PaintedRule } from './visible-rules.js';

/** Points. A filled shape that is larger both ways may be the ground of text. */
const GROUND_PT = 6;
/** The part of a glyph's size that a shape over its middle must have to hide it: a white line through it does not. */
const HIDING = 0.5;

export const mayBeGround = ([x0, y0, x1, y1]: Box) => x1 - x0 >= GROUND_PT && y1 - y0 >= GROUND_PT;

/** What is painted on a page, thing by thing: one account of what can be seen in the end, for glyphs and rules alike. */
export class PaintOrder {
  #painted = 0;
  readonly #glyphs: Glyph[] = [];
  readonly #hidden: Glyph[] = [];
  readonly #rules: PaintedRule[] = [];
  readonly #areas: Area[] = [];
  readonly letters = new DrawnLetters();

  /** The place of what was painted last. */
  get last(): number {
    return this.#painted;
  }

  /** The place of what is painted next. */
  next(): number {
    this.#painted += 1;
    return this.#painted;
  }

  /** `isPainted`: with ink, within the clip, large enough. */
  addGlyph(glyph: Glyph, isPainted: boolean): void {
    (isPainted ? this.#glyphs : this.#hidden).push(glyph);
  }

  /** `hides`: what was painted before can't be seen through it. A rule in the paper's colour may wipe out others. */
  addRule(rule: PaintedRule, clip: Box, hides: boolean): void {
    const clipped = clippedRuling(rule, clip);
    if (clipped === null) return;
    this.#rules.push(clipped);
    if (hides && looksLike(rule.colour, WHITE))
      this.#areas.push({ box: boxAround(clipped), order: rule.order, colour: rule.colour, isOpaque: true });
  }

  addArea(area: Area, clip: Box): void {
    if (!mayBeGround(area.box)) return;
    const box = intersect(area.box, clip);
    if (areaOf(box) > 0) this.#areas.push({ ...area, box });
  }

  /** What can be seen, and the glyphs that can't. */
  result(): { readonly glyphs: Glyph[]; readonly hidden: Glyph[]; readonly rules: PaintedRule[] } {
    const areas = new AreaIndex(this.#areas);
    const [glyphs, hidden]: [Glyph[], Glyph[]] = [[], this.#hidden];
    for (const glyph of this.#glyphs) (isSeen(glyph, areas) ? glyphs : hidden).push(glyph);
    const rules: PaintedRule[] = [];
    for (const rule of this.letters.without(this.#rules)) addVisibleParts(rule, areas, rules);
    return { glyphs, hidden, rules };
  }
}

function isSeen(glyph: Glyph, areas: AreaIndex): boolean {
  const { order } = glyph;
  const { colour } = glyph.style;
  if (areas.isEmpty) return !looksLike(colour, WHITE);
  const [x, y] = centreOf(glyph);
  const near = areas.near([x, y, x, y]);
  if (near.length === 0) return !looksLike(colour, WHITE);
  const least = HIDING * glyph.size;
  const under = near.filter(({ box }) => box[2] - box[0] >= Math.min(least, glyph.advance) && box[3] - box[1] >= least);
  if (under.some((area) => area.isOpaque && area.order > order)) return false;
  return !looksLike(colour, groundAt(under, x, y, order));
}
