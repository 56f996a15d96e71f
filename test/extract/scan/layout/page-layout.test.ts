import { describe, expect, it } from 'vitest';
import { latticesOf } from '../../../../src/extract/lattice/lattice.js';
import { layoutOf } from '../../../../src/extract/scan/layout/page-layout.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const [LEFT, TOP, WIDTH, HEIGHT] = [150, 200, 150, 40];
const [COLUMNS, ROWS] = [6, 8];

/** A ruled page at 150 dpi, six columns of eight rows, with a line of print in each cell but the ones without. */
function ruledPage({ unprinted = () => false }: { unprinted?: (row: number, column: number) => boolean } = {}) {
  const page = new DrawnPage(1240, 1754);
  const [right, bottom] = [LEFT + COLUMNS * WIDTH, TOP + ROWS * HEIGHT];
  for (let row = 0; row <= ROWS; row += 1) page.fill(LEFT, TOP + row * HEIGHT, right + 2, TOP + row * HEIGHT + 2);
  for (let column = 0; column <= COLUMNS; column += 1)
    page.fill(LEFT + column * WIDTH, TOP, LEFT + column * WIDTH + 2, bottom + 2);
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS; column += 1)
      if (!unprinted(row, column)) page.print(LEFT + column * WIDTH + 40, TOP + row * HEIGHT + 10, 3);
  return page;
}

/** Takes out so much of the rule on the right of a cell, from so far below its top. */
function broken(page: DrawnPage, [row, column]: readonly [number, number], from: number, length: number) {
  const x = LEFT + (column + 1) * WIDTH;
  return page.fill(x - 1, TOP + row * HEIGHT + from, x + 3, TOP + row * HEIGHT + from + length, 255);
}

function cellsOf(page: DrawnPage): number {
  const [table] = latticesOf([...layoutOf(page, 150).rulings], { columns: 200, rectangles: 200_000 });
  return table?.cells.length ?? 0;
}

describe('a page’s rules', () => {
  it('are found', () => {
    expect(cellsOf(ruledPage())).toBe(COLUMNS * ROWS);
  });

  it('may be broken between crossings, and right at one', () => {
    for (const from of [15, 3, HEIGHT - 6]) expect(cellsOf(broken(ruledPage(), [3, 2], from, 5))).toBe(COLUMNS * ROWS);
  });

  it('are not those of the page behind, which shine through', () => {
    const page = ruledPage({ unprinted: (row) => row > 0 });
    for (let column = 0; column <= COLUMNS; column += 1) {
      const x = page.width - (LEFT + column * WIDTH) - 20;
      for (let y = TOP; y < TOP + 3 * ROWS * HEIGHT; y += 1)
        for (let at = x; at < x + 2; at += 1)
          page.data[y * page.width + at] = Math.min(page.data[y * page.width + at] as number, 199);
    }
    expect(cellsOf(page)).toBe(COLUMNS * ROWS);
  });

  it('are not those of the page behind, where some of its own are not much darker', () => {
    const page = ruledPage({ unprinted: (row) => row > 0 });
    const [right, bottom] = [LEFT + COLUMNS * WIDTH, TOP + ROWS * HEIGHT];
    // Thin rules that a scan makes grey.
    for (let row = 2; row < ROWS; row += 1) page.fill(LEFT + 2, TOP + row * HEIGHT, right, TOP + row * HEIGHT + 2, 130);
    for (let column = 1; column < COLUMNS; column += 1)
      page.fill(LEFT + column * WIDTH, TOP + HEIGHT + 2, LEFT + column * WIDTH + 2, bottom, 130);
    // The back of the sheet: its print, and rules between the page's own.
    for (let line = 0; line < 12; line += 1)
      for (let letter = 0; letter < 30; letter += 1)
        page.fill(LEFT + letter * 28, 900 + line * 40, LEFT + letter * 28 + 20, 906 + line * 40, 195);
    for (let column = 0; column < COLUMNS; column += 1)
      for (let y = TOP + 2; y < bottom; y += 1)
        for (let x = LEFT + column * WIDTH + 70; x < LEFT + column * WIDTH + 72; x += 1)
          page.data[y * page.width + x] = Math.min(page.data[y * page.width + x] as number, 195);
    expect(cellsOf(page)).toBe(COLUMNS * ROWS);
  });

  it('may be much paler than the print', () => {
    const page = ruledPage();
    for (let at = 0; at < page.data.length; at += 1) {
      const [x, y] = [at % page.width, Math.floor(at / page.width)];
      const isOnRule = (place: number, first: number, step: number) => (place - first) % step < 2 && place >= first;
      if (page.data[at] === 0 && (isOnRule(x, LEFT, WIDTH) || isOnRule(y, TOP, HEIGHT))) page.data[at] = 195;
    }
    expect(cellsOf(page)).toBe(COLUMNS * ROWS);
  });

  it('are not strokes of lines that fill their rows', () => {
    const page = ruledPage({ unprinted: () => true });
    for (let row = 0; row < ROWS; row += 1) {
      const top = TOP + row * HEIGHT + 8;
      for (let letter = 0; letter < 5; letter += 1) {
        const left = LEFT + 20 + letter * 24;
        // As 目: two sides, and level strokes between them.
        page.fill(left, top, left + 2, top + HEIGHT - 14).fill(left + 18, top, left + 20, top + HEIGHT - 14);
        for (let stroke = 0; stroke < 4; stroke += 1)
          page.fill(left, top + stroke * 8, left + 20, top + stroke * 8 + 2);
      }
    }
    expect(cellsOf(page)).toBe(COLUMNS * ROWS);
  });

  it('leave out what two merged cells have in common, with a letter in its place', () => {
    const isMerged = (row: number, column: number) => row === 3 && (column === 2 || column === 3);
    const page = broken(ruledPage({ unprinted: isMerged }), [3, 2], 2, HEIGHT - 2);
    expect(cellsOf(page)).toBe(COLUMNS * ROWS - 1);
    const x = LEFT + 3 * WIDTH;
    // As the digit 1, in line with the rules above and below.
    expect(cellsOf(page.fill(x, TOP + 3 * HEIGHT + 10, x + 2, TOP + 3 * HEIGHT + 32))).toBe(COLUMNS * ROWS - 1);
  });

  it('leave out a letter’s side that stands nearly in line with the rules above and below', () => {
    const isMerged = (row: number, column: number) => row === 3 && (column === 2 || column === 3);
    const page = broken(ruledPage({ unprinted: isMerged }), [3, 2], 2, HEIGHT - 2);
    const [x, top] = [LEFT + 3 * WIDTH + 2, TOP + 3 * HEIGHT];
    // As 门, whose right side goes down nearly to the next row.
    page.fill(x, top + 2, x + 2, top + HEIGHT - 6).fill(x - 18, top + 4, x, top + 6);
    expect(cellsOf(page)).toBe(COLUMNS * ROWS - 1);
  });

  it('leave out a letter’s side in line with the rules above and below, which other strokes meet', () => {
    const isMerged = (row: number, column: number) => row === 3 && (column === 2 || column === 3);
    const page = broken(ruledPage({ unprinted: isMerged }), [3, 2], 2, HEIGHT - 2);
    const [x, top] = [LEFT + 3 * WIDTH, TOP + 3 * HEIGHT];
    // As 目, as high as its row.
    page.fill(x, top, x + 2, top + HEIGHT);
    for (const stroke of [10, 19, 28]) page.fill(x - 20, top + stroke, x, top + stroke + 2);
    expect(cellsOf(page)).toBe(COLUMNS * ROWS - 1);
  });
});
