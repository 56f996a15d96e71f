import type { LatticeOptions } from '../../lattice/lattice.js';
import { turned, type Grey } from '../raster/raster.js';
import { layoutOf, type PageLayout } from '../layout/page-layout.js';
import { type PagePrint, printOn } from '../layout/page-text.js';
import { pageStripsOf, type PageStrips } from '../line-images/page-line-images.js';
import type { OcrEngine } from '../readers/ocr-engine.js';

/** A page's picture and what it takes to find its print. */
export interface PagePicture {
  readonly grey: Grey;
  readonly dpi: number;
  readonly lattice: LatticeOptions;
}

/** A page as it is or turned clockwise by quarter turns, and where its print stands. */
export interface TurnedPage {
  readonly turns: number;
  readonly layout: PageLayout;
  readonly print: PagePrint;
  readonly strips: PageStrips;
}

/** Where a reader is less sure than this of the strips that it tries, the page may lie on its side or stand on its head. */
const DOUBTFUL = 0.75;
/** Turned so that the reader is so much surer, it did. */
const SURER = 0.04;
/** Where so many lines are one character wide, the page may lie on its side. In line heights, the width of one. */
const NARROW_LINES = 0.5;
const ONE_CHARACTER = 1.3;
/** Readers are nearly as sure of letters that lie on their sides: a turn that leaves narrow lines must be read so much better. */
const NARROW_DOUBT = 0.1;
/** Strips that are read to try a turn. */
const SAMPLE = 12;
/** In line heights. Enough to tell whether what is read is print; longer takes longer. */
const TELLING_LENGTH = 10;

/**
 * The page turned so that a reader is surest of what it reads; as it lies where no turn is so much better. Half a turn is tried on strips
 * that are turned themselves: they lie nearly where they would.
 *
 * @throws ReaderFailed
 */
export async function uprightPage(picture: PagePicture, reader: OcrEngine): Promise<TurnedPage> {
  const asItLies = pageTurned(picture, 0);
  const isNarrow = hasNarrowLines(asItLies.print);
  if (asItLies.strips.all.length === 0 && isSettled(asItLies)) return asItLies;
  const sureness = asItLies.strips.all.length === 0 ? null : await surenessOf(asItLies, reader);
  if (sureness !== null && !isNarrow && sureness >= DOUBTFUL) return asItLies;
  const onItsSide = pageTurned(picture, 1);
  const tried = [
    { turns: 1, sureness: await surenessOf(onItsSide, reader) },
    { turns: 3, sureness: await surenessOf(onItsSide, reader, upended) },
    ...(sureness === null || isNarrow ? [] : [{ turns: 2, sureness: await surenessOf(asItLies, reader, upended) }]),
  ];
  let best = { turns: 0, sureness: sureness === null ? DOUBTFUL : sureness + SURER };
  for (const turn of tried) if (turn.sureness > best.sureness) best = turn;
  return [asItLies, onItsSide][best.turns] ?? pageTurned(picture, best.turns);
}

function pageTurned({ grey, dpi, lattice }: PagePicture, turns: number): TurnedPage {
  const layout = layoutOf(turned(grey, turns), dpi);
  const print = printOn(layout, lattice);
  return { turns, layout, print, strips: pageStripsOf(layout, print) };
}

/** A picture that stands on its head. */
const upended = (picture: Grey): Grey => ({ ...picture, data: picture.data.toReversed() });

/** How sure a reader is of some of a page's strips: the longest that are no longer than needed, else the shortest of the others. */
async function surenessOf(
  { print, strips }: TurnedPage,
  reader: OcrEngine,
  asPut = (picture: Grey) => picture,
): Promise<number> {
  const telling = TELLING_LENGTH * print.lineHeight;
  const excess = (length: number) => Math.abs(length - telling);
  const isLonger = (length: number) => length > telling;
  const sample = strips.all
    .toSorted(({ length: a }, { length: b }) => Number(isLonger(a)) - Number(isLonger(b)) || excess(a) - excess(b))
    .slice(0, SAMPLE);
  const read = await reader.read(sample.map((strip) => asPut(strip.usual)));
  const sum = read.reduce((total, { confidence }) => total + confidence, 0);
  return sum / Math.max(1, read.length) - (hasNarrowLines(print) ? NARROW_DOUBT : 0);
}

/**
 * Whether nothing is to be read on a page without print: it has a table with dashes alone, or no rule at all. A small table that lies on
 * its side is too narrow for one.
 */
const isSettled = ({ layout: { rulings }, print: { tables } }: TurnedPage) =>
  rulings.length === 0 || tables.some(({ cells }) => cells.some(({ ink }) => ink.kind === 'dash'));

/** True where many of the lines in cells are one character wide. */
function hasNarrowLines({ tables, lineHeight }: PagePrint): boolean {
  const lines = tables.flatMap(({ cells }) => cells.flatMap(({ ink }) => (ink.kind === 'print' ? ink.lines : [])));
  const narrow = lines.filter(({ left, right }) => right - left < ONE_CHARACTER * lineHeight);
  return narrow.length >= NARROW_LINES * Math.max(1, lines.length);
}
