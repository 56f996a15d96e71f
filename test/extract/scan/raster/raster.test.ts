import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grey, turned } from '../../../../src/extract/scan/raster/raster.js';
import { greyOf } from '../../../../src/extract/scan/colour/to-grey.js';
import { pictures } from '../../../made/grey-pictures.js';

describe('a grey picture', () => {
  it('turned clockwise has its left side on top', () => {
    const grey = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    expect(turned(grey, 1)).toEqual({ width: 2, height: 3, data: Uint8Array.of(4, 1, 5, 2, 6, 3) });
    expect(turned(grey, 2)).toEqual({ width: 3, height: 2, data: Uint8Array.of(6, 5, 4, 3, 2, 1) });
    expect(turned(grey, 3)).toEqual({ width: 2, height: 3, data: Uint8Array.of(3, 6, 2, 5, 1, 4) });
  });

  it('turned by quarters to a whole turn, forth and back, or in one go is the same', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: -8, max: 8 }), (grey, turns) => {
        expect(turned(turned(grey, turns), -turns)).toEqual(grey);
        expect(turned(grey, turns + 4)).toEqual(turned(grey, turns));
        expect([1, 1, 1, 1].reduce<Grey>(turned, grey)).toEqual(grey);
        expect(turned(turned(grey, 1), 1)).toEqual(turned(grey, 2));
      }),
    );
  });

  it('of a coloured one keeps black print, and tinted paper pale', () => {
    const data = Uint8Array.of(0, 0, 0, 240, 220, 190, 40, 30, 40, 255, 255, 255);
    expect(greyOf({ width: 2, height: 2, channels: 3, data, dpi: null }).data).toEqual(Uint8Array.of(0, 240, 40, 255));
  });

  it('of a page takes a seal off it, keeps the print under it, and keeps coloured print', () => {
    const [width, height] = [827, 1169];
    const data = new Uint8Array(width * height * 3).fill(255);
    const paint = (x: number, y: number, colour: readonly number[]) => {
      data.set(colour, (y * width + x) * 3);
    };
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        if (Math.abs(Math.hypot(x - 500, y - 700) - 85) < 4) paint(x, y, [200, 40, 50]);
        if (x >= 400 && x < 600 && y >= 698 && y < 702) paint(x, y, [20, 10, 10]);
        if (x >= 100 && x < 180 && y >= 200 && y < 212) paint(x, y, [220, 20, 20]);
      }
    const grey = greyOf({ width, height, channels: 3, data, dpi: null });
    const at = (x: number, y: number) => grey.data[y * width + x] as number;
    expect(at(500, 615)).toBeGreaterThan(240); // the ring
    expect(at(415, 700)).toBeLessThan(60); // print under the ring
    expect(at(500, 700)).toBeLessThan(60); // print within it
    expect(at(140, 206)).toBeLessThan(100); // red print
    expect(at(300, 300)).toBe(255);
  });
});
