import type { InkLine } from '../layout/cell-lines.js';
import type { Grey } from '../raster/raster.js';
import type { PageLayout } from '../layout/page-layout.js';
import type { PagePrint, PrintedCell } from '../layout/page-text.js';
import { stripPicture, stripsOf, type Strip, type StripCut, type StripPictures } from './line-image.js';
import { characterWidth, isWrapped } from '../layout/wrapping.js';

/** All print of a page in pieces that are read at once. */
export interface PageStrips {
  /** For each cell of each table in turn. */
  readonly cells: readonly (readonly PageStrip[])[];
  /** Those of the cells, then one for each line outside tables. */
  readonly all: readonly PageStrip[];
}

/** In line heights. Longer strips are read narrow. */
const LONG = 4;

/** A strip of a page, whose pictures are cut when they are first asked for, and once. */
export class PageStrip implements StripPictures {
  readonly #layout: PageLayout;
  readonly #line: number;
  readonly #cuts = new Map<StripCut, Grey>();

  constructor(
    readonly strip: Strip,
    layout: PageLayout,
    line: number,
  ) {
    this.#layout = layout;
    this.#line = line;
  }

  get whole(): Grey {
    return this.#cut('whole');
  }

  get usual(): Grey {
    return this.length > LONG * this.#line ? this.narrow : this.whole;
  }

  get narrow(): Grey {
    return this.#cut('narrow');
  }

  get closer(): Grey {
    return this.#cut('closer');
  }

  /** In pixels of the working picture, all lines behind one another. */
  get length(): number {
    return this.strip.lines.reduce((sum, { left, right }) => sum + right - left, 0);
  }

  #cut(how: StripCut): Grey {
    const known = this.#cuts.get(how);
    if (known) return known;
    const picture = stripPicture(this.#layout, this.strip, this.#line, how);
    this.#cuts.set(how, picture);
    return picture;
  }
}

export function pageStripsOf(layout: PageLayout, { tables, lines, lineHeight }: PagePrint): PageStrips {
  const pageStrip = (strip: Strip) => new PageStrip(strip, layout, lineHeight);
  const ofCells = tables.flatMap((table) =>
    table.cells.map((cell) => stripsOfCell(cell, lineHeight).map((strip) => pageStrip(strip))),
  );
  const ofLines = lines.map((line) => pageStrip(stripOfLine(line, lineHeight, layout)));
  return { cells: ofCells, all: [...ofCells.flat(), ...ofLines] };
}

function stripsOfCell({ ink, within }: PrintedCell, line: number): Strip[] {
  if (ink.kind !== 'print') return [];
  return stripsOf(ink.lines, within, line, (index) => isWrapped(ink.lines, index, within, characterWidth(line), line));
}

function stripOfLine(line: InkLine, height: number, { flat }: PageLayout): Strip {
  const margin = height / 2;
  return {
    lines: [line],
    within: {
      left: Math.max(0, line.left - margin),
      top: Math.max(0, line.top - margin),
      right: Math.min(flat.width, line.right + margin),
      bottom: Math.min(flat.height, line.bottom + margin),
    },
  };
}
