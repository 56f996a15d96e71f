import { describe, expect, it } from 'vitest';
import { type Raster, turnOfBoxes } from '../../src/draw/turn-of-boxes.js';
import { turned } from '../../src/extract/scan/raster/raster.js';
import type { Box } from '../../src/schema/sheet.js';

const BOXES: Box[] = [
  [10, 10, 90, 30],
  [10, 30, 50, 60],
  [50, 30, 90, 60],
];

/** A page of 120 × 200 with rules around the boxes. */
function page(): Raster {
  const [width, height] = [120, 200];
  const data = new Uint8Array(width * height).fill(255);
  for (const [x0, y0, x1, y1] of BOXES) {
    for (let x = x0; x <= x1; x += 1) for (const y of [y0, y1]) data[y * width + x] = 0;
    for (let y = y0; y <= y1; y += 1) for (const x of [x0, x1]) data[y * width + x] = 0;
  }
  return { width, height, data };
}

describe('turnOfBoxes', () => {
  it.each([0, 1, 2, 3])('finds that a page was read after %i quarter turns', (turns) => {
    expect(turnOfBoxes(turned(page(), 4 - turns), BOXES, 1)).toBe(turns);
  });

  it('turns nothing where there is nothing to tell by', () => {
    expect(turnOfBoxes(page(), [], 1)).toBe(0);
    expect(turnOfBoxes({ width: 10, height: 10, data: new Uint8Array(100).fill(255) }, BOXES, 1)).toBe(0);
  });
});
