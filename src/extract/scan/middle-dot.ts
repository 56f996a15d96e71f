import type { Grey } from './grey.js';
import type { LineReading } from './readers/ocr-engine.js';
import { PRINT_HEIGHT } from './strips.js';

/** How light a pixel of ink is at most. */
const INK = 170;
/** Of a line's height: the widest and highest dot. */
const LARGEST = 0.28;
/** Of the height of the print around it, from above: where the middle of a middle dot lies; a point's is below. */
const MIDDLE = [0.35, 0.6] as const;
/** In line heights: how far from its character's place a dot lies at most, and what around it tells how high the print is. */
const NEAR = 0.35;
const AROUND = 1.2;
/** Blank rows by which one line stands apart from the next. */
const APART = 3;

const HAN = /\p{Script=Han}/u;
const POINT = /^[.·]$/;

/**
 * A reading with its points written as middle dots where their ink stands at half the height of the print beside them: “7·18”, names as
 * 买买提·艾力. Readers write a point for both. A line without Chinese characters stays as it is: a number has no middle dot.
 */
export function withMiddleDots(line: LineReading, picture: Grey): LineReading {
  const { text, places = [] } = line;
  const characters = Array.from(text);
  if (!HAN.test(text) || !text.includes('.') || characters.length !== places.length) return line;
  const dots = middleDotsOf(picture);
  const isBetween = (at: number) =>
    at > 0 &&
    at < characters.length - 1 &&
    ![at - 1, at + 1].some((beside) => POINT.test(characters[beside] as string));
  const isMiddleDot = (at: number) =>
    dots.some((dot) => Math.abs(dot - (places[at] as number) * picture.width) <= NEAR * PRINT_HEIGHT);
  return {
    ...line,
    text: characters
      .map((character, at) => (character === '.' && isBetween(at) && isMiddleDot(at) ? '·' : character))
      .join(''),
  };
}

/** True where a strip has a middle dot for each that a text has: a reader that writes points for them means the same. */
export const areMiddleDotsSeen = (text: string, picture: Grey) =>
  text.includes('·') && middleDotsOf(picture).length >= text.split('·').length - 1;

/** The columns in which a strip has a dot at half the height of the print around it, and no other ink. */
function middleDotsOf(picture: Grey): number[] {
  const dots: number[] = [];
  let from = -1;
  for (let column = 0; column <= picture.width; column += 1) {
    const isInked = column < picture.width && inkedRows(picture, column, column + 1).includes(true);
    if (isInked && from < 0) from = column;
    if (isInked || from < 0) continue;
    if (column - from <= LARGEST * PRINT_HEIGHT && isMiddleDot(picture, from, column)) dots.push((from + column) / 2);
    from = -1;
  }
  return dots;
}

function isMiddleDot(picture: Grey, from: number, to: number): boolean {
  const rows = inkedRows(picture, from, to);
  const [top, bottom] = [rows.indexOf(true), rows.lastIndexOf(true) + 1];
  if (bottom - top > LARGEST * PRINT_HEIGHT) return false;
  const reach = Math.round(AROUND * PRINT_HEIGHT);
  const around = inkedRows(picture, Math.max(0, from - reach), Math.min(picture.width, to + reach));
  // Of this line alone: tips of the next one, or the rest of a rule, may stand at the edge of its strip.
  const isBlank = (row: number) => around.slice(Math.max(0, row), row + APART).every((isInked) => !isInked);
  let [first, last] = [top, bottom];
  while (first > 0 && !isBlank(first - APART)) first -= 1;
  while (last < around.length && !isBlank(last)) last += 1;
  const place = ((top + bottom) / 2 - first) / (last - first);
  return last - first >= PRINT_HEIGHT / 2 && place >= MIDDLE[0] && place <= MIDDLE[1];
}

/** Which rows have ink in some columns. */
function inkedRows({ width, height, data }: Grey, from: number, to: number): boolean[] {
  return Array.from({ length: height }, (_, row) =>
    data.subarray(row * width + from, row * width + to).some((value) => value <= INK),
  );
}
