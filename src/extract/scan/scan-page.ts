import type { LatticeOptions } from '../lattice/lattice.js';
import type { PageItem } from '../pages/page-reading.js';
import { greyOf } from './colour/to-grey.js';
import { type PagePicture, uprightPage } from './recognise/orientation.js';
import { readPrint } from './recognise/read-text.js';
import { dpiOf, type Picture } from './picture/picture.js';
import { withoutFirst, type Readers } from './readers/readers.js';
import { remembering } from './readers/remembering.js';
import { ReaderFailed } from './readers/ocr-engine.js';

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

/**
 * Reads a page from its picture: the tables' cells and the lines outside them, each as its readers read it. Boxes are in points of the
 * upright picture.
 *
 * @throws ReaderFailed where no reader is left
 */
export async function readPicture(picture: Picture, page: number, options: ScanOptions): Promise<ScanReading> {
  const dpi = options.dpi ?? dpiOf(picture);
  const pagePicture: PagePicture = { grey: greyOf(picture, dpi), dpi, lattice: options.lattice };
  const { upright, readers, failed } = await turnedUpright(pagePicture, options.readers);
  const reading = await readPrint(upright, page, readers);
  return { ...reading, failed: [...failed, ...reading.failed], turns: upright.turns };
}

/** The page upright as its first reader has it, or the other where that fails; and the readers that are left to read it. */
async function turnedUpright(picture: PagePicture, readers: Readers) {
  const first = remembering(readers.first);
  try {
    return { upright: await uprightPage(picture, first), readers: { ...readers, first }, failed: [] };
  } catch (error) {
    const left = withoutFirst(readers);
    if (!(error instanceof ReaderFailed) || left === null) throw error;
    const other = remembering(left.first);
    return { upright: await uprightPage(picture, other), readers: { ...left, first: other }, failed: [error] };
  }
}
