import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InkSums } from '../../../src/extract/scan/ink-sums.js';

const [WIDTH, HEIGHT] = [9, 7];
const place = (most: number) => fc.integer({ min: -2, max: most + 2 });
const boxes = fc.record({ left: place(WIDTH), top: place(HEIGHT), right: place(WIDTH), bottom: place(HEIGHT) });
const pages = fc.uint8Array({ minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT });

it('counts the ink of any box as one would pixel by pixel', () => {
  fc.assert(
    fc.property(pages, boxes, (pixels, box) => {
      const data = Uint8Array.from(pixels);
      let count = 0;
      data.forEach((value, at) => {
        const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
        if (value >= 100 && x >= box.left && x < box.right && y >= box.top && y < box.bottom) count += 1;
      });
      expect(new InkSums({ width: WIDTH, height: HEIGHT, data }, 100).within(box)).toBe(count);
    }),
  );
});

it('leaves out the ink of some boxes', () => {
  const page = { width: 4, height: 2, data: new Uint8Array(8).fill(200) };
  const sums = new InkSums(page, 100, [{ left: 1, top: 0, right: 3, bottom: 1 }]);
  expect(sums.within({ left: 0, top: 0, right: 4, bottom: 2 })).toBe(6);
});
