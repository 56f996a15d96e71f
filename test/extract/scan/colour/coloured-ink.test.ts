import { describe, expect, it } from 'vitest';
import { colouredInkOf } from '../../../../src/extract/scan/colour/coloured-ink.js';

const [WIDTH, HEIGHT] = [827, 1169];
const DPI = 100;
type Shape = (x: number, y: number) => boolean;

function inkOf(...shapes: readonly Shape[]) {
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) if (shapes.some((shape) => shape(x, y))) data[y * WIDTH + x] = 160;
  return colouredInkOf({ width: WIDTH, height: HEIGHT, data }, DPI);
}

const ring =
  (radius: number, [cx, cy]: readonly [number, number] = [500, 700]): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x - cx, y - cy) - radius) < 3;
const block =
  (left: number, top: number, width: number, height: number): Shape =>
  (x, y) =>
    x >= left && x < left + width && y >= top && y < top + height && (x + y) % 4 < 2;

describe('coloured ink', () => {
  it('of a ring as large as an official seal is one, with the star in it', () => {
    const { seals, print } = inkOf(ring(85), block(480, 680, 40, 40));
    expect(seals).toHaveLength(1);
    expect(print).toEqual([]);
    const [seal] = seals;
    expect(seal?.left).toBeLessThanOrEqual(412);
    expect(seal?.right).toBeGreaterThanOrEqual(588);
  });

  it('is a seal where the ring is broken', () => {
    const broken: Shape = (x, y) => ring(85)(x, y) && Math.abs(x - 500) > 5;
    expect(inkOf(broken).seals).toHaveLength(1);
  });

  it('is print where it is as large as words, a paragraph, or the rules of a form', () => {
    const words = block(100, 300, 160, 14);
    const paragraph = block(100, 300, 400, 90);
    const rules: Shape = (x, y) => x > 60 && x < 760 && y > 60 && y < 1100 && (x % 233 < 2 || y % 60 < 2);
    for (const shape of [words, paragraph, rules]) {
      const { seals, print } = inkOf(shape);
      expect(seals).toEqual([]);
      expect(print).toHaveLength(1);
    }
  });

  it('is none where a page has tinted specks only', () => {
    expect(inkOf((x, y) => x % 97 === 0 && y % 89 === 0)).toEqual({ seals: [], print: [] });
  });
});
