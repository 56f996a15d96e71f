import type { Box, CellReading } from '../../schema/sheet.js';
import { inOrder } from '../pages/in-order.js';
import type { PageItem, PageTable } from '../pages/page-reading.js';
import type { InkLine } from './cell-lines.js';
import type { FlatBox } from './flat-picture.js';
import type { PageLayout } from './page-layout.js';
import { scaleOf, type PagePrint, type PrintedCell } from './page-print.js';
import { readStrips, type Readers } from './read-strips.js';
import type { OcrEngine, ReaderFailed } from './readers/ocr-engine.js';
import { tidied } from './same-reading.js';
import { stripPicture, stripsOf, type Strip } from './strips.js';
import { beginningOf, characterWidth, isWrapped } from './wrapping.js';

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
  layout: PageLayout,
  print: PagePrint,
  page: number,
  readers: Readers,
): Promise<PrintReading> {
  const cells = print.tables.flatMap((table) => table.cells);
  const cellStrips = cells.map((cell) => stripsOfCell(cell, print.lineHeight));
  const lineStrips = print.lines.map((line) => stripOfLine(line, print.lineHeight, layout));
  const strips = [...cellStrips.flat(), ...lineStrips];
  const { readings, failed } = await readStrips(
    strips.map((strip) => ({
      picture: stripPicture(layout, strip, print.lineHeight),
      closer: () => stripPicture(layout, strip, print.lineHeight, CLOSER),
    })),
    readers,
  );
  let next = 0;
  const texts = new Map<PrintedCell, CellReading[]>();
  cells.forEach((cell, index) => {
    const count = cellStrips[index]?.length ?? 0;
    texts.set(cell, joined(cell, cellStrips[index] ?? [], readings.slice(next, next + count), print.lineHeight));
    next += count;
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
    box: pageBox(layout, line),
    page,
    readings: [...(readings[next + index] ?? [])],
  }));
  return {
    items: inOrder(
      tables.filter((table) => table.cells.some(({ text }) => text !== '')),
      lines.filter(({ text }) => text !== ''),
    ),
    failed,
    confidence: meanOf(readings.map(([best]) => best?.confidence ?? 0)),
    strips: strips.length,
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** In line heights. Enough to tell whether what is read is print; longer takes longer. */
const TELLING_LENGTH = 10;

/** How sure a reader is of some of a page's strips: the longest that are no longer than needed, else the shortest of the others. */
export async function meanConfidence(
  layout: PageLayout,
  print: PagePrint,
  reader: OcrEngine,
  most: number,
): Promise<number> {
  const strips = [
    ...print.tables.flatMap(({ cells }) => cells.flatMap((cell) => stripsOfCell(cell, print.lineHeight))),
    ...print.lines.map((line) => stripOfLine(line, print.lineHeight, layout)),
  ];
  const excess = (strip: Strip) => Math.abs(lengthOf(strip) - TELLING_LENGTH * print.lineHeight);
  const isLonger = (strip: Strip) => lengthOf(strip) > TELLING_LENGTH * print.lineHeight;
  const telling = strips.toSorted((a, b) => Number(isLonger(a)) - Number(isLonger(b)) || excess(a) - excess(b));
  const read = await reader.read(telling.slice(0, most).map((strip) => stripPicture(layout, strip, print.lineHeight)));
  return meanOf(read.map(({ confidence }) => confidence));
}

const lengthOf = ({ lines }: Strip) => lines.reduce((sum, { left, right }) => sum + right - left, 0);

/** How much closer a second look is cut. */
const CLOSER = 1.18;

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
  if (!isWrapped(lines, index, within, beginningOf(text, line), line)) return '\n';
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(text) ? ' ' : '';
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
