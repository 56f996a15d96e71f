import type { Grey } from '../raster/raster.js';
import type { LineReading } from '../readers/ocr-engine.js';
import { inkBetween } from '../line-images/ink.js';
import { PRINT_HEIGHT } from '../line-images/line-image.js';

/** A Han character, and what is set as wide as one; all other characters are half as wide. */
const HAN = /\p{Script=Han}/u;
const WIDE = /[^\x20-\x7e]|%/u;
/** So many pairs of Han characters tell how far apart they are set. */
const PAIRS = 3;
/** By the width of a Han character: what is left between two characters at least where one more stands; and at their edges, what may be theirs. */
const GAP = 0.7;
const EDGE = 0.12;
/** Pixels of the smallest sign: a comma, or the ring of a full stop, which is faint. */
const SMALLEST = 36;

/**
 * True where print stands between two characters that a reader saw, or before or behind them, which it has none for: readers leave out
 * commas, and characters at the end of a short line. False where the reader does not tell where its characters are.
 */
export function hasUnreadPrint({ text, places = [] }: LineReading, picture: Grey): boolean {
  const all = Array.from(text);
  if (all.length !== places.length) return false;
  // A reader may see a blank where it leaves something out.
  const seen = all.flatMap((character, at) =>
    character.trim() === '' ? [] : [{ character, middle: (places[at] as number) * picture.width }],
  );
  if (seen.length === 0) return false;
  const [characters, middles] = [seen.map(({ character }) => character), seen.map(({ middle }) => middle)];
  const wide = widthOfHan(characters, middles);
  const halves = characters.map((character) => (WIDE.test(character) ? wide : wide / 2) / 2);
  const edge = EDGE * wide;
  const ends = middles.map((middle, at) => middle + (halves[at] as number) + edge);
  const starts = middles.map((middle, at) => middle - (halves[at] as number) - edge);
  return [0, ...ends].some((from, at) => {
    const to = starts[at] ?? picture.width;
    return to - from >= (GAP - 2 * EDGE) * wide && inkBetween(picture, from, to) >= SMALLEST;
  });
}

/** Pixels from a Han character to the next: the middle value of a line's; as wide as print is high where a line has too few. */
function widthOfHan(characters: readonly string[], middles: readonly number[]): number {
  const steps = characters
    .flatMap((character, at) =>
      at > 0 && HAN.test(character) && HAN.test(characters[at - 1] as string)
        ? (middles[at] as number) - (middles[at - 1] as number)
        : [],
    )
    .sort((a, b) => a - b);
  return steps.length >= PAIRS ? (steps[steps.length >> 1] as number) : PRINT_HEIGHT;
}
