import { describe, expect, it } from 'vitest';
import { isNumeral, onOneLine } from '../../../../src/extract/scan/line-images/numbers-side-by-side.js';
import { STRIP_HEIGHT } from '../../../../src/extract/scan/line-images/line-image.js';

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

  it('stand side by side without their margins, with white behind each', () => {
    const strip = (row: readonly number[]) => ({
      width: row.length,
      height: STRIP_HEIGHT,
      data: Uint8Array.from(Array<readonly number[]>(STRIP_HEIGHT).fill(row).flat()),
    });
    const white = (width: number) => Array<number>(width).fill(255);
    const line = onOneLine([strip([...white(9), 10, ...white(4), 10]), strip([20, 20, 20, ...white(30)])]);
    const row = [...white(2), 10, ...white(4), 10, ...white(32), 20, 20, 20, ...white(2), ...white(32)];
    expect([line.width, line.height]).toEqual([row.length, STRIP_HEIGHT]);
    expect(line.data).toEqual(strip(row).data);
  });

  it('are white where a strip has no ink', () => {
    const blank = { width: 9, height: STRIP_HEIGHT, data: new Uint8Array(9 * STRIP_HEIGHT).fill(255) };
    expect(onOneLine([blank]).data.every((value) => value === 255)).toBe(true);
  });

  it('are nothing where there is none', () => {
    expect(onOneLine([])).toEqual({ width: 0, height: STRIP_HEIGHT, data: new Uint8Array() });
  });
});
