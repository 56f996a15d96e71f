import { describe, expect, it } from 'vitest';
import { cellInkOf, readInk } from '../../../../src/extract/scan/layout/cell-lines.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const LINE = 20;
const CELL = { left: 10, top: 10, right: 310, bottom: 110 };
const THRESHOLD = 64;

/** What a cell holds when this is drawn on a flat page's darkness, beside the cell's own rules. */
function inkOf(draw: (page: DrawnPage) => unknown) {
  const page = new DrawnPage(320, 120, 0);
  page.fill(10, 9, 311, 12, 200).fill(10, 109, 311, 112, 200).fill(9, 10, 12, 111, 200).fill(309, 10, 312, 111, 200);
  draw(page);
  return readInk(cellInkOf(page, CELL, THRESHOLD), LINE);
}

const kindOf = (draw: (page: DrawnPage) => unknown) => inkOf(draw).kind;
const letter = (page: DrawnPage, left: number, top: number) =>
  page.fill(left, top, left + 18, top + 3, 255).fill(left + 7, top, left + 11, top + 20, 255);

describe('a cell', () => {
  it.each([
    ['nothing but its rules', () => undefined],
    ['specks', (page: DrawnPage) => page.fill(50, 40, 51, 42, 255).fill(90, 70, 92, 71, 255)],
    ['paper that is not quite white', (page: DrawnPage) => page.fill(30, 30, 200, 60, 40)],
    ['a rule that is thicker than usual', (page: DrawnPage) => page.fill(10, 10, 311, 15, 200)],
    [
      'a rule that lies a little askew',
      (page: DrawnPage) => page.fill(20, 12, 150, 14, 200).fill(150, 13, 300, 15, 200),
    ],
  ])('is empty that holds %s', (_, draw) => {
    expect(kindOf(draw)).toBe('empty');
  });

  it.each([
    ['-', 8],
    ['—', 18],
  ])('holds %s where its only ink is a stroke of %i pixels', (text, length) => {
    expect(inkOf((page) => page.fill(150, 58, 150 + length, 60, 255))).toMatchObject({ kind: 'dash', text });
  });

  it('holds a dash where one row of a blurred stroke is ink throughout, print where there are dots', () => {
    const blurred = (page: DrawnPage) =>
      page.fill(150, 59, 156, 60, 160).fill(153, 58, 154, 59, 70).fill(154, 60, 155, 61, 70);
    expect(inkOf(blurred)).toMatchObject({ kind: 'dash', text: '-' });
    const dots = (page: DrawnPage) =>
      page.fill(150, 58, 152, 60, 160).fill(153, 58, 155, 60, 160).fill(157, 59, 159, 61, 160);
    expect(kindOf(dots)).toBe('print');
  });

  it('holds a dash where the stroke lies askew, print where a blank row parts it', () => {
    const askew = (page: DrawnPage) =>
      page.fill(150, 57, 162, 59, 200).fill(156, 59, 168, 60, 200).fill(150, 57, 153, 58, 0);
    expect(inkOf(askew)).toMatchObject({ kind: 'dash' });
    expect(kindOf((page) => page.fill(150, 52, 162, 53, 230).fill(150, 56, 162, 57, 80))).toBe('print');
    expect(kindOf((page) => page.fill(150, 52, 162, 54, 90).fill(150, 55, 162, 57, 90))).toBe('print');
  });

  it('holds print where the stroke is too high for a dash, or has others below it', () => {
    expect(kindOf((page) => page.fill(150, 50, 160, 62, 255))).toBe('print');
    expect(kindOf((page) => page.fill(150, 52, 165, 54, 255).fill(150, 62, 165, 64, 255))).toBe('print');
  });

  it('holds its lines, each from its first ink to its last', () => {
    const ink = inkOf((page) => {
      letter(page, 30, 30);
      letter(page, 60, 30);
      letter(page, 30, 62);
    });
    expect(ink).toEqual({
      kind: 'print',
      lines: [
        { left: 30, right: 78, top: 30, bottom: 50 },
        { left: 30, right: 48, top: 62, bottom: 82 },
      ],
    });
  });

  it('holds the comma that a line begins with, and no speck as far before it', () => {
    const beginning = (mark: (page: DrawnPage) => unknown) => {
      const ink = inkOf((page) => {
        letter(page, 60, 30);
        letter(page, 90, 30);
        mark(page);
      });
      return ink.kind === 'print' ? ink.lines.map(({ left }) => left) : null;
    };
    expect(beginning((page) => page.fill(37, 44, 41, 49, 255))).toEqual([37]);
    expect(beginning((page) => page.fill(37, 44, 41, 46, 255))).toEqual([60]);
    expect(beginning((page) => page.fill(37, 32, 41, 37, 255))).toEqual([60]);
    expect(beginning((page) => page.fill(27, 44, 31, 49, 255))).toEqual([60]);
  });

  it('holds a character of two strokes as one line', () => {
    const ink = inkOf((page) => page.fill(60, 32, 74, 34, 255).fill(56, 46, 78, 48, 255));
    expect(ink).toMatchObject({ kind: 'print', lines: [{ left: 56, right: 78, top: 32, bottom: 48 }] });
  });
});
