import { withoutBlanks } from './white-space.js';
import { bareNumber, type BareNumber } from './written-number.js';

/** What a cell that should hold a number holds. */
export type NumberReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly decimals: number;
      /** The number as it was read, where a character of it was taken for another one. */
      readonly repaired: string | null;
      /** The unit behind the number, as printed. */
      readonly unit: string | null;
      /** What the form writes for a minus, where it is no plain one. */
      readonly negative: string | null;
    }
  | { readonly kind: 'none' } // blank, or a sign for "not applicable"
  | { readonly kind: 'unreadable' };

const NOT_APPLICABLE = /^(?:[-—–―－─_/\\／＼.·、一~～]+|无|不适用|N\/?A|空)?$/i;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** A comma where the point stands: before two decimals, alone or behind thousands that points part. */
const DECIMAL_COMMA = /^(-?(?:\d+|\d{1,3}(?:\.\d{3})+)),(\d\d)$/;
/** Letters that readers put for digits. A number that holds one is read, and the change is recorded. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', 〇: '0', l: '1', I: '1', '|': '1', 丨: '1' };
const NONE: NumberReading = { kind: 'none' };
const UNREADABLE: NumberReading = { kind: 'unreadable' };
/** More digits than this are no number that a double holds exactly. */
const MAX_DIGITS = 15;

function parse(bare: string): { value: number; decimals: number } | null {
  if (!PLAIN.test(bare) && !GROUPED.test(bare)) return null;
  const digits = bare.replace(/,/g, '');
  if (digits.replace(/\D/g, '').length > MAX_DIGITS) return null;
  return { value: Number(digits), decimals: digits.split('.')[1]?.length ?? 0 };
}

/** The number with the characters that readers take for another one put right; the same text where there is none. */
const withLookalikes = (text: string) =>
  text.replace(/[OoIl|〇丨]/g, (letter) => LOOKALIKES[letter] ?? letter).replace(/[。．·](?=\d)/g, '.');

function reread({ text, unit }: BareNumber): { number: { value: number; decimals: number }; repaired: string } | null {
  if (!/\d/.test(text)) return null;
  const bare = withLookalikes(text).replace(
    DECIMAL_COMMA,
    (_, whole: string, decimals: string) => `${whole.replaceAll('.', '')}.${decimals}`,
  );
  const number = bare === text ? null : parse(bare);
  return number && { number, repaired: bare + (unit ?? '') };
}

function read(text: string): NumberReading {
  const bare = bareNumber(text);
  if (NOT_APPLICABLE.test(withoutBlanks(bare.text + (bare.unit ?? '')))) return NONE;
  const { unit, negative } = bare;
  const plain = parse(bare.text);
  if (plain) return { kind: 'number', ...plain, repaired: null, unit, negative };
  const second = reread(bare);
  return second ? { kind: 'number', ...second.number, repaired: second.repaired, unit, negative } : UNREADABLE;
}

/** Longer texts are prose. Room for blanks between digits and for a unit. */
const LONGEST = 48;
/** Numbers recur (10.00, 100.00, -); the memory is emptied rather than let grow. */
const REMEMBERED = 20_000;
const seen = new Map<string, NumberReading>();

/**
 * Reads a number cell: `311.00`, `1,234,567.89`, `95.3%`, `10分`, `１０`, `'311.00`, `¥311.00`, `（311.00）`; blank, `-`, `—`, `/`, `无`
 * are none. Two numbers in one cell, or words, are unreadable: nothing is guessed.
 */
export function numberOf(text: string): NumberReading {
  if (text.length > LONGEST) return UNREADABLE;
  const known = seen.get(text);
  if (known) return known;
  if (seen.size >= REMEMBERED) seen.clear();
  const reading = read(text);
  seen.set(text, reading);
  return reading;
}

/** A colon before two decimals. */
// eslint-disable-next-line regexp/no-super-linear-move -- a number, 48 characters at most
const SPECKED_POINT = /(?<=^\d[\d,]*)[:：](?=\d\d[%％]?$)/;

/** The text of a number whose point readers took for a colon, as they do where a speck stands above it; null for any other text. */
export function withPointForColon(text: string): string | null {
  const bare = text.trim();
  if (bare.length > LONGEST) return null;
  return SPECKED_POINT.test(bare) ? bare.replace(SPECKED_POINT, '.') : null;
}
