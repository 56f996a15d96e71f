import { halfWidth } from '../../normalize/characters.js';

/** Signs that stand before a target's number, and are in one reader's alphabet only. */
const SIGN = /^[≥≤≧≦⩾⩽]/;

const folded = (text: string) =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[“”"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/[—–－_]/g, '-')
    .replace(/。/g, '.');

/**
 * A second reader's text in the spelling of the first one's, where the two say the same: blanks, widths of signs, and a sign like ≥ that the
 * second has no letter for. Any other text without the blanks that the reader puts between Chinese characters.
 */
export function likeOther(text: string, first: string): string {
  const [one, other] = [folded(first), folded(text)];
  if (one === other) return first;
  const rest = one.replace(SIGN, '');
  const before = other.slice(0, Math.max(0, other.length - rest.length));
  if (rest !== one && other.endsWith(rest) && before.length <= 1 && !/[\d.]/.test(before)) return first;
  return text.replace(/(?<=[^\x20-\x7E]) +| +(?=[^\x20-\x7E])/g, '');
}
