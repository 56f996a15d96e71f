import type { CellReading } from '../../../schema/sheet.js';
import { bestFirst } from './best-reading.js';
import { lentFirst } from './lent-characters.js';
import { asFarAsRead, isPartly, readingOf } from './line-reading.js';
import { isNumeral } from '../line-images/numbers-side-by-side.js';
import { type LineReading, type OcrEngine, ReaderFailed } from '../readers/ocr-engine.js';
import { type Readers, withoutFirst } from '../readers/readers.js';
import { confirmNumbers, confirmText } from './second-look.js';
import type { StripPictures } from '../line-images/line-image.js';
import { isLoneSign, withSign } from './with-sign.js';

/** Below this the first reader is not believed alone. */
const SURE = 0.9;
/** Characters. Longer text with a number in it is prose; shorter is a target, a result, an amount. */
const SHORT = 16;

/** What was read, and the readers that failed while they were asked. */
export interface StripReadings {
  /** For each strip what every reader that was asked made of it, the best first. */
  readonly readings: readonly (readonly CellReading[])[];
  readonly failed: readonly ReaderFailed[];
}

/**
 * Reads strips. A reader that fails leaves its part to the other.
 *
 * @throws ReaderFailed where no reader is left
 */
export async function readStrips(strips: readonly StripPictures[], readers: Readers): Promise<StripReadings> {
  const failed: ReaderFailed[] = [];
  const { readings, left } = await readFirst(strips, readers, failed);
  const asked = { numbers: [] as number[], text: [] as number[] };
  const blank = readings.filter(([first]) => first?.text === '').length;
  const isNoise = blank > MOSTLY * strips.length;
  readings.forEach(([first], index) => {
    if (!first) return;
    const isNumber = isNumeral(first.text);
    if (isNumber) asked.numbers.push(index);
    if (first.text === '' ? !isNoise : isNumber ? isPartly(first) : needsSecondLook(first)) asked.text.push(index);
  });
  for (const confirm of [
    () => confirmNumbers(strips, readings, asked.numbers, left),
    () => confirmText(strips, readings, asked.text, left),
  ]) {
    try {
      await confirm();
    } catch (error) {
      if (!(error instanceof ReaderFailed)) throw error;
      failed.push(error);
    }
  }
  const alphabet = left.text === null ? null : ((await left.alphabet?.()) ?? null);
  const best = readings.map((of, index) => bestFirst(of, (strips[index] as StripPictures).whole));
  return { readings: best.map((of) => lentFirst(of, left.first.name, alphabet)), failed };
}

async function readFirst(
  strips: readonly StripPictures[],
  readers: Readers,
  failed: ReaderFailed[],
): Promise<{ readings: CellReading[][]; left: Readers }> {
  const pictures = strips.map(({ usual }) => usual);
  try {
    return { readings: byReader(readers.first, await readers.first.read(pictures), strips), left: readers };
  } catch (error) {
    const left = withoutFirst(readers);
    if (!(error instanceof ReaderFailed) || left === null) throw error;
    failed.push(error);
    return { readings: byReader(left.first, await left.first.read(pictures), strips), left };
  }
}

const byReader = (
  { name }: OcrEngine,
  lines: readonly LineReading[],
  strips: readonly StripPictures[],
): CellReading[][] =>
  lines.map((line, at) => {
    const picture = (strips[at] as StripPictures).whole;
    return [asFarAsRead(withSign(readingOf(name, line, picture), picture), line, picture)];
  });

/** Every strip has ink in it: where the first reader finds nothing, another may; but not on a page on which it finds hardly anything. */
const MOSTLY = 0.5;

function needsSecondLook(reading: CellReading): boolean {
  const { text, confidence } = reading;
  if (isLoneSign(text)) return isPartly(reading);
  return confidence < SURE || (/\d/.test(text) && text.length <= SHORT);
}
