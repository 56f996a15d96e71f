import { yearIn } from '../normalize/forms/find-forms.js';
import { numberOf } from '../normalize/text/number.js';
import { comparable } from '../normalize/rows/readings.js';
import type { CellReading } from '../schema/sheet.js';
import { FUNDS_NUMBERS, POINTS } from '../schema/number-fields.js';
import { THRESHOLDS } from './reading-thresholds.js';

/**
 * What the readers of a picture say of one leaf, together. `agreed`: two of them read the value, and no two read another one.
 * `disagreed`: another value was read as well. `alone`: nobody else read it.
 */
export type Agreement = 'agreed' | 'disagreed' | 'alone';

/** Numbers are compared by their value (10.0 and 10.00 are the same), everything else by its text. */
export function comparableNumber(text: string): string {
  const read = numberOf(text);
  if (read.kind === 'number') return String(read.value);
  return read.kind === 'none' ? '' : comparable(text);
}

/** How far the readings bear out the first of them, the chosen one. `key` makes texts that say the same the same. */
export function agreementOf(readings: readonly CellReading[], key: (text: string) => string = comparable): Agreement {
  const [chosen] = readings;
  if (chosen === undefined) return 'alone';
  const witnesses = readings.filter(
    (reading, index) => index === 0 || (reading.confidence >= THRESHOLDS.witness && reading.by !== chosen.by),
  );
  const readersOf = (value: string) =>
    new Set(readings.filter(({ text }) => key(text) === value).map(({ by }) => by)).size;
  const value = key(chosen.text);
  const others = [...new Set(witnesses.map(({ text }) => key(text)))].filter((other) => other !== value);
  const borneOut = witnesses.some(({ by, text }) => by !== chosen.by && key(text) === value);
  if (borneOut) return others.some((other) => readersOf(other) > 1) ? 'disagreed' : 'agreed';
  return others.length > 0 ? 'disagreed' : 'alone';
}

/** The leaves that hold one number: amounts, rates, weights, scores, totals. */
const NUMBER_PATH = new RegExp(
  `^(?:funds\\[\\d+\\]\\.(?:${FUNDS_NUMBERS.join('|')})|indicators\\[\\d+\\]\\.(?:${POINTS.join('|')})|total(?:Weight|Score))$`,
);

/** The year that a line states, whatever else it says. */
const comparableYear = (text: string) => String(yearIn(comparable(text)) ?? comparable(text));

/** How the readings of a leaf are compared: as numbers where it holds one. */
export function keyFor(path: string): (text: string) => string {
  if (path === 'year') return comparableYear;
  return NUMBER_PATH.test(path) ? comparableNumber : comparable;
}
