import { numberOf } from '../../normalize/text/number.js';

/** Digits that readers take for one another, in pairs. Source: what OCR programs do to printed digits of 宋体 and its like. */
const PAIRS = ['17', '14', '27', '38', '06', '08', '68', '56', '09', '35', '89', '39', '12', '47', '58', '69', '23'];

/** The digits that each digit may have been. */
const ALIKE: ReadonlyMap<string, readonly string[]> = new Map(
  Array.from('0123456789', (digit) => [
    digit,
    PAIRS.filter((pair) => pair.includes(digit)).map((pair) => pair.replace(digit, '')),
  ]),
);
/** Decimals that a form prints; a point that was lost stood before as many digits. */
const USUAL_DECIMALS = [2, 1, 4] as const;
/** A thin stroke is lost, or a ruling's rest is read as one. */
const STROKE = '1';

/** A number's text as a reader gives it when it takes one sign for another; see `confusionsOf`. */
function variants(text: string): string[] {
  const places = Array.from(text, (sign, at) => ({ sign, at, before: text.slice(0, at), behind: text.slice(at + 1) }));
  const digits = places.filter(({ sign }) => /\d/.test(sign));
  const swapped = digits.flatMap(({ sign, before, behind }) =>
    (ALIKE.get(sign) ?? []).map((other) => before + other + behind),
  );
  // A digit that was read twice, or a stroke that is none; a digit that stands twice and was read once, or a stroke that was lost.
  const doubled = digits.flatMap(({ sign, at, before, behind }) =>
    sign === STROKE || sign === text.charAt(at + 1) ? [before + behind] : [],
  );
  const lost = digits.flatMap(({ sign, before, behind }) => [
    before + sign + sign + behind,
    before + STROKE + sign + behind,
  ]);
  const bare = text.replace('.', '');
  const moved = USUAL_DECIMALS.filter((decimals) => bare.length > decimals).map(
    (decimals) => `${bare.slice(0, -decimals)}.${bare.slice(-decimals)}`,
  );
  const unsigned = text.startsWith('-') ? [text.slice(1)] : [];
  return [...swapped, ...doubled, ...lost, `${text}${STROKE}`, bare, ...moved, ...unsigned, `-${text}`];
}

/**
 * The numbers that one confusion makes of a number's text: a digit for one that looks like it, a point lost or moved, a stroke or a
 * twin digit lost or added, a minus lost or added. Without the text itself; each number once.
 */
export function confusionsOf(
  text: string,
): { readonly text: string; readonly value: number; readonly decimals: number }[] {
  const read = numberOf(text);
  if (read.kind !== 'number') return [];
  const plain = read.value.toFixed(read.decimals);
  const found = new Map<number, { text: string; value: number; decimals: number }>();
  for (const variant of variants(plain)) {
    const other = numberOf(variant);
    if (other.kind !== 'number' || other.value === read.value || found.has(other.value)) continue;
    if (/^-?0\d/.test(variant)) continue;
    found.set(other.value, { text: variant, value: other.value, decimals: other.decimals });
  }
  return [...found.values()];
}
