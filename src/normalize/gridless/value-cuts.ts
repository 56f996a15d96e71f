import { halfWidth } from '../text/characters.js';
import { numberOf } from '../text/number.js';
import { piecesOf, type Borders } from './borders.js';
import type { Span } from './running-text.js';

/** Ways to cut one row's numbers that are tried at most. */
const MOST_WAYS = 4000;
const DASH = /[-—–/]/;
const NUMBER = /^\d{1,12}(?:\.\d{1,6})?/;
/** Digits before the point of the largest amount. */
const MOST_DIGITS = 12;
/** Digits behind the point. */
const MOST_DECIMALS = 2;

/** Digits and signs of one row's numbers side by side; more of them are no row's, and stay one text. */
const LONGEST_RUN = 200;
const RUN = /^[\d.%％—–/-]*/;

const isOdd = (number: string) => /^0\d/.test(number);

/** The numbers that a run of digits may begin with, `260.00` of `260.00248.60`: each length, those of two decimals first. */
function numbersAt(text: string): string[] {
  const whole = /^\d+/.exec(text)?.[0] ?? '';
  const found: string[] = [];
  if (text.charAt(whole.length) === '.') {
    const decimals = /^\d+/.exec(text.slice(whole.length + 1))?.[0] ?? '';
    for (let length = Math.min(MOST_DECIMALS, decimals.length); length >= 1; length--)
      found.push(text.slice(0, whole.length + 1 + length));
  }
  for (let length = Math.min(whole.length, MOST_DIGITS); length >= 1; length--) {
    if (length === whole.length && text.charAt(length) === '.') continue;
    found.push(whole.slice(0, length));
  }
  return found
    .filter((number) => !isOdd(number))
    .map((number) => (text.startsWith('%', number.length) ? `${number}%` : number));
}

/** The ways to cut a text without any border into numbers and signs for none; what is neither is one text at the end. */
function gluedCuts(text: string, most: number): number[][] {
  const ways: number[][] = [];
  const cut = (at: number, ends: readonly number[]): void => {
    if (ways.length >= MOST_WAYS) return;
    if (at >= text.length) {
      ways.push([...ends]);
      return;
    }
    if (ends.length >= most) return;
    const rest = text.slice(at);
    if (DASH.test(rest.charAt(0))) cut(at + 1, [...ends, at + 1]);
    else if (NUMBER.test(rest))
      for (const number of numbersAt(rest)) cut(at + number.length, [...ends, at + number.length]);
    else cut(text.length, [...ends, text.length]);
  };
  cut(0, []);
  return ways;
}

/** The ways to cut what stands behind a row's label into at most `most` cells. */
export function valueCuts(borders: Borders, span: Span, most: number): Span[][] {
  if (span.from >= span.to) return [[]];
  if (borders.separation === 'glued') {
    const printed = borders.running.text.slice(span.from, span.to);
    const folded = halfWidth(printed);
    const text = folded.length === printed.length ? folded : printed;
    if ((RUN.exec(text)?.[0].length ?? 0) > LONGEST_RUN) return [[span]];
    return gluedCuts(text, most).map((ends) =>
      ends.map((end, index) => ({ from: span.from + (ends[index - 1] ?? 0), to: span.from + end })),
    );
  }
  const pieces = piecesOf(borders, span);
  const isText = ({ from, to }: Span) => numberOf(borders.running.text.slice(from, to)).kind === 'unreadable';
  const joined: Span[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (borders.separation !== 'lines' && last && isText(last) && (isText(piece) || joined.length >= most))
      joined[joined.length - 1] = { from: last.from, to: piece.to };
    else joined.push(piece);
  }
  return [joined];
}
