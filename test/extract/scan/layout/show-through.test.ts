import { describe, expect, it } from 'vitest';
import { shiningThrough } from '../../../../src/extract/scan/layout/show-through.js';
import { DrawnPage } from '../../../made/drawn-page.js';

/** Darkness of a page with lines of print, some of them so pale. */
function darkness(pale: number, isEdged = false) {
  const page = new DrawnPage(400, 300, 0);
  const line = (top: number, value: number) => {
    for (let left = 20; left < 360; left += 16) {
      if (isEdged) page.fill(left - 1, top - 1, left + 11, top + 11, value * 0.2);
      page.fill(left, top, left + 10, top + 10, value);
    }
  };
  for (let top = 20; top < 140; top += 24) line(top, 250);
  if (pale > 0) for (let top = 160; top < 280; top += 24) line(top, pale);
  return page;
}

describe('what shines through', () => {
  it('is pale throughout: its darkness, and a little more', () => {
    expect(shiningThrough(darkness(55), 250)).toBeCloseTo(60.5);
  });

  it('is nothing on a page with print only, though its edges are pale', () => {
    expect(shiningThrough(darkness(0), 250)).toBe(0);
    expect(shiningThrough(darkness(0, true), 250)).toBe(0);
  });

  it('is no shadow at the edge of the page', () => {
    expect(shiningThrough(darkness(0).fill(350, 0, 400, 300, 55), 250)).toBe(0);
  });

  it('is not grey print', () => {
    expect(shiningThrough(darkness(100), 250)).toBe(0);
  });
});
