import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/extract/scan/page-layout.js';
import { PRINT_HEIGHT, type StripCut, stripPicture } from '../../../src/extract/scan/strips.js';
import { DrawnPage } from '../../made/drawn-page.js';

const LINE = 20;
const [LEFT, TOP] = [150, 200];

/** The width of the strip of a line so many line heights long, which stands on paper of its own, with what is left blank beside it. */
function widthOf(lineHeights: number, how?: StripCut): number {
  const right = LEFT + lineHeights * LINE;
  const page = new DrawnPage(1240, 1754).fill(LEFT, TOP, right, TOP + LINE);
  const line = { left: LEFT, top: TOP, right, bottom: TOP + LINE };
  const strip = { lines: [line], within: { left: LEFT, top: TOP - LINE, right, bottom: TOP + 2 * LINE } };
  return stripPicture(layoutOf(page, 150), strip, LINE, how).width;
}

describe('the picture of a strip', () => {
  it('has its print at one size', () => {
    expect(widthOf(3)).toBe(3 * PRINT_HEIGHT);
    expect(widthOf(3, 'narrow')).toBeLessThan(3 * PRINT_HEIGHT);
    expect(widthOf(3, 'closer')).toBeGreaterThan(3 * PRINT_HEIGHT);
  });

  it('is narrow where it is long, but not where it is looked at closer', () => {
    expect(widthOf(10)).toBe(widthOf(10, 'narrow'));
    expect(widthOf(10)).toBeLessThan(10 * PRINT_HEIGHT);
    expect(widthOf(10, 'closer')).toBeGreaterThan(10 * PRINT_HEIGHT);
  });
});
