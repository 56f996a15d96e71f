import { describe, expect, it } from 'vitest';
import { specksOn, withoutSpecks } from '../../../../src/extract/scan/layout/despeckle.js';
import type { FlatBox } from '../../../../src/extract/scan/raster/rectangle.js';
import type { Grey } from '../../../../src/extract/scan/raster/raster.js';

/** At this resolution a millimetre is four pixels. */
const DPI = 101.6;
const INK = 200;

const boxOf = (left: number, top: number, width: number, height = width): FlatBox => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Darkness of a page, 300 by 200 pixels, with ink in some boxes. */
function pageWith(...boxes: readonly FlatBox[]): Grey {
  const page = { width: 300, height: 200, data: new Uint8Array(300 * 200) };
  for (const { left, top, right, bottom } of boxes)
    for (let row = top; row < bottom; row += 1) page.data.fill(INK, row * page.width + left, row * page.width + right);
  return page;
}

const specksOf = (...boxes: readonly FlatBox[]) => specksOn(pageWith(...boxes), DPI, 100);

/** As much dust as makes a page dusty, along its lower side. */
const DUST = Array.from({ length: 14 }, (_, index) => boxOf(12 + index * 20, 170, 2));
/** A letter, and a sign of two pixels' width so far to its right. */
const LETTER = boxOf(100, 60, 12);
const beside = (gap: number, top = 65) => boxOf(LETTER.right + gap, top, 2);

describe('specks', () => {
  it('are small, and stand free', () => {
    const dust = boxOf(30, 30, 2);
    expect(specksOf(LETTER, dust)).toEqual([dust]);
    expect(specksOf(LETTER, boxOf(30, 30, 4))).toEqual([]);
    expect(specksOf(LETTER, beside(5))).toEqual([]);
  });

  it('stand less free where a page has much of them', () => {
    expect(specksOf(LETTER, beside(5), ...DUST)).toHaveLength(DUST.length + 1);
    expect(specksOf(LETTER, beside(2), ...DUST)).toEqual(DUST); // too near
  });

  it('are not points, which stand on the line of the digit before them, however wide the font', () => {
    const foot = LETTER.bottom - 2;
    for (const gap of [2, 4, 6]) expect(specksOf(LETTER, beside(gap, foot), ...DUST)).toEqual(DUST);
    for (const top of [LETTER.top + 3, LETTER.bottom + 4])
      expect(specksOf(LETTER, beside(5, top), ...DUST)).toHaveLength(DUST.length + 1);
  });

  it('are not the two points of a colon', () => {
    expect(specksOf(LETTER, beside(5, 63), beside(5, 68), ...DUST)).toEqual(DUST);
    expect(specksOf(LETTER, beside(5, 63), boxOf(LETTER.right + 5, 68, 2, 4), ...DUST)).toEqual(DUST); // a semicolon
  });

  it('are no parts of larger ink', () => {
    const teeth = Array.from({ length: 5 }, (_, index) => boxOf(100 + index * 4, 50, 2, 3));
    expect(specksOf(boxOf(100, 53, 18, 8), ...teeth, ...DUST)).toEqual(DUST);
  });

  it('are taken off the page as it lies flat, and off its picture at full size', () => {
    const flat = pageWith(LETTER, DUST[0] as FlatBox);
    const full = { width: 600, height: 400, data: new Uint8Array(600 * 400).fill(40) };
    const flattening = {
      toPicture: (x: number, y: number) => [x, y] as [number, number],
      toFlat: () => [0, 0] as [number, number],
    };
    const page = { flat, full, factor: 2, ground: { columns: 0, rows: 0, tiles: new Float32Array() }, flattening };
    const clean = withoutSpecks(page, [DUST[0] as FlatBox]);
    expect(clean.flat).toEqual(pageWith(LETTER));
    const at = (x: number, y: number) => clean.full.data[y * 600 + x];
    expect([at(21, 338), at(22, 338), at(29, 345), at(30, 345), at(29, 346)]).toEqual([40, 255, 255, 40, 40]);
    expect(full.data.every((value) => value === 40)).toBe(true);
  });
});
