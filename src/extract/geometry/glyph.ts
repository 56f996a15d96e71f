import type { Box } from '../../schema/sheet.js';

/** Where a glyph's text runs to on the upright page, in quarter turns clockwise: 0 right, 1 down, 2 left, 3 up. */
export type Direction = 0 | 1 | 2 | 3;

/** What says that a text was put onto the page, if anything does: a layer, a stamp or a mark of its own; an artifact may be a page number too. */
export type Origin = 'page' | 'artifact' | 'overlay';

/** How glyphs are painted. */
export interface Style {
  /** `#rrggbb`, or that it is not known. */
  readonly colour: string;
  /** 0 to 1. */
  readonly alpha: number;
  /** Degrees clockwise from its direction to where its text truly runs, from −45 to 45. */
  readonly slant: number;
  readonly origin: Origin;
}

export const PLAIN_STYLE: Style = { colour: '#000000', alpha: 1, slant: 0, origin: 'page' };

/** A character as it is drawn on the upright page. Points, origin top left. */
export interface Glyph {
  readonly text: string;
  /** Its em box: the declared ascents of fonts are not to be trusted. */
  readonly box: Box;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** How far the next glyph is, the space that is added between characters included. */
  readonly advance: number;
  readonly size: number;
  readonly direction: Direction;
  /** True for a glyph of vertical writing, which stands upright on a line that runs down. */
  readonly isVertical: boolean;
  /** The number of the text object (ISO 32000-1, 9.4) that shows it. */
  readonly textObject: number;
  /** Its operator's place in the order of painting. */
  readonly order: number;
  readonly style: Style;
}

export const centreOf = ({ box }: Glyph): [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
