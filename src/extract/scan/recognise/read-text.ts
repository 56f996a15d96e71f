import type { Box, CellReading, Line } from '../../../schema/sheet.js';
import { inOrder } from '../../pages/in-order.js';
import type { PageItem, PageTable } from '../../pages/page-reading.js';
import type { InkLine } from '../layout/cell-lines.js';
import type { FlatBox } from '../raster/rectangle.js';
import type { PageLayout } from '../layout/page-layout.js';
import type { TurnedPage } from './orientation.js';
import { scaleOf, type PrintedCell } from '../layout/page-text.js';
import { readStrips } from './read-line-images.js';
import type { Readers } from '../readers/readers.js';
import type { ReaderFailed } from '../readers/ocr-engine.js';
import { tidied } from './same-reading.js';
import type { Strip } from '../line-images/line-image.js';
import { beginningOf, isWrapped } from '../layout/wrapping.js';

/** What the readers made of a page's print, and how sure they were. */
export interface PrintReading {
  readonly items: PageItem[];
  readonly failed: readonly ReaderFailed[];
  /** The mean of the first readings' confidences, and how many strips there were. */
  readonly confidence: number;
  readonly strips: number;
}

/**
 * Reads all print of a page.
 *
 * @throws ReaderFailed where no reader is left
 */
export async function readPrint(
  { layout, print, strips }: TurnedPage,
  page: number,
  readers: Readers,
): Promise<PrintReading> {
  const { readings, failed } = await readStrips(strips.all, readers);
  const cells = print.tables.flatMap((table) => table.cells);
  let next = 0;
  const texts = new Map<PrintedCell, CellReading[]>();
  cells.forEach((cell, index) => {
    const ofCell = (strips.cells[index] ?? []).map(({ strip }) => strip);
    const read = readings.slice(next, next + ofCell.length);
    texts.set(cell, joined(cell, ofCell, read, print.lineHeight));
    next += ofCell.length;
  });
  const tables = print.tables.map(({ lattice, cells: printed }): PageTable => ({
    box: lattice.box,
    xs: [...lattice.xs],
    cells: printed.map((cell) => {
      const read = texts.get(cell) ?? [];
      const [best] = read;
      return {
        ...cell.place,
        box: pageBox(layout, cell.within),
        text: best?.text ?? (cell.ink.kind === 'dash' ? cell.ink.text : ''),
        confidence: best?.confidence ?? 1,
        reading: 'ocr',
        ...(read.length > 0 ? { readings: read } : {}),
      };
    }),
  }));
  const lines = print.lines.map((line, index) => ({
    text: readings[next + index]?.[0]?.text ?? '',
    box: flatBox(layout, line),
    page,
    readings: [...(readings[next + index] ?? [])],
  }));
  const onPicture = new Map<Line, Box>(
    lines.map((line, index) => [line, pageBox(layout, print.lines[index] as InkLine)]),
  );
  // What stands above what is told on the flat page: on one that lies askew a line beside a table's corner reaches below it.
  const items = inOrder(
    tables.filter((table) => table.cells.some(({ text }) => text !== '')),
    lines.filter((line) => line.text !== '' && !isBlot(line)),
  );
  return {
    items: items.map((item) =>
      'line' in item ? { line: { ...item.line, box: onPicture.get(item.line) ?? null } } : item,
    ),
    failed,
    confidence: meanOf(readings.map(([best]) => best?.confidence ?? 0)),
    strips: strips.all.length,
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Characters that a hole, a stain or a scribble beside the tables is read as at most, and how sure its readers are of it at most. */
const BLOT_LENGTH = 2;
const BLOT_CONFIDENCE = 0.3;

/** True for a line of a character or two that no reader believes in, whatever it reads. */
const isBlot = ({ text, readings }: { readonly text: string; readonly readings: readonly CellReading[] }) =>
  text.length <= BLOT_LENGTH && readings.every(({ confidence }) => confidence < BLOT_CONFIDENCE);

/** A cell's readings from those of its strips: each reader's text, that of the first where a reader was not asked. */
function joined(
  { ink, within }: PrintedCell,
  strips: readonly Strip[],
  readings: readonly (readonly CellReading[])[],
  line: number,
): CellReading[] {
  if (ink.kind !== 'print') return [];
  const count = Math.max(0, ...readings.map((of) => of.length));
  const whole: CellReading[] = [];
  for (let choice = 0; choice < count; choice += 1) {
    const parts = readings.map((of) => of[choice] ?? of[0]);
    const asked = readings.flatMap((of) => of[choice] ?? []);
    let text = '';
    strips.forEach((strip, index) => {
      const part = parts[index]?.text ?? '';
      if (index > 0) text += breakBefore(ink.lines, strip, part, text, within, line);
      text += part;
    });
    whole.push({
      by: asked[0]?.by ?? '',
      text: tidied(text),
      confidence: Math.min(...asked.map(({ confidence }) => confidence)),
    });
  }
  return whole;
}

function breakBefore(
  lines: readonly InkLine[],
  strip: Strip,
  text: string,
  before: string,
  within: FlatBox,
  line: number,
): string {
  const index = lines.indexOf(strip.lines[0] as InkLine) - 1;
  // A blank before the break says that digits on both sides of it are two numbers.
  if (!isWrapped(lines, index, within, beginningOf(text, line), line))
    return /\d$/.test(before) && /^\d/.test(text) ? ' \n' : '\n';
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(text) ? ' ' : '';
}

/** A rectangle of the flat page in points. */
function flatBox(layout: PageLayout, { left, top, right, bottom }: FlatBox): Box {
  const scale = scaleOf(layout);
  return [left * scale, top * scale, right * scale, bottom * scale];
}

/** Where a rectangle of the flat page stands on the page's picture, in points. */
function pageBox(layout: PageLayout, { left, top, right, bottom }: FlatBox): Box {
  const scale = scaleOf(layout);
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => layout.flattening.toPicture(x, y));
  const [xs, ys] = [corners.map(([x]) => x * scale), corners.map(([, y]) => y * scale)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
