import type { CellReading } from '../../../schema/sheet.js';
import type { Grey } from '../raster/raster.js';
import { asFarAsRead, readingOf } from './line-reading.js';
import { areMiddleDotsSeen } from './middle-dot.js';
import { NUMBERS_ON_A_LINE, onOneLine } from '../line-images/numbers-side-by-side.js';
import type { LineReading, OcrEngine } from '../readers/ocr-engine.js';
import type { Readers } from '../readers/readers.js';
import { likeOther } from './same-reading.js';
import type { StripPictures } from '../line-images/line-image.js';
import { asWitness, isSignSeen, lostSign, withSign } from './with-sign.js';

/** Numbers are read once more together; where a reader disagrees, each alone and cut closer by both. */
export async function confirmNumbers(
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
        known.push(asWitness({ ...reading, text: spelledAs(reading.text, known, picture) }, known, picture));
      else doubtful.push(index);
    });
  });
  await readEach(numbers, doubtful, doubtful.map(pictureAt), readings);
  const open = doubtful.filter((index) => !isAgreed(readings[index] ?? []));
  const closer = open.map((index) => (strips[index] as StripPictures).closer);
  await readEach(first, open, closer, readings);
  await readEach(numbers, open, closer, readings);
}

/** Texts are read once more, each alone; where the readers still differ, or see nothing, the first looks closer. */
export async function confirmText(
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
    const reading = readingOf(engine.name, line, picture);
    const main = known[0];
    const signed = asFarAsRead(engine.name === main?.by ? withSign(reading, picture) : reading, line, picture);
    const sign = main && engine.name !== main.by ? lostSign(main.text, reading.text, picture) : null;
    if (main && sign !== null) {
      const whole = sign + main.text;
      known.splice(0, 1, { ...main, text: whole });
      known.push({ ...reading, text: whole });
      return;
    }
    const spelled = { ...signed, text: spelledAs(signed.text, known, picture) };
    known.push(engine.name === main?.by ? spelled : asWitness(spelled, known, picture));
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
