import { numberOf } from '../../src/normalize/text/number.js';
import type { Random } from '../damage/random.js';

/** Digits that OCR takes for one another. Any other exchange is as good as never met, but is made as well, at times. */
const ALIKE: Readonly<Record<string, string>> = {
  0: '689',
  1: '74',
  2: '7',
  3: '8',
  4: '1',
  5: '6',
  6: '058',
  7: '12',
  8: '036',
  9: '0',
};
/** Of ten misread digits, so many look like the one that was read. */
const LOOK_ALIKE_IN_TEN = 7;
/** Of ten misread numbers, so many have one digit for another; in the others, a sign is lost, moved or doubled. */
const DIGIT_IN_TEN = 8;

function withOtherDigit(text: string, random: Random): string {
  const at = random.pick([...text.matchAll(/\d/g)].map(({ index }) => index));
  const digit = text.charAt(at);
  const others = random.int(10) < LOOK_ALIKE_IN_TEN ? (ALIKE[digit] ?? '') : '0123456789'.replace(digit, '');
  return text.slice(0, at) + random.pick(Array.from(others)) + text.slice(at + 1);
}

function withOtherSigns(text: string, random: Random): string {
  const at = random.int(text.length);
  return random.pick([
    text.replace('.', ''),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + text.charAt(at) + text.slice(at),
  ]);
}

const valueOf = (text: string) => {
  const read = numberOf(text);
  return read.kind === 'number' ? read.value : null;
};

/** The text of a number as a reader may give it: another number, by one digit or sign; and not what `besides` says. */
export function misreading(text: string, random: Random, besides = text): string {
  for (;;) {
    const other = random.int(10) < DIGIT_IN_TEN ? withOtherDigit(text, random) : withOtherSigns(text, random);
    if (![null, valueOf(text), valueOf(besides)].includes(valueOf(other))) return other;
  }
}
