import type { Ruling } from '../../lattice/ruling.js';
import { darknessOf, groundOf } from '../flatten/background.js';
import { specksOn, withoutSpecks } from './despeckle.js';
import { flattened, type SharpPage } from '../flatten/resample.js';
import { flatteningOf } from '../flatten/dewarp.js';
import type { Grey } from '../raster/raster.js';
import { pictureRulingsOf } from '../rulings/picture-rulings.js';
import { ruleChainsOf, streaksOf, transposed } from '../flatten/rule-traces.js';
import { ruledSegments } from '../rulings/ruled-segments.js';
import { shiningThrough } from './show-through.js';
import { shrunk } from '../raster/shrinking.js';

/** Dots per inch of the picture that rules and lines are looked for in; the full picture is for reading. */
const WORKING_DPI = 150;
/** By a whole number of pixels: one so near is taken instead, as the mean is then sharpest. Pages are worked at 135 to 165 dpi, coarser ones as they are. */
const NEARLY = 0.1;
/** The least darkness of a rule, of 255: fainter ones drown in a scanner's noise. */
const LEAST_RULE = 14;
/** The part of a page's inked pixels that is lighter than its print. */
const PRINT_QUANTILE = 0.9;
/** Darker than paper with its noise. */
const INKED = 48;

/** What lies where on a page's picture. */
export interface PageLayout extends SharpPage {
  /** Dots per inch of the working picture. */
  readonly dpi: number;
  /** The page's darkness, lying flat, at working size. */
  readonly flat: Grey;
  /** On the flat page, in pixels of the working picture. */
  readonly rulings: readonly Ruling[];
  /** How dark the print is, of 255. */
  readonly print: number;
  /** How dark it is what shines through from behind; what is no darker counts as paper. 0 where nothing does. */
  readonly paper: number;
}

/** Finds the paper's ground, the page's shape and its rules. `dpi` is that of the full picture. */
export function layoutOf(full: Grey, dpi: number): PageLayout {
  const factor = workingFactor(dpi);
  const working = shrunk(full, factor);
  const ground = groundOf(working);
  const dark = darknessOf(working, ground);
  const down = transposed(dark);
  const pictures = {
    horizontal: { dark, streaks: streaksOf(dark) },
    vertical: { dark: down, streaks: streaksOf(down) },
  };
  const chains = {
    horizontal: ruleChainsOf(pictures.horizontal, LEAST_RULE),
    vertical: ruleChainsOf(pictures.vertical, LEAST_RULE),
  };
  const flattening = flatteningOf(working, chains);
  const flat = flattened(dark, flattening);
  const print = printOf(flat);
  const paper = shiningThrough(flat, print);
  const rulings = ruledSegments(pictureRulingsOf(chains, flattening), flattening, pictures, LEAST_RULE, paper);
  const layout = { full, factor, ground, flattening, dpi: dpi / factor, flat, rulings, print, paper };
  return withoutSpecks(layout, specksOn(flat, layout.dpi, inkThreshold(layout)));
}

/** Pixels of the full picture for one of the working picture. */
function workingFactor(dpi: number): number {
  const factor = Math.max(1, dpi / WORKING_DPI);
  const whole = Math.round(factor);
  return Math.abs(factor - whole) <= NEARLY * whole ? whole : factor;
}

/** Ink is at least so dark beside the page's print, and in itself. */
const INK_SHARE = 0.25;
const LEAST_INK = 40;

/** How dark ink is at least, of 255. */
export const inkThreshold = ({ print, paper }: Pick<PageLayout, 'print' | 'paper'>) =>
  Math.max(LEAST_INK, paper + (print - paper) * INK_SHARE);

function printOf({ data }: Grey): number {
  const counts = new Uint32Array(256);
  // Most of a page is paper, which nobody counts.
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] as number;
    if (value >= INKED) counts[value] = (counts[value] as number) + 1;
  }
  let inked = 0;
  for (let value = INKED; value < 256; value += 1) inked += counts[value] as number;
  let above = 0;
  for (let value = 255; value > INKED; value -= 1) {
    above += counts[value] as number;
    if (above > (1 - PRINT_QUANTILE) * inked) return value;
  }
  return INKED;
}
