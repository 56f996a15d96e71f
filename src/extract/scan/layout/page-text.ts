import { boxOf, latticesOf, type Lattice, type LatticeOptions } from '../../lattice/lattice.js';
import type { CellPlace } from '../../lattice/spans.js';
import type { Ruling } from '../../lattice/ruling.js';
import { bandsOf, extentsOf, inkIn, linesOfBands, type Ink } from './text-lines.js';
import { cellInkOf, type CellInk, type InkLine, readInk } from './cell-lines.js';
import { dashOrSign } from './dash-or-sign.js';
import type { FlatBox } from '../raster/rectangle.js';
import { inkThreshold, type PageLayout } from './page-layout.js';

/** Where print stands on a page: in the cells of its tables, and outside them. Nothing is read yet. */
export interface PagePrint {
  readonly tables: readonly PrintedTable[];
  /** Lines outside tables, from top to bottom. */
  readonly lines: readonly InkLine[];
  /** The height of a line of print, in pixels of the working picture. */
  readonly lineHeight: number;
}

export interface PrintedTable {
  readonly lattice: Lattice;
  readonly cells: readonly PrintedCell[];
}

export interface PrintedCell {
  readonly place: CellPlace;
  /** The cell without its rules. */
  readonly within: FlatBox;
  readonly ink: CellInk;
}

/** Points for each inch. */
const POINTS = 72;
/** Pixels. Lower bands are dashes, signs and noise. */
const LEAST_BAND = 8;
/** The part of the bands that is lower than a full line: digits and signs are. */
const LINE_QUANTILE = 0.7;
/** Points. What a page of text is set in, where nothing tells. */
const USUAL_LINE_PT = 10.5;
/** In line heights. Texts on one line that stand further apart say different things. */
const PARTING_GAP = 2.5;
/** In line heights: lower is a speck or a rule's rest, higher a picture. */
const LOWEST_LINE = 0.4;
const HIGHEST_LINE = 4;

export const scaleOf = ({ dpi }: PageLayout) => POINTS / dpi;

export function printOn(layout: PageLayout, options: LatticeOptions): PagePrint {
  const scale = scaleOf(layout);
  const threshold = inkThreshold(layout);
  const lattices = latticesOf(layout.rulings.map(scaled(scale)), options).filter(isTable);
  const inks = lattices.map((lattice) =>
    lattice.cells.map((place) => ({ place, ink: cellInkOf(layout.flat, pixelBox(lattice, place, scale), threshold) })),
  );
  const outside = outsideInks(layout, lattices, threshold);
  const lineHeight = lineHeightOf([...inks.flat().map(({ ink }) => ink), ...outside]) ?? USUAL_LINE_PT / scale;
  return {
    tables: lattices.map((lattice, index) => ({
      lattice,
      cells: (inks[index] ?? []).map(({ place, ink }) => {
        const held = readInk(ink, lineHeight);
        const inkAt = (part: number) =>
          cellInkOf(layout.flat, pixelBox(lattice, place, scale), darknessAt(layout, part));
        return {
          place,
          within: boxOfInk(ink),
          ink: held.kind === 'dash' ? dashOrSign(held, inkAt(PALER), inkAt(DARKER), lineHeight) : held,
        };
      }),
    })),
    lines: outside.flatMap((ink) => linesIn(ink, lineHeight)),
    lineHeight,
  };
}

/** Points. Smaller grids are strokes of large letters, ticked boxes, seals. */
const SMALLEST_TABLE_PT = [100, 12] as const;
const isTable = ({ box: [x0, y0, x1, y1] }: Lattice) =>
  x1 - x0 >= SMALLEST_TABLE_PT[0] && y1 - y0 >= SMALLEST_TABLE_PT[1];

const scaled =
  (factor: number) =>
  ({ axis, at, from, to }: Ruling): Ruling => ({ axis, at: at * factor, from: from * factor, to: to * factor });

/** Of how much darker than paper ink is: darker than noise and what is left of a JPEG's edges. */
const PALER = 0.65;
/** Darker than the edges of two strokes where they meet. */
const DARKER = 1.5;
const darknessAt = (layout: PageLayout, part: number) => layout.paper + part * (inkThreshold(layout) - layout.paper);

function pixelBox(lattice: Lattice, place: CellPlace, scale: number): FlatBox {
  const [left, top, right, bottom] = boxOf(lattice, place);
  return { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale };
}

const boxOfInk = ({ left, top, width, height }: Ink): FlatBox => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** The ink above, between and below the tables, over the page's width. */
function outsideInks({ flat, dpi }: PageLayout, lattices: readonly Lattice[], threshold: number): Ink[] {
  const scale = POINTS / dpi;
  const margin = 3;
  const inks: Ink[] = [];
  let top = 0;
  const push = (bottom: number) => {
    if (bottom > top) inks.push(inkIn(flat, { left: 0, top, right: flat.width, bottom }, threshold));
  };
  for (const { box } of lattices) {
    push(box[1] / scale - margin);
    top = Math.max(top, box[3] / scale + margin);
  }
  push(flat.height);
  return inks;
}

function lineHeightOf(inks: readonly Ink[]): number | null {
  const heights = inks
    .flatMap((ink) => bandsOf(ink).map(({ top, bottom }) => bottom - top))
    .filter((height) => height >= LEAST_BAND)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * LINE_QUANTILE)] ?? null;
}

/** The lines of print outside tables; what stands far apart on one height is several. */
function linesIn(ink: Ink, lineHeight: number): InkLine[] {
  return linesOfBands(ink, bandsOf(ink), lineHeight).flatMap((band) => {
    const height = band.bottom - band.top;
    if (height < LOWEST_LINE * lineHeight || height > HIGHEST_LINE * lineHeight) return [];
    return extentsOf(ink, band, PARTING_GAP * Math.max(height, lineHeight))
      .filter(({ left, right }) => right - left >= LOWEST_LINE * lineHeight)
      .map((extent) => ({ ...extent, ...band }));
  });
}
