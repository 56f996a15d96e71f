import type { Finding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';
import type { ReadingOptions } from '../../schema/reading-options.js';
import type { Box } from '../../schema/sheet.js';
import { RECTANGLES_PER_TABLE } from '../lattice/lattice.js';
import type { PageItem, PageKind, PageReading } from '../pages/page-reading.js';
import type { PictureResult } from './picture/picture.js';
import { ReaderFailed } from './readers/ocr-engine.js';
import { hasSecondReader } from './readers/installed-readers.js';
import { openReaders } from './readers/open-readers.js';
import type { Readers } from './readers/readers.js';
import { pageIllegible, pictureDamaged, pictureNotDrawn, pictureTooLarge, readerFailed } from './scan-findings.js';
import { readPicture } from './scan-page.js';

/** Where a picture lies on its page, and the page's size, in points. */
export interface PictureFrame {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
}

/** Readers are surer than this on the whole of what can be read; less than that is guessing. */
const LEGIBLE = 0.5;

/** Reads pages that are pictures, with the readers that are there. */
export class PicturePageReader {
  readonly #readers: Readers | null;
  readonly #limits: Limits;
  readonly #options: ReadingOptions;

  constructor(limits: Limits, options: ReadingOptions, readers: Readers | null = openReaders(options.ocr)) {
    this.#readers = readers;
    this.#limits = limits;
    this.#options = options;
  }

  /** True where pictures are to be read. */
  get reads(): boolean {
    return this.#readers !== null;
  }

  /** True where two readers were to read, and one is missing. */
  get lacksReader(): boolean {
    return this.#options.ocr === 'best' && !hasSecondReader();
  }

  /** What was read of a page. `frame` is null where the picture is the page. */
  async read(page: number, { picture, trouble }: PictureResult, frame: PictureFrame | null): Promise<PageReading> {
    const findings: Finding[] = [];
    if (trouble === 'too-large') findings.push(pictureTooLarge(page, this.#limits.pixelsPerPicture));
    else if (trouble === 'not-drawn') findings.push(pictureNotDrawn(page));
    else if (trouble === 'damaged') findings.push(pictureDamaged(page));
    const reading = (kind: PageKind, items: readonly PageItem[]): PageReading => ({
      page,
      kind,
      items: [...items],
      isUnreliable: false,
      isIncomplete: false,
      findings,
    });
    if (picture === null) return reading(trouble === 'damaged' ? 'damaged' : 'picture', []);
    if (this.#readers === null) return reading('picture', []);
    try {
      const { items, turns, failed, confidence, strips } = await readPicture(picture, page, {
        readers: this.#readers,
        lattice: { columns: this.#limits.columnsPerTable, rectangles: RECTANGLES_PER_TABLE },
        dpi: picture.dpi ?? this.#options.dpi,
      });
      if (failed.length > 0) findings.push(readerFailed(page, messagesOf(failed), true));
      if (strips > 0 && confidence < LEGIBLE) findings.push(pageIllegible(page));
      return reading(items.length === 0 ? 'picture' : 'scan', frame === null ? items : moved(items, frame, turns));
    } catch (error) {
      if (!(error instanceof ReaderFailed)) throw error;
      findings.push(readerFailed(page, [error.message], false));
      return reading('picture', []);
    }
  }
}

const messagesOf = (errors: readonly Error[]) => [...new Set(errors.map(({ message }) => message))];

/** The items where they stand on the page, whose picture need not begin at its corner. */
function moved(items: readonly PageItem[], frame: PictureFrame, turns: number): PageItem[] {
  const [dx, dy] = cornerOf(frame, turns);
  if (dx === 0 && dy === 0) return [...items];
  const shift = ([x0, y0, x1, y1]: Box): Box => [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
  return items.map((item) =>
    'line' in item
      ? { line: { ...item.line, box: item.line.box && shift(item.line.box) } }
      : {
          table: {
            box: shift(item.table.box),
            xs: item.table.xs.map((x) => x + dx),
            cells: item.table.cells.map((cell) => ({ ...cell, box: shift(cell.box) })),
          },
        },
  );
}

/** The picture's upper left corner on the page that is turned with it. */
function cornerOf({ box: [x0, y0, x1, y1], width, height }: PictureFrame, turns: number): [number, number] {
  switch (turns) {
    case 1:
      return [height - y1, x0];
    case 2:
      return [width - x1, height - y1];
    case 3:
      return [y0, width - x1];
    default:
      return [x0, y0];
  }
}
