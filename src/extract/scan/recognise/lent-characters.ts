import type { CellReading } from '../../../schema/sheet.js';

/** What a reader without a letter for a Chinese character puts there: another one, or a sign; never a digit or a Latin letter. */
const MAY_STAND_FOR = /^(?:\p{Script=Han}|[^\p{L}\p{N}])$/u;
const HAN = /^\p{Script=Han}$/u;
/** Characters. Longer texts are not compared. */
const LONGEST = 300;

const sameSign = (one: string | undefined, other: string | undefined) => one === other;

/** Where in `text` a character stands, or is left out, between two others; null where that is nowhere, or not in one place alone. */
function gapBetween(
  text: readonly string[],
  before: string | undefined,
  behind: string | undefined,
): { readonly at: number; readonly length: 0 | 1 } | null {
  const found = Array.from({ length: text.length + 1 }, (_, at) => at).flatMap((at) => {
    if (!sameSign(text[at - 1], before)) return [];
    const lengths = [0, 1] as const;
    return lengths.flatMap((length) => {
      const stands = text[at];
      if (length === 1 && (stands === undefined || !MAY_STAND_FOR.test(stands))) return [];
      return sameSign(text[at + length], behind) ? [{ at, length }] : [];
    });
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * A reader's text with the Chinese characters that its alphabet lacks, and that another reader saw between the same neighbours: 修_费 and
 * 修缮费. The text as it is where there are none.
 */
export function withLentCharacters(text: string, other: string, alphabet: ReadonlySet<string>): string {
  if (text.length > LONGEST || other.length > LONGEST) return text;
  const lender = Array.from(other.replace(/\s+/g, ''));
  const whole = Array.from(text);
  lender.forEach((character, index) => {
    if (!HAN.test(character) || alphabet.has(character) || lender.length < 2) return;
    const gap = gapBetween(whole, lender[index - 1], lender[index + 1]);
    if (gap) whole.splice(gap.at, gap.length, character);
  });
  return whole.join('');
}

/**
 * The readings of a strip, before them the best one with the characters that another reader lent it. It is the lender's: the two still
 * differ, and what each of them read stays beside it.
 */
export function lentFirst(
  best: readonly CellReading[],
  reader: string,
  alphabet: ReadonlySet<string> | null,
): readonly CellReading[] {
  const [chosen] = best;
  if (alphabet === null || chosen?.by !== reader) return best;
  for (const other of best) {
    if (other.by === reader) continue;
    const text = withLentCharacters(chosen.text, other.text, alphabet);
    if (text === chosen.text) continue;
    return [{ ...other, text }, ...best.filter((reading) => reading !== other || reading.text !== text)];
  }
  return best;
}
