import { describe, expect, it } from 'vitest';
import { darknessOf, groundOf } from '../../../../src/extract/scan/flatten/background.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const [WIDTH, HEIGHT] = [640, 480];
/** Half of what counts as ink at the least. */
const PALE = 20;

/** A page with print whose ink is half as light as its paper. */
function printedOn(paper: (x: number) => number): DrawnPage {
  const page = new DrawnPage(WIDTH, HEIGHT);
  for (let x = 0; x < WIDTH; x += 1) page.fill(x, 0, x + 1, HEIGHT, paper(x));
  for (let x = 40; x < WIDTH - 40; x += 20) page.fill(x, 200, x + 6, 216, Math.round(paper(x) / 2));
  return page;
}

const darkOf = (page: DrawnPage) => {
  const { data } = darknessOf(page, groundOf(page));
  return (x: number, y: number) => data[y * WIDTH + x] ?? 0;
};

describe('darkness beside the paper', () => {
  it.each([
    ['white', () => 255],
    ['grey', () => 140],
    ['shadowed from one side to the other', (x: number) => 250 - Math.round(x / 5)],
  ])('is the same for the same print on paper that is %s', (_, paper) => {
    const dark = darkOf(printedOn(paper));
    for (const x of [42, 302, 582]) {
      expect(Math.abs(dark(x, 208) - 127)).toBeLessThan(PALE);
      expect(dark(x, 100)).toBeLessThan(PALE);
    }
  });

  it('keeps print apart from paper where a tile is full of it', () => {
    const dark = darkOf(new DrawnPage(WIDTH, HEIGHT, 220).fill(288, 192, 336, 240, 20));
    expect([dark(310, 215) > 200, dark(100, 100)]).toEqual([true, 0]);
  });

  it('has blank paper where a shadow falls steeply', () => {
    const dark = darkOf(printedOn((x) => (x < 320 ? 250 : 250 - Math.round(((x - 320) * 190) / 320))));
    for (const x of [320, 400, 480, 540]) expect(dark(x, 100)).toBeLessThan(PALE * 0.6);
  });

  it('keeps its lightest paper among dense print, which is darker than paper by a little', () => {
    const page = new DrawnPage(WIDTH, HEIGHT, 240).fill(160, 96, 480, 384, 232);
    expect(darkOf(page)(320, 240)).toBe(0);
    expect(darkOf(page)(190, 130)).toBeGreaterThan(2);
  });

  it('takes a scanner’s dark lid for no paper', () => {
    const dark = darkOf(new DrawnPage(WIDTH, HEIGHT, 250).fill(400, 0, WIDTH, HEIGHT, 10));
    expect(dark(600, 300)).toBeGreaterThan(180);
  });
});
