import type { CellReading } from '../../schema/sheet.js';
import { bestFirst } from './best-reading.js';
import type { Grey } from './grey.js';
import { areMiddleDotsSeen, withMiddleDots } from './middle-dot.js';
import { isNumeral, NUMBERS_ON_A_LINE, onOneLine } from './number-strips.js';
import { type LineReading, type OcrEngine, ReaderFailed } from './readers/ocr-engine.js';
import { likeOther } from './same-reading.js';
import { hasUnreadPrint } from './unread-print.js';
import { isLoneSign, isSignSeen, lostSign, withSign } from './with-sign.js';

/** The readers that are there. The first reads everything; the others what needs a second look. */
export interface Readers {
  readonly first: OcrEngine;
  /** For text that the first is not sure of, or that has numbers in it; null where there is one reader. */
  readonly text: OcrEngine | null;
  /** For numbers alone. */
  readonly numbers: OcrEngine | null;
}

/** A strip to be read. */
export interface StripPictures {
  /** At its full width: for looks at its strokes, and for a reader that is asked for it alone. */
  readonly whole: Grey;
  /** As it is read at first: narrow where it is long. */
  readonly usual: Grey;
  /** Set narrower, to be read beside others. */
  readonly narrow: Grey;
  /** Cut closer, for a second look. */
  readonly closer: Grey;
}

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
  return { readings: readings.map((of, index) => bestFirst(of, (strips[index] as StripPictures).whole)), failed };
}

/** The readers where the first fails: the other reads everything. Null where there is none. */
export const withoutFirst = (readers: Readers): Readers | null =>
  readers.text === null ? null : { ...readers, first: readers.text, text: null };

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
    return [asFarAsRead(withSign(readingOf(name, withMiddleDots(line, picture)), picture), line, picture)];
  });

const readingOf = (by: string, { text, confidence }: LineReading): CellReading => ({
  by,
  text: text.trim(),
  confidence,
});

/** How sure a reader is of a line at most that has print in it which it did not read. */
const PARTLY_READ = 0.5;

const asFarAsRead = (reading: CellReading, line: LineReading, picture: Grey): CellReading =>
  hasUnreadPrint(line, picture) ? { ...reading, confidence: Math.min(reading.confidence, PARTLY_READ) } : reading;

const isPartly = ({ confidence }: CellReading) => confidence <= PARTLY_READ;

/** Every strip has ink in it: where the first reader finds nothing, another may; but not on a page on which it finds hardly anything. */
const MOSTLY = 0.5;

function needsSecondLook(reading: CellReading): boolean {
  const { text, confidence } = reading;
  if (isLoneSign(text)) return isPartly(reading);
  return confidence < SURE || (/\d/.test(text) && text.length <= SHORT);
}

/** Numbers are read once more together; where a reader disagrees, each alone and cut closer by both. */
async function confirmNumbers(
  strips: readonly StripPictures[],
  readings: CellReading[][],
  indices: readonly number[],
  { first, numbers }: Readers,
): Promise<void> {
  if (numbers === null) return;
  const lines: number[][] = [];
  for (let start = 0; start < indices.length; start += NUMBERS_ON_A_LINE)
    lines.push(indices.slice(start, start + NUMBERS_ON_A_LINE));
  const pictureAt = (index: number) => (strips[index] as StripPictures).whole;
  const narrowAt = (index: number) => (strips[index] as StripPictures).narrow;
  const together = await numbers.read(lines.map((line) => onOneLine(line.map(narrowAt))));
  const doubtful: number[] = [];
  lines.forEach((line, at) => {
    const { text, confidence } = together[at] as LineReading;
    const words = text.split(/\s+/);
    line.forEach((index, place) => {
      const reading = { by: numbers.name, text: words[place] ?? '', confidence };
      const known = readings[index] ?? [];
      const picture = pictureAt(index);
      if (words.length === line.length && known.some((other) => saysTheSame(reading.text, other, picture)))
        known.push({ ...reading, text: spelledAs(reading.text, known, picture) });
      else doubtful.push(index);
    });
  });
  await readEach(numbers, doubtful, doubtful.map(pictureAt), readings);
  const open = doubtful.filter((index) => !isAgreed(readings[index] ?? []));
  const closer = open.map((index) => (strips[index] as StripPictures).closer);
  await readEach(first, open, closer, readings);
  await readEach(numbers, open, closer, readings);
}

async function confirmText(
  strips: readonly StripPictures[],
  readings: CellReading[][],
  indices: readonly number[],
  { first, text }: Readers,
): Promise<void> {
  const isRead = (index: number) => (readings[index] ?? []).some((reading) => reading.text !== '');
  if (text !== null)
    await readEach(
      text,
      indices,
      indices.map((index) => (strips[index] as StripPictures).whole),
      readings,
    );
  const open = indices.filter((index) => !isRead(index) || (text !== null && !isAgreed(readings[index] ?? [])));
  await readEach(
    first,
    open,
    open.map((index) => (strips[index] as StripPictures).closer),
    readings,
  );
}

async function readEach(
  engine: OcrEngine,
  indices: readonly number[],
  pictures: readonly Grey[],
  readings: CellReading[][],
): Promise<void> {
  const read = await engine.read(pictures);
  indices.forEach((index, at) => {
    const known = readings[index] ?? [];
    const picture = pictures[at] as Grey;
    const line = read[at] as LineReading;
    const reading = readingOf(engine.name, withMiddleDots(line, picture));
    const main = known[0];
    const signed = asFarAsRead(engine.name === main?.by ? withSign(reading, picture) : reading, line, picture);
    const sign = main && engine.name !== main.by ? lostSign(main.text, reading.text, picture) : null;
    if (main && sign !== null) {
      const whole = sign + main.text;
      known.splice(0, 1, { ...main, text: whole });
      known.push({ ...reading, text: whole });
    } else known.push({ ...signed, text: spelledAs(signed.text, known, picture) });
  });
}

/** The text in the spelling of a reading of the same picture that says the same. */
const spelledAs = (text: string, known: readonly CellReading[], picture: Grey) =>
  known.find((other) => saysTheSame(text, other, picture))?.text ?? likeOther(text, known[0]?.text ?? '');

const saysTheSame = (text: string, { text: other }: CellReading, picture: Grey) => {
  const seen = { isSignSeen: isSignSeen(other, picture), areMiddleDotsSeen: areMiddleDotsSeen(other, picture) };
  return likeOther(text, other, seen) === other;
};

/** True where two readers read the same. */
const isAgreed = (readings: readonly CellReading[]) =>
  readings.some((one) => readings.some((other) => other.by !== one.by && other.text === one.text));
