import { describe, expect, it } from 'vitest';
import { turned, type Grey } from '../../../src/extract/scan/grey.js';
import type { OcrEngine } from '../../../src/extract/scan/readers/ocr-engine.js';
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
  const { items, turns } = await readPicture({ ...page, channels: 1, dpi: 150 }, 1, {
    readers: { first: standing, text: null, numbers: null },
    lattice: { columns: 200, rectangles: 200_000 },
    dpi: 150,
  });
  return { turns, cells: items.map((item) => ('table' in item ? item.table.cells.length : 0)) };
}

describe('a page’s picture', () => {
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
