import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grey } from '../../../../src/extract/scan/raster/raster.js';
import { shrunk } from '../../../../src/extract/scan/raster/shrinking.js';
import { pictures } from '../../../made/grey-pictures.js';

const meanOf = ({ data }: Grey) => data.reduce((sum, value) => sum + value, 0) / data.length;

describe('a picture', () => {
  it('shrunk by its size is its mean, to the step of a pixel', () => {
    fc.assert(
      fc.property(pictures, ({ width, data }) => {
        const square = {
          width,
          height: width,
          data: Uint8Array.from({ length: width * width }, (_, at) => data[at % data.length] ?? 0),
        };
        expect(shrunk(square, width).data[0]).toBe(Math.floor(meanOf(square)));
      }),
    );
  });

  it('shrunk keeps its mean, and drops the rest of a side that does not divide', () => {
    const data = Uint8Array.from({ length: 6 * 4 }, (_, at) => (at % 6 < 3 ? 90 : 210));
    expect(shrunk({ width: 6, height: 4, data }, 2).data).toEqual(Uint8Array.of(90, 150, 210, 90, 150, 210));
    expect(shrunk({ width: 7, height: 5, data: new Uint8Array(35).fill(9) }, 2)).toEqual({
      width: 3,
      height: 2,
      data: new Uint8Array(6).fill(9),
    });
  });

  it('shrunk by a part of a pixel keeps an even grey, and shares pixels between two', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.nat(255),
        fc.double({ min: 1.01, max: 4, noNaN: true }),
        (size, value, factor) => {
          const even = { width: size, height: size, data: new Uint8Array(size * size).fill(value) };
          const small = shrunk(even, Math.min(factor, size));
          expect(new Set(small.data)).toEqual(new Set([value]));
        },
      ),
    );
    const row = Uint8Array.of(0, 90, 180, 0, 90, 180, 0, 90, 180);
    // Each of two columns stands for one pixel and half of that in the middle.
    expect(shrunk({ width: 3, height: 3, data: row }, 1.5).data).toEqual(Uint8Array.of(30, 150, 30, 150));
  });
});
