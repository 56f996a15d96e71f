import { describe, expect, it } from 'vitest';
import { turned, type Grey } from '../../../src/extract/scan/raster/raster.js';
import type { Readers } from '../../../src/extract/scan/readers/readers.js';
import { type OcrEngine, ReaderFailed } from '../../../src/extract/scan/readers/ocr-engine.js';
import { readPicture } from '../../../src/extract/scan/scan-page.js';
import { DrawnPage } from '../../made/drawn-page.js';

const [LEFT, TOP, WIDTH, HEIGHT] = [150, 200, 180, 40];

type Draw = (page: DrawnPage, x: number, y: number) => void;

/** A page at 150 dpi with a table of four columns and so many rows, and in each cell a line of print, or what `draw` puts there. */
function ruledPage(rows: number, draw: Draw = (page, x, y) => page.print(x, y, 5)): DrawnPage {
  const page = new DrawnPage(1240, 1754);
  const [right, bottom] = [LEFT + 4 * WIDTH, TOP + rows * HEIGHT];
  for (let row = 0; row <= rows; row += 1) page.fill(LEFT, TOP + row * HEIGHT, right + 2, TOP + row * HEIGHT + 2);
  for (let column = 0; column <= 4; column += 1)
    page.fill(LEFT + column * WIDTH, TOP, LEFT + column * WIDTH + 2, bottom + 2);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < 4; column += 1) draw(page, LEFT + column * WIDTH + 30, TOP + row * HEIGHT + 10);
  return page;
}

/** Letters of `DrawnPage` have their wider bar above: a reader that is surer where the upper half of a line is the darker one. */
const standing: OcrEngine = {
  name: 'a',
  read: (lines) =>
    Promise.resolve(lines.map((line) => ({ text: 'x', confidence: isUpright(line) ? 0.95 : 0.4, digits: null }))),
  close: () => Promise.resolve(),
};

function isUpright({ width, height, data }: Grey): boolean {
  const half = (height >> 1) * width;
  const ink = (part: Uint8Array) => part.reduce((sum, value) => sum + 255 - value, 0);
  return width > height && ink(data.subarray(0, half)) > ink(data.subarray(data.length - half));
}

async function read(page: Grey) {
  const { items, turns } = await readBy(page, { first: standing, text: null, numbers: null });
  return { turns, cells: items.map((item) => ('table' in item ? item.table.cells.length : 0)) };
}

/** The same reader, which keeps how many lines it was given at each time; from the first so many on it fails. */
function counting(works = Infinity): OcrEngine & { readonly asked: Grey[][] } {
  const asked: Grey[][] = [];
  return {
    ...standing,
    asked,
    read(lines) {
      if (asked.length >= works) throw new ReaderFailed('a died');
      if (lines.length > 0) asked.push([...lines]);
      return standing.read(lines);
    },
  };
}

const countsOf = ({ asked }: { readonly asked: Grey[][] }) => asked.map(({ length }) => length);

async function readBy(page: Grey, readers: Readers) {
  return readPicture({ ...page, channels: 1, dpi: 150 }, 1, {
    readers,
    lattice: { columns: 200, rectangles: 200_000 },
    dpi: 150,
  });
}

describe('a page’s picture', () => {
  it('is tried on twelve strips, and read once, where it lies upright', async () => {
    const first = counting();
    await readBy(ruledPage(6), { first, text: null, numbers: null });
    expect(countsOf(first)).toEqual([12, 12]);
    expect(new Set(first.asked.flat()).size).toBe(24);
  });

  it('that lies askew has the line above a table’s lower corner before the table', async () => {
    const flat = ruledPage(6);
    flat.print(LEFT, TOP - 24, 4);
    const askew = new DrawnPage(flat.width, flat.height);
    for (let y = 0; y < flat.height; y += 1)
      for (let x = 0; x < flat.width; x += 1) {
        const from = y - Math.round(0.07 * (flat.width / 2 - x));
        if (from >= 0 && from < flat.height)
          askew.data[y * flat.width + x] = flat.data[from * flat.width + x] as number;
      }
    const { items } = await readBy(askew, { first: standing, text: null, numbers: null });
    expect(items.map((item) => ('table' in item ? 'table' : 'line'))).toEqual(['line', 'table']);
    const [line] = items.flatMap((item) => ('line' in item ? [item.line] : []));
    expect(line?.box?.[1]).toBeGreaterThan((TOP * 72) / 150);
  });

  it('that stands on its head is tried on twelve strips in each way, and read once', async () => {
    const first = counting();
    const { turns } = await readBy(turned(ruledPage(6), 2), { first, text: null, numbers: null });
    expect(turns).toBe(2);
    expect(countsOf(first)).toEqual([12, 12, 12, 12, 24]);
  });

  it('is tried and read by the other reader where the first fails at once', async () => {
    const [first, text] = [counting(0), counting()];
    const { turns, failed, items } = await readBy(turned(ruledPage(6), 2), { first, text, numbers: null });
    expect({ turns, failed: failed.map(({ message }) => message), items: items.length }).toEqual({
      turns: 2,
      failed: ['a died'],
      items: 1,
    });
    expect(countsOf(text)).toEqual([12, 12, 12, 12, 24]);
  });

  it('is read by the other reader where the first fails after it was tried', async () => {
    const [first, text] = [counting(1), counting()];
    const { failed, items } = await readBy(ruledPage(6), { first, text, numbers: null });
    expect([failed.length, items.length]).toEqual([1, 1]);
    expect(countsOf(text)).toEqual([24]);
  });

  it.each([0, 1, 2, 3])('is read upright where it is turned by %i quarters', async (quarters) => {
    expect(await read(turned(ruledPage(6), quarters))).toEqual({ turns: (4 - quarters) % 4, cells: [24] });
  });

  it('is read upright where a table of two rows lies on its side, too narrow for a table', async () => {
    for (const quarters of [1, 3])
      expect(await read(turned(ruledPage(2), quarters))).toEqual({ turns: 4 - quarters, cells: [8] });
  });

  it('with dashes alone in its cells stays as it lies', async () => {
    const page = ruledPage(6, (drawn, x, y) => drawn.fill(x, y + 9, x + 24, y + 11));
    expect(await read(page)).toEqual({ turns: 0, cells: [24] });
  });

  it('without print stays as it lies', async () => {
    expect(await read(new DrawnPage(1240, 1754))).toEqual({ turns: 0, cells: [] });
    expect(await read(new DrawnPage(1240, 1754).fill(300, 200, 304, 900))).toEqual({ turns: 0, cells: [] });
  });
});
