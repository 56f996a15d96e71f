import { halfWidth, plainCharacters } from './characters.js';
import { joinSpacedDigits, withoutBlanks } from './white-space.js';

/** What a cell that should hold a number holds. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number; readonly repaired: string | null }
  | { readonly kind: 'none' } // blank, or a sign for "not applicable"
  | { readonly kind: 'unreadable' };

const NOT_APPLICABLE = /^(?:[-—–―－─_/\\／＼.·、一~～]+|无|不适用|N\/?A|空)?$/i;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SUFFIX = /(?:%|分|万元|亿元|元)$/;
/** Letters that readers put for digits. A number that holds one is read, and the change is recorded. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', 〇: '0', l: '1', I: '1', '|': '1', 丨: '1' };
const NONE: NumberReading = { kind: 'none' };
const UNREADABLE: NumberReading = { kind: 'unreadable' };
/** More digits than this are no number that a double holds exactly. */
const MAX_DIGITS = 15;

/** Blanks that a number may hold: at its point, comma or unit, and before the last of two decimals. Any other parts two numbers. */
const BLANK_IN_NUMBER = /\s+(?=[.,%元分万亿])|(?<=[.,])\s+|(?<=\.\d)\s+(?=\d\s*$)/g;

const withoutWidths = (text: string) =>
  joinSpacedDigits(halfWidth(plainCharacters(text)).trim().replace(/\s+/g, ' ')).replace(BLANK_IN_NUMBER, '');

function parse(compact: string): { value: number; decimals: number } | null {
  const bare = compact.replace(SUFFIX, '');
  if (!PLAIN.test(bare) && !GROUPED.test(bare)) return null;
  const digits = bare.replace(/,/g, '');
  if (digits.replace(/\D/g, '').length > MAX_DIGITS) return null;
  return { value: Number(digits), decimals: digits.split('.')[1]?.length ?? 0 };
}

function read(text: string): NumberReading {
  const compact = withoutWidths(text);
  if (NOT_APPLICABLE.test(withoutBlanks(compact))) return NONE;
  const plain = parse(compact);
  if (plain) return { kind: 'number', ...plain, repaired: null };
  const repaired = compact
    .replace(/[OoIl|〇丨]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[。．·](?=\d)/g, '.');
  const reread = /\d/.test(compact) && repaired !== compact ? parse(repaired) : null;
  return reread ? { kind: 'number', ...reread, repaired } : UNREADABLE;
}

/** Longer texts are prose. Room for blanks between digits and for a unit. */
const LONGEST = 48;
/** Numbers recur (10.00, 100.00, -); the memory is emptied rather than let grow. */
const REMEMBERED = 20_000;
const seen = new Map<string, NumberReading>();

/**
 * Reads a number cell: `311.00`, `1,234,567.89`, `95.3%`, `10分`, `１０`; blank, `-`, `—`, `/`, `无` are none.
 * Two numbers in one cell, or words, are unreadable: nothing is guessed.
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
const SPECKED_POINT = /(?<=^\d[\d,]*)[:：](?=\d\d[%％]?$)/;

/** The text of a number whose point readers took for a colon, as they do where a speck stands above it; null for any other text. */
export function withPointForColon(text: string): string | null {
  const bare = text.trim();
  return SPECKED_POINT.test(bare) ? bare.replace(SPECKED_POINT, '.') : null;
}
