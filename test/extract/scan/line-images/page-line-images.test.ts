import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../../src/extract/scan/layout/page-layout.js';
import { PageStrip } from '../../../../src/extract/scan/line-images/page-line-images.js';
import { PRINT_HEIGHT } from '../../../../src/extract/scan/line-images/line-image.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const LINE = 20;
const [LEFT, TOP] = [150, 200];

/** The strip of a line so many line heights long, with no paper left beside it. */
function stripOf(lineHeights: number): PageStrip {
  const right = LEFT + lineHeights * LINE;
  const page = new DrawnPage(1240, 1754).fill(LEFT, TOP, right, TOP + LINE);
  const line = { left: LEFT, top: TOP, right, bottom: TOP + LINE };
  const within = { left: LEFT, top: TOP - LINE, right, bottom: TOP + 2 * LINE };
  return new PageStrip({ lines: [line], within }, layoutOf(page, 150), LINE);
}

describe('the picture of a strip', () => {
  it('has its print at one size, narrower or larger where it is asked for so', () => {
    const strip = stripOf(3);
    expect(strip.whole.width).toBe(3 * PRINT_HEIGHT);
    expect(strip.narrow.width).toBeLessThan(3 * PRINT_HEIGHT);
    expect(strip.closer.width).toBeGreaterThan(3 * PRINT_HEIGHT);
  });

  it('is usually whole, and narrow where it is long', () => {
    const [short, long] = [stripOf(4), stripOf(4.5)];
    expect(short.usual).toBe(short.whole);
    expect(long.usual).toBe(long.narrow);
  });
});
