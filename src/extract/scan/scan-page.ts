import type { LatticeOptions } from '../lattice/lattice.js';
import type { PageItem } from '../pages/page-reading.js';
import { greyOf, type Grey, turned } from './grey.js';
import { layoutOf, type PageLayout } from './page-layout.js';
import { meanConfidence, readPrint } from './read-print.js';
import { type PagePrint, printOn } from './page-print.js';
import { dpiOf, type Picture } from './picture/picture.js';
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

/** Where readers are less sure than this on the whole, the page may lie on its side or stand on its head. */
const DOUBTFUL = 0.75;
/** Where so many lines are one character wide, the page may lie on its side. */
const NARROW_LINES = 0.5;
/** Turned so that readers are so much surer, it did. */
const SURER = 0.04;
/** Readers are nearly as sure of letters that lie on their sides: a turn that leaves narrow lines must be read so much better. */
const NARROW_DOUBT = 0.1;
/** Strips that are read to try a turn. */
const SAMPLE = 12;

/**
 * Reads a page from its picture: the tables' cells and the lines outside them, each as its readers read it. Boxes are in points of the
 * upright picture.
 *
 * @throws ReaderFailed where no reader is left
 */
export async function readPicture(picture: Picture, page: number, options: ScanOptions): Promise<ScanReading> {
  const dpi = options.dpi ?? dpiOf(picture);
  const grey = greyOf(picture, dpi);
  const asItLies = { turns: 0, print: printOf(grey, dpi, options.lattice) };
  const isNarrow = hasNarrowLines(asItLies.print.print);
  const reading = isNarrow ? null : await readAs(asItLies, page, options);
  if (reading && (reading.strips === 0 ? isSettled(reading, asItLies.print) : reading.confidence >= DOUBTFUL))
    return reading;
  const others = isNarrow || reading?.strips === 0 ? [1, 3] : [1, 3, 2];
  const surest = await surestTurn(grey, dpi, asItLies, others, options);
  return surest.turns === 0 && reading ? reading : readAs(surest, page, options);
}

/** A page as it is or turned clockwise by quarter turns. */
interface Turned {
  readonly turns: number;
  readonly print: Print;
}

/** The page turned so that its first reader is surest of what it reads; as it lies where no turn is so much better. */
async function surestTurn(
  grey: Grey,
  dpi: number,
  asItLies: Turned,
  others: readonly number[],
  { readers, lattice }: ScanOptions,
): Promise<Turned> {
  const sureOf = async ({ layout, print }: Print) =>
    (await meanConfidence(layout, print, readers.first, SAMPLE)) - (hasNarrowLines(print) ? NARROW_DOUBT : 0);
  const least = hasPrint(asItLies.print) ? (await sureOf(asItLies.print)) + SURER : DOUBTFUL;
  let best = { ...asItLies, confidence: least };
  for (const turns of others) {
    const print = printOf(turned(grey, turns), dpi, lattice);
    const confidence = await sureOf(print);
    if (confidence > best.confidence) best = { turns, print, confidence };
  }
  return best;
}

interface Print {
  readonly layout: PageLayout;
  readonly print: PagePrint;
}

async function readAs({ turns, print: { layout, print } }: Turned, page: number, { readers }: ScanOptions) {
  return { ...(await readPrint(layout, print, page, readers)), turns };
}

function printOf(grey: Grey, dpi: number, lattice: LatticeOptions): Print {
  const layout = layoutOf(grey, dpi);
  return { layout, print: printOn(layout, lattice) };
}

const hasPrint = ({ print: { tables, lines } }: Print) =>
  lines.length > 0 || tables.some(({ cells }) => cells.some(({ ink }) => ink.kind === 'print'));

/**
 * Whether nothing is to be read on a page on which nothing was: it has a table without print, or no rule at all. A small table that lies
 * on its side is too narrow for one.
 */
const isSettled = ({ items }: ScanReading, { layout: { rulings } }: Print) => items.length > 0 || rulings.length === 0;

/** True where many of the lines in cells are one character wide. */
function hasNarrowLines({ tables, lineHeight }: PagePrint): boolean {
  const lines = tables.flatMap(({ cells }) => cells.flatMap(({ ink }) => (ink.kind === 'print' ? ink.lines : [])));
  const narrow = lines.filter(({ left, right }) => right - left < ONE_CHARACTER * lineHeight);
  return narrow.length >= NARROW_LINES * Math.max(1, lines.length);
}

/** In line heights. */
const ONE_CHARACTER = 1.3;
