import { type Direction, type Glyph, PLAIN_STYLE } from '../geometry/glyph.js';
import type { Box } from '../../schema/sheet.js';
import type { OcrWord } from './ocr-page.js';

/** In ems: how wide a character is, and how far the middle of its ink stands above its baseline. */
const [WIDE, NARROW] = [1, 0.5];
const MIDDLE = 0.38;
/** In ems: the height of a digit's or a capital's ink. */
const DIGIT_HEIGHT = 0.72;
const NARROW_CHARACTER = /[\u0020-\u024f\u2010-\u2027\uff61-\uffdc]/;
const IS_WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]/;
const IS_DIGIT = /[\p{Nd}\p{Lu}]/u;
/** Sizes that differ by less than these factors are one: heights of ink are not exact. */
const [A_LITTLE_SMALLER, A_LITTLE_LARGER] = [0.7, 1.4];
/** Points, where no word tells: the text of most forms. */
const USUAL_SIZE = 10;
/** How much higher than wide for its characters a word is whose characters stand below each other. */
const UPRIGHT_STACK = 1.5;

const widthOf = (text: string) => (NARROW_CHARACTER.test(text) ? NARROW : WIDE);
const unitsOf = (characters: readonly string[]) => characters.reduce((sum, each) => sum + widthOf(each), 0);

/**
 * The characters of words as glyphs, as if a page had drawn them: a word's box is divided by the widths that characters have. Its height is that
 * of its ink alone, so that the size comes from the width of Chinese characters, or the height of digits. `textObject` is the word's index.
 */
export function glyphsOfWords(words: readonly OcrWord[]): Glyph[] {
  const told = words.map(sizeOf);
  const usual = medianOf(told.filter((size) => size !== null)) ?? USUAL_SIZE;
  const isUsual = (size: number) => size > A_LITTLE_SMALLER * usual && size < A_LITTLE_LARGER * usual;
  const sizes = told.map((size) => (size !== null && isUsual(size) ? usual : size));
  const byLine = new Map<number, number[]>();
  words.forEach(({ line }, index) => {
    const size = sizes[index];
    if (size != null) byLine.set(line, [...(byLine.get(line) ?? []), size]);
  });
  const lineSizes = new Map([...byLine].map(([line, all]) => [line, medianOf(all) ?? usual]));
  return words.flatMap((word, index) => glyphsOf(word, index, sizes[index] ?? lineSizes.get(word.line) ?? usual));
}

/** Of one word; null where its characters do not tell. */
function sizeOf({ text, box, direction }: OcrWord): number | null {
  const characters = Array.from(text);
  const [along, across] = extentOf(box, directionOf(text, box, direction));
  if (characters.some((each) => IS_WIDE.test(each))) return along / unitsOf(characters);
  return characters.some((each) => IS_DIGIT.test(each)) ? across / DIGIT_HEIGHT : null;
}

const extentOf = ([x0, y0, x1, y1]: Box, { isDown, direction }: Course): [number, number] =>
  isDown || direction % 2 === 1 ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0];

interface Course {
  readonly direction: Direction;
  readonly isDown: boolean;
}

/** Where the file does not say it, Chinese characters in a box that is high for them stand below each other. */
function directionOf(text: string, [x0, y0, x1, y1]: Box, direction: OcrWord['direction']): Course {
  const characters = Array.from(text);
  const isStack = characters.length > 1 && characters.every((each) => IS_WIDE.test(each));
  if (direction === null && isStack && y1 - y0 > UPRIGHT_STACK * (x1 - x0)) return { direction: 1, isDown: true };
  return { direction: direction ?? 0, isDown: false };
}

function glyphsOf(word: OcrWord, index: number, size: number): Glyph[] {
  const { text, box } = word;
  const [x0, y0, x1, y1] = box;
  const characters = Array.from(text);
  const course = directionOf(text, box, word.direction);
  const { direction, isDown } = course;
  const [length] = extentOf(box, course);
  const unit = length / Math.max(NARROW, unitsOf(characters));
  const [centreX, centreY] = [(x0 + x1) / 2, (y0 + y1) / 2];
  let at = 0;
  return characters.map((character): Glyph => {
    const advance = unit * (isDown ? WIDE : widthOf(character));
    const from = at;
    at += advance;
    const base = MIDDLE * size;
    const half = size / 2;
    const shared = {
      text: character,
      advance,
      size,
      direction,
      isVertical: isDown,
      textObject: index,
      order: index,
      style: PLAIN_STYLE,
    };
    if (isDown)
      return { ...shared, box: [centreX - half, y0 + from, centreX + half, y0 + at], x: centreX, y: y0 + from };
    switch (direction) {
      case 0:
        return {
          ...shared,
          box: [x0 + from, centreY - half, x0 + at, centreY + half],
          x: x0 + from,
          y: centreY + base,
        };
      case 1:
        return {
          ...shared,
          box: [centreX - half, y0 + from, centreX + half, y0 + at],
          x: centreX - base,
          y: y0 + from,
        };
      case 2:
        return {
          ...shared,
          box: [x1 - at, centreY - half, x1 - from, centreY + half],
          x: x1 - from,
          y: centreY - base,
        };
      case 3:
        return {
          ...shared,
          box: [centreX - half, y1 - at, centreX + half, y1 - from],
          x: centreX + base,
          y: y1 - from,
        };
    }
  });
}

function medianOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}
