import { halfWidth } from '../../../normalize/text/characters.js';

/** Signs that stand before a target's number, and are in one reader's alphabet only. */
const SIGN = /^[≥≤≧≦⩾⩽]/;

/** A sign that opens to the other side is another one. */
const OPENS_LEFT = /[>≥≧⩾]/;
const OPENS_RIGHT = /[<≤≦⩽]/;

/** What a reader that has no letter for a sign makes of it: nothing, a letter of about its form, or two signs. */
const WITHOUT_LETTER = /^(?:[^\d.]|[><]=|=[><])?$/;
/** The same where the sign's strokes tell it: a 2 too, which a reader without ≥ takes it for. */
const WITH_STROKES = /^(?:[^.]|[><]=|=[><])?$/;

/** A text in which only what it says counts: without blanks, each sign in one of its forms. */
export const folded = (text: string) =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[“”"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/[—–－_]/g, '-')
    .replace(/。/g, '.');

/** What the ink of a strip shows of the text that another is compared with. */
export interface Seen {
  /** The strokes of the sign that it begins with. */
  readonly isSignSeen: boolean;
  /** As many middle dots as it has between digits. */
  readonly areMiddleDotsSeen: boolean;
}

/**
 * A second reader's text in the spelling of the first one's, where the two say the same: blanks, widths of signs, a sign like ≥ that the
 * second has no letter for, a digit in its place only where the sign is seen, a point for a middle dot that is seen. Any other text
 * without the blanks that the reader puts between Chinese characters.
 */
export function likeOther(text: string, first: string, seen?: Seen): string {
  const [one, other] = [folded(first), folded(text)];
  if (one === other || (seen?.areMiddleDotsSeen && one.replaceAll('·', '.') === other)) return first;
  const rest = one.replace(SIGN, '');
  const before = other.slice(0, Math.max(0, other.length - rest.length));
  const isSign = seen?.isSignSeen
    ? WITH_STROKES.test(before)
    : WITHOUT_LETTER.test(before) && !(OPENS_LEFT.test(one.charAt(0)) ? OPENS_RIGHT : OPENS_LEFT).test(before);
  if (rest !== one && other.endsWith(rest) && isSign) return first;
  // eslint-disable-next-line regexp/no-super-linear-move -- a line of a scan
  return text.replace(/(?<=[^\x20-\x7E]) +| +(?=[^\x20-\x7E])/g, '');
}

/**
 * What a reader writes that no form prints: the stroke 丶 for a comma, 一 for the dash between two numbers, 干 for 千 in a unit, 拔款 for
 * 拨款, straight quotes, a speck as a point between Chinese characters, before a text or on a line of its own.
 */
export function tidied(text: string): string {
  const plain = text
    .replace(/^[.·:'"‘’“”]+\n(?=.)|(?<=.)\n[.·:'"‘’“”]+$/g, '')
    .replace(/丶/g, '、')
    .replace(/(?<=\d)一(?=\d)/g, '—')
    .replace(/(?<=[/／\d])干(?=[人户米克瓦元])/g, '千')
    .replace(/拔(?=款)/g, '拨')
    .replace(/(?<=[\u4E00-\u9FFF])\.(?=[\u4E00-\u9FFF])|^[.·](?=[\u4E00-\u9FFF≥≤=])|^·(?=\d)/gm, '');
  return /[\u4E00-\u9FFF]/.test(plain) ? withPairedQuotes(plain) : plain;
}

/** Straight quotes opened and closed in turn. */
function withPairedQuotes(text: string): string {
  let isOpen = false;
  return text.replace(/[“”"]/g, (quote) => {
    isOpen = quote === '"' ? !isOpen : quote === '“';
    return isOpen ? '“' : '”';
  });
}
