import { describe, expect, it } from 'vitest';
import { beginningOf, characterWidth, isWrapped } from '../../../../src/extract/scan/layout/wrapping.js';

const LINE = 20;
/** A cell of ten characters with its padding, and lines of so many pixels in it. */
const within = { left: 0, top: 0, right: 232, bottom: 100 };
const linesOf = (...lengths: number[]) =>
  lengths.map((length, index) => ({ left: 5, top: index * 25, right: 5 + length, bottom: index * 25 + LINE }));

describe('a line', () => {
  it('goes on in the next one where nothing more had fitted on it', () => {
    const lines = linesOf(200, 120);
    expect(isWrapped(lines, 0, within, characterWidth(LINE), LINE)).toBe(true);
  });

  it('ends where the next one’s beginning had fitted on it', () => {
    expect(isWrapped(linesOf(150, 120), 0, within, characterWidth(LINE), LINE)).toBe(false);
  });

  it('goes on before a word that had not fitted, though a character had', () => {
    const lines = linesOf(150, 120);
    expect(isWrapped(lines, 0, within, beginningOf('2023-11', LINE), LINE)).toBe(false);
    expect(isWrapped(lines, 0, within, beginningOf('1000000.00元', LINE), LINE)).toBe(true);
  });

  it('goes on nowhere where it is the last', () => {
    expect(isWrapped(linesOf(200), 0, within, characterWidth(LINE), LINE)).toBe(false);
  });

  it('has its longest neighbour’s room, where the cell says less', () => {
    const narrow = { ...within, right: 100 };
    expect(isWrapped(linesOf(190, 200, 50), 0, narrow, characterWidth(LINE), LINE)).toBe(true);
  });
});

describe('the beginning of a text', () => {
  it.each([
    ['绩效', 21],
    ['（绩效', 32],
    ['95.30%的', 66],
    ['“A区', 22],
    ['', 21],
  ])('of %j is %i pixels wide', (text, width) => {
    expect(beginningOf(text, LINE)).toBeCloseTo(width, 6);
  });
});
