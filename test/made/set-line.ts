import { STRIP_HEIGHT } from '../../src/extract/scan/line-images/line-image.js';
import { DrawnPage } from './drawn-page.js';

/** Pixels of a digit or a sign; a Han character is set twice as wide. */
const HALF = 18;
const MARGIN = 10;
/** From above: where digits and Han characters begin and end, where a point and a middle dot begin. */
const DIGITS = [14, 34] as const;
const HANS = [6, 42] as const;
const POINT = 30;
export const MIDDLE = 22;
const HAN = /\p{Script=Han}/u;

/** A strip with blocks for characters, points on the line and middle dots at half its height; and where each character's middle is. */
export function setLine(text: string): { picture: DrawnPage; places: number[]; middles: number[] } {
  const characters = Array.from(text);
  const widths = characters.map((character) => (HAN.test(character) ? 2 : 1) * HALF);
  const width = 2 * MARGIN + widths.reduce((sum, one) => sum + one, 0);
  const picture = new DrawnPage(width, STRIP_HEIGHT);
  const middles: number[] = [];
  let left = MARGIN;
  characters.forEach((character, at) => {
    const right = left + (widths[at] as number);
    const middle = (left + right) / 2;
    const [top, bottom] = HAN.test(character) ? HANS : DIGITS;
    if (character === '.') picture.fill(middle - 2, POINT, middle + 2, POINT + 4);
    else if (character === '·') picture.fill(middle - 2, MIDDLE, middle + 2, MIDDLE + 4);
    else if (character === '-') picture.fill(middle - 5, MIDDLE, middle + 5, MIDDLE + 3);
    else picture.fill(left + 2, top, right - 2, bottom);
    middles.push(middle);
    left = right;
  });
  return { picture, middles, places: middles.map((middle) => middle / width) };
}
