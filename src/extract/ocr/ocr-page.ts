import type { Ruling } from '../lattice/ruling.js';
import type { Box } from '../../schema/sheet.js';

/** A word as an OCR program placed it. Its box is in the file's own unit until the page is read to its end, then in points. */
export interface OcrWord {
  readonly text: string;
  readonly box: Box;
  /** The program's own, from 0 to 1; null where it tells none. */
  readonly confidence: number | null;
  /** The number of the line of print that it is part of. */
  readonly line: number;
  /** Quarter turns clockwise in which it runs; null where the file does not say. */
  readonly direction: 0 | 1 | 2 | 3 | null;
}

/** What an OCR program found on one page. */
export interface OcrPage {
  readonly words: readonly OcrWord[];
  readonly rulings: readonly Ruling[];
  /** Words of which nothing tells where they stood, or whose line is cut off: they are left out, and the page is told to be incomplete. */
  readonly unplaced: number;
}

const POINTS_PER_INCH = 72;
/** Inches: the longer side of A4, and what a page's longer side is between. Programs that do not know a density write one that is absurd. */
const A4_IN = 11.69;
const [SHORTEST_IN, LONGEST_IN] = [5, 25];

/** Points for each pixel of a page whose longer side has so many: by its density where that is plausible, else as on A4. */
export function pointsPerPixel(longerSide: number, dpi: number | null): number {
  const inches = dpi === null || dpi <= 0 ? 0 : longerSide / dpi;
  const isPlausible = inches >= SHORTEST_IN && inches <= LONGEST_IN;
  return POINTS_PER_INCH / (isPlausible && dpi !== null ? dpi : Math.max(1, longerSide) / A4_IN);
}
