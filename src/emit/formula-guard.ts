/** The mark that a guarded cell begins with. */
const GUARD = "'";

/** What makes a spreadsheet run a cell, also behind blanks or invisible characters; an apostrophe itself, so that the mark can be told apart. */
const RUNS = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠']|^[\t\r]/u;

const IDEOGRAPH = /^[\u4e00-\u9fff]/;

/** Digits with the signs of numbers, dates, times, fractions, money and exponents: a spreadsheet reads a value into it. */
const VALUE_LIKE = /^[(（]?[¥￥$]?[\d.０-９](?:[\d０-９.,:/\s-]|e[+-]?\d)*[%％]?[)）]?$/iu;

/** A number that a spreadsheet shows as it is written: at most 11 digits, no zeros at its ends; per cent whole or with two decimals. */
const SHOWN_AS_WRITTEN = /^(?:0|[1-9]\d{0,7})(?:\.\d{0,2}[1-9])?$|^(?:0|[1-9]\d{0,3})(?:\.\d\d)?%$/;

/**
 * A text as a spreadsheet must find it in a CSV cell to show it as text: `=100.00(%)` → `'=100.00(%)`.
 *
 * The mark is the apostrophe that OWASP's "CSV injection" page names. Measured with LibreOffice 7.4: without it
 * `=100.00(%)` becomes a formula that shows Err:509 and is lost on saving; with it the text stands there, the apostrophe before
 * it. A tab or a blank instead is invisible, but those two are stripped by some readers and the formula then runs
 * (CVE-2021-41270 is that); an `="…"` cell is a formula itself; a word joiner breaks every search.
 *
 * Texts that a spreadsheet would take for a number or a date and show differently are guarded too: `1-3` and `3/4` (a day),
 * `2023-11` (Nov-23), `0012`, `100.00`, `511324240000001234` and the id `12345678901e-003` (a power of ten).
 */
export function guard(text: string): string {
  if (IDEOGRAPH.test(text)) return text; // most cells, and by far the fastest test
  const changes = RUNS.test(text) || (VALUE_LIKE.test(text) && !SHOWN_AS_WRITTEN.test(text));
  return changes ? GUARD + text : text;
}

/** The text that {@link guard} was given: `unguard(guard(text)) === text` for every text. */
export function unguard(cell: string): string {
  return cell.startsWith(GUARD) ? cell.slice(GUARD.length) : cell;
}
