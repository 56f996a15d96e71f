import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../../src/extract/scan/layout/page-layout.js';
import { printOn } from '../../../../src/extract/scan/layout/page-text.js';
import { type StripCut, stripPicture } from '../../../../src/extract/scan/line-images/line-image.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const [LEFT, TOP, WIDTH, HEIGHT] = [150, 200, 150, 40];
const [COLUMNS, ROWS] = [4, 6];

/** A ruled page at 150 dpi with a line of print in each cell but the first, which holds a dash. */
function pageWithDash(): DrawnPage {
  const page = new DrawnPage(1240, 1754);
  const [right, bottom] = [LEFT + COLUMNS * WIDTH, TOP + ROWS * HEIGHT];
  for (let row = 0; row <= ROWS; row += 1) page.fill(LEFT, TOP + row * HEIGHT, right + 2, TOP + row * HEIGHT + 2);
  for (let column = 0; column <= COLUMNS; column += 1)
    page.fill(LEFT + column * WIDTH, TOP, LEFT + column * WIDTH + 2, bottom + 2);
  for (let at = 1; at < ROWS * COLUMNS; at += 1)
    page.print(LEFT + (at % COLUMNS) * WIDTH + 40, TOP + Math.floor(at / COLUMNS) * HEIGHT + 10, 3);
  return page.fill(LEFT + 60, TOP + 16, LEFT + 72, TOP + 18);
}

/** A stroke of the dash's length below it, so much darker than the paper. */
const withStroke = (darkness: number) => pageWithDash().fill(LEFT + 60, TOP + 23, LEFT + 72, TOP + 25, 255 - darkness);

const firstCell = (page: DrawnPage) =>
  printOn(layoutOf(page, 150), { columns: 200, rectangles: 200_000 }).tables[0]?.cells[0];

describe('the print in a cell', () => {
  it('is a dash alone, with noise below it too', () => {
    expect(firstCell(pageWithDash())?.ink).toMatchObject({ kind: 'dash', text: '-' });
    expect(firstCell(withStroke(20))?.ink).toMatchObject({ kind: 'dash', text: '-' });
  });

  it('is two strokes where the second is paler than ink', () => {
    expect(firstCell(withStroke(50))?.ink.kind).toBe('print');
  });
});

describe('a closer look', () => {
  it('takes off less of what shines through', () => {
    const layout = { ...layoutOf(withStroke(90), 150), paper: 60 };
    const box = { left: LEFT + 60, top: TOP + 16, right: LEFT + 72, bottom: TOP + 25 };
    const strip = { lines: [box], within: { left: LEFT + 4, top: TOP + 4, right: LEFT + 140, bottom: TOP + 36 } };
    const darkBelow = (how?: StripCut) => {
      const { width, height, data } = stripPicture(layout, strip, 20, how);
      return 255 - Math.min(...data.subarray(width * (height >> 1)));
    };
    expect(darkBelow('closer')).toBeGreaterThan(1.5 * darkBelow());
  });
});
