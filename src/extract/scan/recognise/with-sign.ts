import type { CellReading } from '../../../schema/sheet.js';
import type { Grey } from '../raster/raster.js';
import { folded } from './same-reading.js';
import { signAt } from './sign-shape.js';

/** Signs of comparison as a reader writes them. */
const COMPARISON = /^[≥≤≧≦⩾⩽><＞＜﹥﹤=＝]/;
const LONE_SIGN = /^[≥≤><=/-]$/;
/** A reader that does not know a lone sign takes it for a letter, V say, or is not sure of what it takes it for. */
const LETTER = /^[A-Za-z]$/;
const UNSURE = 0.8;
/** Signs that readers write for another one too: > for ≥, - for =. And how sure they are believed of one whose strokes do not tell. */
const AMBIGUOUS = /^(?:[><＞＜﹥﹤]|[-—–－](?=\d))/;
const UNTOLD = 0.5;
/** How sure the form of a sign's strokes is. */
const SHAPE = 0.95;

export const isLoneSign = (text: string) => LONE_SIGN.test(text);

/**
 * A reading with the sign that its strip begins with told by its strokes, where the reader saw a sign of comparison or can't have known
 * one that stands alone: readers take ≤ for <, and ≥ for a letter.
 */
export function withSign(reading: CellReading, picture: Grey): CellReading {
  const { text, confidence } = reading;
  const startsWithSign = COMPARISON.test(text) || AMBIGUOUS.test(text);
  const isLone = text.length <= 1 && (startsWithSign || confidence < UNSURE || LETTER.test(text));
  if (!startsWithSign && !isLone) return reading;
  const found = signAt(picture, /\d/.test(text.charAt(0)));
  if (found === null) return AMBIGUOUS.test(text) ? { ...reading, confidence: Math.min(confidence, UNTOLD) } : reading;
  if (isLone) return { ...reading, text: found.sign, confidence: Math.max(confidence, SHAPE) };
  return COMPARISON.test(found.sign) ? { ...reading, text: found.sign + text.slice(1) } : reading;
}

/**
 * A reading as far as it bears out what others read: for nothing where it says the same, and strokes do not tell that its sign is the one
 * that is printed.
 */
export function asWitness(reading: CellReading, known: readonly CellReading[], picture: Grey): CellReading {
  const [sign] = AMBIGUOUS.exec(reading.text) ?? [];
  const saysTheSame = known.some(({ by, text }) => by !== reading.by && text === reading.text);
  if (sign === undefined || !saysTheSame || signAt(picture)?.sign === folded(sign)) return reading;
  return { ...reading, confidence: 0 };
}

/**
 * The sign that a strip begins with and its first reader left out: another reader saw something before the same digits. Null where none
 * did, or the strokes are no sign's.
 */
export function lostSign(first: string, other: string, picture: Grey): string | null {
  if (!/^\d/.test(first)) return null;
  const [digits, seen] = [folded(first), folded(other)];
  if (!seen.endsWith(digits) || !/^[^\d.]{1,2}$/.test(seen.slice(0, -digits.length))) return null;
  const found = signAt(picture);
  return found !== null && COMPARISON.test(found.sign) ? found.sign : null;
}

/** True where the strokes that a strip begins with are those of the sign that a text begins with. */
export function isSignSeen(text: string, picture: Grey): boolean {
  const sign = COMPARISON.exec(text)?.[0];
  return sign !== undefined && signAt(picture)?.sign === sign;
}
