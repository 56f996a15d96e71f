import { describe, expect, it } from 'vitest';
import { isNumeral, onOneLine } from '../../../src/extract/scan/number-strips.js';
import { STRIP_HEIGHT } from '../../../src/extract/scan/strips.js';

describe('numbers on one line', () => {
  it.each(['10', '95.30', '100.00%', '1,234.5', '-3', '(12)', '≥95', '=3', '（12）', '99.8（%）'])(
    '%s is a number',
    (text) => {
      expect(isNumeral(text)).toBe(true);
    },
  );

  it.each(['', '-', '—', '.', '%', '12家', 'O.5', '2023年'])('%j is none', (text) => {
    expect(isNumeral(text)).toBe(false);
  });

  it('stand side by side, with white behind each', () => {
    const strip = (width: number, value: number) => ({
      width,
      height: STRIP_HEIGHT,
      data: new Uint8Array(width * STRIP_HEIGHT).fill(value),
    });
    const line = onOneLine([strip(5, 10), strip(3, 20)]);
    const row = [
      ...Array<number>(5).fill(10),
      ...Array<number>(20).fill(255),
      20,
      20,
      20,
      ...Array<number>(20).fill(255),
    ];
    expect([line.width, line.height]).toEqual([48, STRIP_HEIGHT]);
    expect(line.data).toEqual(Uint8Array.from(Array<number[]>(STRIP_HEIGHT).fill(row).flat()));
  });

  it('are nothing where there is none', () => {
    expect(onOneLine([])).toEqual({ width: 0, height: STRIP_HEIGHT, data: new Uint8Array() });
  });
});
