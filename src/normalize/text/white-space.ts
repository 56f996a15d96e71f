/**
 * White space that a layout put there: between Chinese characters, between Chinese and Latin or digits, where a line wraps.
 * What stays: one space between Latin words, and after their punctuation.
 */

const BLANKS = /[ \t\n]+/g;
const WORD = /[A-Za-z0-9]/;
const LETTER = /[A-Za-z]/;
const CLOSING = /[,;:.!?)\]]/;

function separates(before: string, blanks: string, after: string): boolean {
  if (WORD.test(before) && WORD.test(after)) {
    // A line that wraps inside a number is one number, unless a blank says that it ends there; between words it stands for a space.
    return blanks !== '\n' || (LETTER.test(before) && LETTER.test(after));
  }
  return CLOSING.test(before) && LETTER.test(after);
}

/** The text without the blanks that are layout. Idempotent; drops nothing but blanks. */
export function withoutLayoutBlanks(text: string): string {
  const trimmed = text.trim();
  if (!/[ \t\n]/.test(trimmed)) return trimmed;
  return trimmed.replace(BLANKS, (blanks, offset: number) =>
    separates(trimmed.charAt(offset - 1), blanks, trimmed.charAt(offset + blanks.length)) ? ' ' : '',
  );
}

/** Digits that stand apart one by one, `1 0 0`. */
const SINGLE_DIGITS = /(?<![\d.])\d(?: (?:\d|\.)(?![\d.]))+/g;

/** Digits that a reader set apart, one by one, as the number that they are. Two numbers side by side stay two. */
export function joinSpacedDigits(text: string): string {
  return text.replace(SINGLE_DIGITS, (digits) => digits.replace(/ /g, ''));
}

/** Every blank removed: for headings, labels and values, which are never Latin prose. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
