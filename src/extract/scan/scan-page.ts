import type { LatticeOptions } from '../lattice/lattice.js';
import type { PageItem } from '../pages/page-reading.js';
import { greyOf, type Grey, turned } from './grey.js';
import { layoutOf, type PageLayout } from './page-layout.js';
import { meanConfidence, readPrint } from './read-print.js';
import { type PagePrint, printOn } from './page-print.js';
import type { Picture } from './picture/picture.js';
import type { Readers } from './read-strips.js';
import type { ReaderFailed } from './readers/ocr-engine.js';

/** What was read of a page's picture. */
export interface ScanReading {
  readonly items: readonly PageItem[];
  /** The quarter turns clockwise after which the page is upright. */
  readonly turns: number;
  /** How sure the readers were on the whole, 0 to 1; and how many pieces of print they read. */
  readonly confidence: number;
  readonly strips: number;
  /** Readers that failed on it. */
  readonly failed: readonly ReaderFailed[];
}

export interface ScanOptions {
  readonly readers: Readers;
  readonly lattice: LatticeOptions;
  /** Of the picture; null to go by its size. */
  readonly dpi: number | null;
}

/** Inches: the longer side of A4. */
const PAGE_INCHES = 11.69;
/** Where readers are less sure than this on the whole, the page may lie on its side or stand on its head. */
const DOUBTFUL = 0.75;
/** Where so many lines are one character wide, the page may lie on its side. */
const NARROW_LINES = 0.5;
/** Turned so that readers are so much surer, it did. */
const SURER = 0.04;
/** Strips that are read to try a turn. */
const SAMPLE = 12;

/**
 * Reads a page from its picture: the tables' cells and the lines outside them, each as its readers read it. Boxes are in points of the
 * upright picture.
 *
 * @throws ReaderFailed where no reader is left
 */
export async function readPicture(picture: Picture, page: number, options: ScanOptions): Promise<ScanReading> {
  const dpi = options.dpi ?? Math.max(picture.width, picture.height) / PAGE_INCHES;
  const grey = greyOf(picture);
  const asItLies = printOf(grey, dpi, options.lattice);
  const reading = await readAs(asItLies, 0, page, options);
  const isDoubtful = reading.strips > 0 && reading.confidence < DOUBTFUL;
  if (!isDoubtful && narrowLines(asItLies.print) < NARROW_LINES) return reading;
  const sureOf = ({ layout, print }: Print) => meanConfidence(layout, print, options.readers.first, SAMPLE);
  let best = { turns: 0, print: asItLies, confidence: (await sureOf(asItLies)) + SURER };
  for (const turns of [1, 3, 2]) {
    const print = printOf(turned(grey, turns), dpi, options.lattice);
    const confidence = await sureOf(print);
    if (confidence > best.confidence) best = { turns, print, confidence };
  }
  return best.turns === 0 ? reading : readAs(best.print, best.turns, page, options);
}

interface Print {
  readonly layout: PageLayout;
  readonly print: PagePrint;
}

async function readAs({ layout, print }: Print, turns: number, page: number, { readers }: ScanOptions) {
  return { ...(await readPrint(layout, print, page, readers)), turns };
}

function printOf(grey: Grey, dpi: number, lattice: LatticeOptions): Print {
  const layout = layoutOf(grey, dpi);
  return { layout, print: printOn(layout, lattice) };
}

/** The part of the lines in cells that are one character wide. */
function narrowLines({ tables, lineHeight }: PagePrint): number {
  const lines = tables.flatMap(({ cells }) => cells.flatMap(({ ink }) => (ink.kind === 'print' ? ink.lines : [])));
  const narrow = lines.filter(({ left, right }) => right - left < ONE_CHARACTER * lineHeight);
  return narrow.length / Math.max(1, lines.length);
}

/** In line heights. */
const ONE_CHARACTER = 1.3;
