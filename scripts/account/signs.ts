import { halfWidth, plainCharacters } from '../../src/normalize/text/characters.js';

export const compact = (text: string): string => text.replace(/\s+/g, '');

/** Letters, digits and Chinese characters, of one width: punctuation may be put right on the way into a record. */
const signsOf = (text: string): string[] =>
  Array.from(
    halfWidth(plainCharacters(text))
      .normalize('NFKC')
      .matchAll(/[\p{L}\p{N}]/gu),
    ([sign]) => sign.toLowerCase(),
  );

/** True where every sign of `part` is in `whole`, each as often. */
export function isWithin(part: string, whole: string): boolean {
  const left = new Map<string, number>();
  for (const sign of signsOf(whole)) left.set(sign, (left.get(sign) ?? 0) + 1);
  return signsOf(part).every((sign) => {
    const count = left.get(sign) ?? 0;
    left.set(sign, count - 1);
    return count > 0;
  });
}
