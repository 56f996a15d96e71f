import { expect, it } from 'vitest';
import { cellTextOf } from '../../../src/extract/pdf/cell-text.js';
import { PLAIN_STYLE, type Glyph } from '../../../src/extract/geometry/glyph.js';

/** Points. */
const SIZE = 10;

/** A character set upright at a place, as drawn by a text object of its own. */
const glyph = (text: string, x: number, y: number, textObject: number): Glyph => ({
  text,
  x,
  y,
  box: [x, y - 8.8, x + SIZE, y + 1.2],
  advance: SIZE,
  size: SIZE,
  direction: 0,
  isVertical: false,
  textObject,
  order: 0,
  style: PLAIN_STYLE,
});
/** Characters in the order in which they are drawn, each at its place. */
const drawn = (...places: readonly (readonly [text: string, x: number, y: number])[]) =>
  places.map(([text, x, y], index) => glyph(text, x, y, index));

it.each([
  [
    'two columns of vertical writing',
    drawn(['产', 20, 20], ['出', 20, 30], ['指', 8, 20], ['标', 8, 30]),
    '产出\n指标',
  ],
  ['one character a line', drawn(['产', 20, 20], ['出', 20, 32], ['指', 20, 44], ['标', 20, 56]), '产\n出\n指\n标'],
  ['two characters a line', drawn(['产', 10, 20], ['出', 20, 20], ['指', 10, 32], ['标', 20, 32]), '产出\n指标'],
  ['characters from edge to edge', drawn(['６', 0, 20], ['４', 18, 20], ['．', 36, 20], ['０', 54, 20]), '６４．０'],
  ['two words of characters', drawn(['分', 0, 20], ['值', 10, 20], ['得', 40, 20], ['分', 50, 20]), '分值 得分'],
  ['two characters that stand apart', drawn(['优', 0, 20], ['良', 40, 20]), '优 良'],
])('%s', (_, glyphs, text) => {
  expect(cellTextOf(glyphs, [0, 0, 100, 100])).toBe(text);
});
