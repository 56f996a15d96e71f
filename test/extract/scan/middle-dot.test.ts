import { describe, expect, it } from 'vitest';
import { areMiddleDotsSeen, withMiddleDots } from '../../../src/extract/scan/middle-dot.js';
import { STRIP_HEIGHT } from '../../../src/extract/scan/strips.js';
import { DrawnPage } from '../../made/drawn-page.js';

/** Pixels of a digit or a sign; a Han character is set twice as wide. */
const HALF = 18;
const MARGIN = 10;
const HAN = /\p{Script=Han}/u;

/** A strip with blocks for characters, points on the line and middle dots at half its height; and where each character's middle is. */
function setting(text: string): { picture: DrawnPage; places: number[] } {
  const characters = Array.from(text);
  const widths = characters.map((character) => (HAN.test(character) ? 2 : 1) * HALF);
  const width = 2 * MARGIN + widths.reduce((sum, one) => sum + one, 0);
  const picture = new DrawnPage(width, STRIP_HEIGHT);
  const places: number[] = [];
  let left = MARGIN;
  characters.forEach((character, at) => {
    const right = left + (widths[at] as number);
    const middle = Math.round((left + right) / 2);
    if (character === '.') picture.fill(middle - 2, 30, middle + 2, 34);
    else if (character === '·') picture.fill(middle - 2, 22, middle + 2, 26);
    else if (character !== ' ')
      picture.fill(left + 2, HAN.test(character) ? 6 : 14, right - 2, HAN.test(character) ? 42 : 34);
    places.push(middle / width);
    left = right;
  });
  return { picture, places };
}

/** What is made of a printed text, for which a reader reads another of the same length. */
function madeOf(printed: string, read = printed.replaceAll('·', '.')): string {
  const { picture, places } = setting(printed);
  return withMiddleDots({ text: read, confidence: 1, places }, picture).text;
}

describe('middle dots', () => {
  it('are told from points by the height at which they stand', () => {
    for (const text of ['受7·18洪涝影响', '受7.18洪涝影响', '买买提·艾力', '投资12.5万元，9·18'])
      expect(madeOf(text)).toBe(text);
  });

  it('are not looked for in numbers', () => {
    expect(madeOf('7·18')).toBe('7.18');
  });

  it('are not the dots of an ellipsis, nor stand at the end of a line', () => {
    expect(madeOf('道路···')).toBe('道路...');
    expect(madeOf('道路·')).toBe('道路.');
  });

  it('are not told where the reader does not tell its characters’ places', () => {
    const { picture } = setting('受7·18洪涝');
    expect(withMiddleDots({ text: '受7.18洪涝', confidence: 1 }, picture).text).toBe('受7.18洪涝');
  });

  it('are points where tips of the next line stand at the edge of the strip', () => {
    const { picture, places } = setting('投资1234.5678万元');
    for (let x = 6; x < picture.width; x += 40) picture.fill(x, 46, x + 4, 48);
    expect(withMiddleDots({ text: '投资1234.5678万元', confidence: 1, places }, picture).text).toBe(
      '投资1234.5678万元',
    );
  });

  it('are seen where the strip has one for each in the text', () => {
    expect(areMiddleDotsSeen('受7·18洪涝', setting('受7·18洪涝').picture)).toBe(true);
    expect(areMiddleDotsSeen('受7·18洪涝', setting('受7.18洪涝').picture)).toBe(false);
    expect(areMiddleDotsSeen('受7.18洪涝', setting('受7·18洪涝').picture)).toBe(false);
  });
});
