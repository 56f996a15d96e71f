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
/** Turned so that much surer, it did. */
const SURER = 0.1;
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
  const asItLies = await readTurned(grey, 0, { ...options, dpi, page });
  if (asItLies.confidence >= DOUBTFUL || asItLies.strips === 0) return asItLies;
  let best: { turns: number; confidence: number } | null = null;
  for (const turns of [2, 1, 3]) {
    const sample = printOf(turned(grey, turns), dpi, options.lattice);
    const confidence = await meanConfidence(sample.layout, sample.print, options.readers.first, SAMPLE);
    if (confidence > (best?.confidence ?? asItLies.confidence + SURER)) best = { turns, confidence };
  }
  return best === null ? asItLies : readTurned(grey, best.turns, { ...options, dpi, page });
}

interface TurnedOptions extends ScanOptions {
  readonly dpi: number;
  readonly page: number;
}

async function readTurned(grey: Grey, turns: number, { dpi, lattice, page, readers }: TurnedOptions) {
  const { layout, print } = printOf(turned(grey, turns), dpi, lattice);
  return { ...(await readPrint(layout, print, page, readers)), turns };
}

function printOf(grey: Grey, dpi: number, lattice: LatticeOptions): { layout: PageLayout; print: PagePrint } {
  const layout = layoutOf(grey, dpi);
  return { layout, print: printOn(layout, lattice) };
}
