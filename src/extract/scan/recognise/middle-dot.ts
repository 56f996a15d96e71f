import type { Grey } from '../raster/raster.js';
import type { LineReading } from '../readers/ocr-engine.js';
import { STRIP_INK } from '../line-images/ink.js';
import { PRINT_HEIGHT } from '../line-images/line-image.js';

/** Pixels. Less is a speck. */
const SMALLEST = 3;
/** Of a line's height: the widest and highest dot. */
const LARGEST = 0.28;
/** A dot is about as wide as high; a hyphen is not. */
const ROUND = 1.7;
/** Of the height of the print around it, from above: where the middle of a middle dot lies; a point's is below. */
const MIDDLE = [0.35, 0.6] as const;
/** In line heights: how far from its character's place a dot lies at most, and what around it tells how high the print is. */
const NEAR = 0.35;
const AROUND = 1.2;
/** Blank rows by which one line stands apart from the next. */
const APART = 3;

const HAN = /\p{Script=Han}/u;
const BETWEEN_DIGITS = /(?<=\d)[.·](?=\d)/g;

/**
 * A reading with the points between digits written as middle dots where their ink, all that stands there, is a dot at half the height of
 * the print beside it: “7·18”. Readers write a point for both. A line without Chinese characters stays as it is: a number has no middle dot.
 */
export function withMiddleDots(line: LineReading, picture: Grey): LineReading {
  const { text, places = [] } = line;
  if (!HAN.test(text) || !text.includes('.') || Array.from(text).length !== places.length) return line;
  const dots = dotsOf(picture);
  const dotsAt = (place: number) =>
    dots.filter(({ at }) => Math.abs(at - place * picture.width) <= NEAR * PRINT_HEIGHT);
  return {
    ...line,
    text: text.replace(BETWEEN_DIGITS, (point, at: number) => {
      const found = dotsAt(places[Array.from(text.slice(0, at)).length] as number);
      return found.length > 0 && found.every(({ isInMiddle }) => isInMiddle) ? '·' : point;
    }),
  };
}

/** True where a strip has as many middle dots as a text has between digits: a reader that writes points for them means the same. */
export function areMiddleDotsSeen(text: string, picture: Grey): boolean {
  const count = (text.match(BETWEEN_DIGITS) ?? []).filter((point) => point === '·').length;
  return count > 0 && dotsOf(picture).filter(({ isInMiddle }) => isInMiddle).length === count;
}

/** Ink of a dot's size with no other over or below it in this line: the column of its middle, and how high it stands. */
interface Dot {
  readonly at: number;
  readonly isInMiddle: boolean;
}

function dotsOf(picture: Grey): Dot[] {
  const dots: Dot[] = [];
  const inked = inkedColumns(picture);
  let from = -1;
  for (let column = 0; column <= picture.width; column += 1) {
    const isInked = inked[column] === 1;
    if (isInked && from < 0) from = column;
    if (isInked || from < 0) continue;
    const dot = column - from <= LARGEST * PRINT_HEIGHT ? dotIn(picture, from, column) : null;
    if (dot) dots.push(dot);
    from = -1;
  }
  return dots;
}

/** The dot that is the ink of some columns; null where that is a speck, a hyphen, a stroke, or stands apart from the line. */
function dotIn(picture: Grey, from: number, to: number): Dot | null {
  const rows = inkedRows(picture, from, to);
  const [top, bottom] = [rows.indexOf(true), rows.lastIndexOf(true) + 1];
  const [width, height] = [to - from, bottom - top];
  if (Math.min(width, height) < SMALLEST || height > LARGEST * PRINT_HEIGHT) return null;
  if (Math.max(width, height) > ROUND * Math.min(width, height)) return null;
  const reach = Math.round(AROUND * PRINT_HEIGHT);
  const around = inkedRows(picture, Math.max(0, from - reach), Math.min(picture.width, to + reach));
  // Of this line alone: tips of the next one, or the rest of a rule, may stand at the edge of its strip.
  const isBlank = (row: number) => around.slice(Math.max(0, row), row + APART).every((isInked) => !isInked);
  let [first, last] = [top, bottom];
  while (first > 0 && !isBlank(first - APART)) first -= 1;
  while (last < around.length && !isBlank(last)) last += 1;
  if (last - first < PRINT_HEIGHT / 2) return null;
  const place = ((top + bottom) / 2 - first) / (last - first);
  return { at: (from + to) / 2, isInMiddle: place >= MIDDLE[0] && place <= MIDDLE[1] };
}

/** Which rows have ink in some columns. */
function inkedRows({ width, height, data }: Grey, from: number, to: number): boolean[] {
  return Array.from({ length: height }, (_, row) =>
    data.subarray(row * width + from, row * width + to).some((value) => value < STRIP_INK),
  );
}

/** Which columns have ink. */
function inkedColumns({ width, data }: Grey): Uint8Array {
  const inked = new Uint8Array(width);
  for (let at = 0, column = 0; at < data.length; at += 1, column = column + 1 === width ? 0 : column + 1)
    if ((data[at] as number) < STRIP_INK) inked[column] = 1;
  return inked;
}
