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
  const columns = Array.from({ length: picture.width }, (_, column) => inkIn(picture, column));
  const dots: number[] = [];
  let from = -1;
  for (let column = 0; column <= picture.width; column += 1) {
    if (columns[column]) {
      if (from < 0) from = column;
      continue;
    }
    if (from >= 0 && column - from <= LARGEST * PRINT_HEIGHT && isMiddleDot(columns, from, column))
      dots.push((from + column) / 2);
    from = -1;
  }
  return dots;
}

/** From the first row with ink to behind the last. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
}

function inkIn({ width, height, data }: Grey, column: number): Extent | null {
  let [top, bottom] = [-1, -1];
  for (let row = 0; row < height; row += 1) {
    if ((data[row * width + column] as number) > INK) continue;
    if (top < 0) top = row;
    bottom = row + 1;
  }
  return top < 0 ? null : { top, bottom };
}

function isMiddleDot(columns: readonly (Extent | null)[], from: number, to: number): boolean {
  const dot = extentOf(columns.slice(from, to));
  const reach = Math.round(AROUND * PRINT_HEIGHT);
  const around = extentOf([...columns.slice(Math.max(0, from - reach), from), ...columns.slice(to, to + reach)]);
  if (dot === null || around === null || dot.bottom - dot.top > LARGEST * PRINT_HEIGHT) return false;
  const place = ((dot.top + dot.bottom) / 2 - around.top) / (around.bottom - around.top);
  return place >= MIDDLE[0] && place <= MIDDLE[1];
}

function extentOf(columns: readonly (Extent | null)[]): Extent | null {
  const inked = columns.filter((column) => column !== null);
  if (inked.length === 0) return null;
  return { top: Math.min(...inked.map(({ top }) => top)), bottom: Math.max(...inked.map(({ bottom }) => bottom)) };
}
