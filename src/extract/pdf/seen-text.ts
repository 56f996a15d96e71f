import type { Box } from '../../schema/sheet.js';
import { contains, intersect } from './box.js';
import { centreOf, type Glyph } from './glyph.js';

/** Points. A filled shape that is larger both ways may be the ground of white text. */
const GROUND_PT = 6;

/** A page's glyphs by whether they can be seen, as one thing after the other is painted. */
export class SeenText {
  #glyphs: Glyph[] = [];
  #white: Glyph[] = [];
  readonly #hidden: Glyph[] = [];
  /** Filled areas that are not white. */
  readonly #grounds: Box[] = [];

  /** `isSeen`: painted, within the clip, large enough; white glyphs are seen where a ground lies behind them. */
  add(glyph: Glyph, isSeen: boolean, isWhite: boolean): void {
    if (!isSeen) this.#hidden.push(glyph);
    else if (isWhite) this.#white.push(glyph);
    else this.#glyphs.push(glyph);
  }

  /** A filled area that is not white. */
  addGround(box: Box, clip: Box): void {
    if (box[2] - box[0] >= GROUND_PT && box[3] - box[1] >= GROUND_PT) this.#grounds.push(intersect(box, clip));
  }

  /** Hides what stands there so far. */
  cover(box: Box): void {
    const isCovered = (glyph: Glyph) => contains(box, ...centreOf(glyph));
    this.#hidden.push(...this.#glyphs.filter(isCovered), ...this.#white.filter(isCovered));
    this.#glyphs = this.#glyphs.filter((glyph) => !isCovered(glyph));
    this.#white = this.#white.filter((glyph) => !isCovered(glyph));
  }

  /** The glyphs that can be seen, and the others. */
  sorted(): { readonly glyphs: Glyph[]; readonly hidden: Glyph[] } {
    const isOnGround = (glyph: Glyph) => this.#grounds.some((ground) => contains(ground, ...centreOf(glyph)));
    const [seen, unseen] = [this.#white.filter(isOnGround), this.#white.filter((glyph) => !isOnGround(glyph))];
    return { glyphs: [...this.#glyphs, ...seen], hidden: [...this.#hidden, ...unseen] };
  }
}
