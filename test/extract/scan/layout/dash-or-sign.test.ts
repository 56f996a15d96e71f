import { describe, expect, it } from 'vitest';
import { cellInkOf, readInk } from '../../../../src/extract/scan/layout/cell-lines.js';
import { dashOrSign } from '../../../../src/extract/scan/layout/dash-or-sign.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const LINE = 20;
const CELL = { left: 10, top: 10, right: 310, bottom: 110 };
const THRESHOLD = 64;

/** What a cell's ink tells alone, and what it does with a look at paler and at darker ink. */
function looksAt(draw: (page: DrawnPage) => unknown) {
  const page = new DrawnPage(320, 120, 0);
  draw(page);
  const inkAt = (threshold: number) => cellInkOf(page, CELL, threshold);
  const ink = readInk(inkAt(THRESHOLD), LINE);
  return [ink, dashOrSign(ink, inkAt(THRESHOLD / 2), inkAt(1.5 * THRESHOLD), LINE)];
}

const print = (top: number, bottom: number) => ({ kind: 'print', lines: [{ left: 150, top, right: 162, bottom }] });

describe('a lone dash', () => {
  const below = (left: number, right: number, darkness: number) => (page: DrawnPage) =>
    page.fill(150, 52, 162, 54, 255).fill(left, 59, right, 61, darkness);

  it('is print with a stroke of its length in pale ink below it', () => {
    expect(looksAt(below(150, 162, 50))).toMatchObject([{ kind: 'dash' }, print(52, 61)]);
  });

  it.each([
    ['too pale', 150, 162, 20],
    ['longer', 100, 250, 50],
    ['shorter', 150, 155, 50],
  ])('stays one where that is %s', (_, left, right, darkness) => {
    expect(looksAt(below(left, right, darkness))).toMatchObject([{ kind: 'dash' }, { kind: 'dash' }]);
  });

  it('stays one with two strokes below it', () => {
    const more = (page: DrawnPage) => below(150, 162, 50)(page).fill(150, 63, 162, 65, 50);
    expect(looksAt(more)).toMatchObject([{ kind: 'dash' }, { kind: 'dash' }]);
  });

  it('stays one where the stroke below it is far away or thick', () => {
    const stroke = (top: number, bottom: number) => (page: DrawnPage) =>
      page.fill(150, 52, 162, 54, 255).fill(150, top, 162, bottom, 50);
    expect(looksAt(stroke(67, 69))).toMatchObject([{ kind: 'dash' }, { kind: 'dash' }]);
    expect(looksAt(stroke(57, 64))).toMatchObject([{ kind: 'dash' }, { kind: 'dash' }]);
  });

  const met = (page: DrawnPage) =>
    page.fill(150, 52, 162, 53, 230).fill(150, 53, 162, 55, 70).fill(150, 55, 162, 56, 220);

  it('is print where it falls apart into two strokes in darker ink, with dust in the cell too', () => {
    expect(looksAt(met)).toMatchObject([{ kind: 'dash' }, print(52, 56)]);
    expect(looksAt((page) => met(page).fill(250, 54, 252, 56, 200))).toMatchObject([{ kind: 'dash' }, print(52, 56)]);
  });

  it('is print where it goes on in pale ink, as the stem of a worn 7', () => {
    const seven = (page: DrawnPage) =>
      page.fill(150, 50, 159, 52, 200).fill(156, 52, 158, 56, 50).fill(154, 56, 157, 64, 50);
    const whole = { left: 150, top: 50, right: 159, bottom: 64 };
    expect(looksAt(seven)).toMatchObject([{ kind: 'dash' }, { kind: 'print', lines: [whole] }]);
    const parted = (page: DrawnPage) => page.fill(150, 50, 159, 52, 200).fill(155, 54, 158, 64, 50);
    expect(looksAt(parted)).toMatchObject([{ kind: 'dash' }, { kind: 'print', lines: [whole] }]);
  });

  it('stays one that is dark throughout, or falls apart beside itself', () => {
    const dash = (page: DrawnPage) => page.fill(150, 52, 162, 56, 230);
    expect(looksAt(dash)).toMatchObject([{ kind: 'dash' }, { kind: 'dash' }]);
    const worn = (page: DrawnPage) => dash(page).fill(155, 52, 157, 56, 70);
    expect(looksAt(worn)).toMatchObject([{ kind: 'dash' }, { kind: 'dash' }]);
  });
});
