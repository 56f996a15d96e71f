import { halfWidth, plainCharacters } from './characters.js';
import { joinSpacedDigits, withoutLayoutBlanks } from './white-space.js';

/**
 * Canonical text: NFC, Chinese punctuation in Chinese prose, half-width digits, letters and signs, no layout blanks.
 * The wording is never changed, and neither is any digit.
 */

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/;
const CHINESE_OR_ITS_PUNCTUATION =
  /[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f“”‘’]/;
const TO_CHINESE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };
const SIGNS_TO_CHECK = /[ \t\n,;:()\uff01-\uff5e]/;
/** Full-width signs that Chinese prose keeps. */
const WIDE_IN_PROSE = /[^！，：；？（）]+/g;
function neighbour(text: ArrayLike<string>, from: number, step: 1 | -1): string {
  for (let i = from + step; i >= 0 && i < text.length; i += step) {
    const character = text[i] ?? '';
    if (character !== ' ') return character;
  }
  return '';
}

const isDigit = (character: string) => character >= '0' && character <= '9' && character !== '';
const isLetter = (character: string) => /[A-Za-z]/.test(character);

/** `,` `;` `:` belong to the Chinese prose unless they stand inside a number, a time, an address or Latin words. */
function isChineseStop(text: ArrayLike<string>, at: number): boolean {
  const [before, after] = [neighbour(text, at, -1), neighbour(text, at, 1)];
  const tight = text[at - 1] === before && text[at + 1] === after;
  if (CHINESE_OR_ITS_PUNCTUATION.test(before) || CHINESE_OR_ITS_PUNCTUATION.test(after)) return true;
  if (isDigit(before) && isDigit(after)) return !tight;
  if (text[at] === ':' && after === '/') return false;
  return !((isLetter(before) || isDigit(before)) && (isLetter(after) || isDigit(after)));
}

/** A bracket with the one that belongs to it, and whether Chinese stands between them. */
interface Bracket {
  readonly start: number | null;
  readonly end: number | null;
  readonly isAroundChinese: boolean;
}

/** The brackets of a text by the place of each. One that is never closed goes on to the end. */
function bracketsOf(text: string): Map<number, Bracket> {
  const found = new Map<number, Bracket>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '(' || character === '（') open.push(i);
    if (character !== ')' && character !== '）') continue;
    const start = open.pop() ?? null;
    const isAroundChinese = CHINESE_OR_ITS_PUNCTUATION.test(text.slice((start ?? i) + 1, i));
    for (const at of [start, i]) if (at !== null) found.set(at, { start, end: i, isAroundChinese });
  }
  for (const start of open) {
    found.set(start, { start, end: null, isAroundChinese: CHINESE.test(text.slice(start + 1)) });
  }
  return found;
}

/** Brackets are Chinese where Chinese stands in them or beside them. */
const isChineseBracket = (text: ArrayLike<string>, { start, end, isAroundChinese }: Bracket): boolean =>
  isAroundChinese ||
  (end !== null && CHINESE_OR_ITS_PUNCTUATION.test(neighbour(text, start ?? end, -1) + neighbour(text, end, 1)));

/** Stops and brackets in their Chinese form. One that became Chinese makes its neighbours so: the text is gone through until nothing changes. */
function withChinesePunctuation(text: string): string {
  if (!CHINESE.test(text) || !/[,;:()]/.test(text)) return text;
  const brackets = /[()]/.test(text) ? bracketsOf(text) : new Map<number, Bracket>();
  const characters = text.split('');
  const becomesChinese = (at: number) => {
    const bracket = brackets.get(at);
    if (!(bracket ? isChineseBracket(characters, bracket) : isChineseStop(characters, at))) return false;
    characters[at] = TO_CHINESE[characters[at] ?? ''] ?? '';
    return true;
  };
  let left = Array.from(text.matchAll(/[,;:()]/g), ({ index }) => index);
  for (let before = Infinity; left.length > 0 && left.length < before;) {
    before = left.length;
    // Both ways in turn, so that a chain of signs takes one round and not one for each.
    left = left.filter((at) => !becomesChinese(at)).reverse();
    left = left.filter((at) => !becomesChinese(at)).reverse();
  }
  return characters.join('');
}

/** One paragraph of Chinese prose in canonical form. A line break in it is a wrapped line. */
export function proseOf(text: string): string {
  let prose = plainCharacters(text).trim();
  if (!SIGNS_TO_CHECK.test(prose)) return prose;
  prose = prose.replace(WIDE_IN_PROSE, halfWidth);
  for (let before = ''; before !== prose;) {
    before = prose;
    prose = withoutLayoutBlanks(withChinesePunctuation(withoutLayoutBlanks(prose)));
  }
  return prose;
}

const ENDS_SENTENCE = /[。；;：:！!？?]["”’）)]?$/;
const STARTS_ITEM =
  /^(?:\d{1,2}[.、．)）](?!\d)|[(（]\d{1,2}[)）]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|[①-⑳]|目标\d|第[一二三四五六七八九十])/;

/** A reader that loses line breaks leaves a blank between a sentence and the next item. */
const ITEM_AFTER_SENTENCE =
  /(?<=[。！!]) +(?=(?:\d{1,2}[.、．)）](?!\d)|[(（][\d一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]))/g;

/** A line that ends in a digit and a blank: the next line's digits are another number. */
const BREAK_BETWEEN_NUMBERS = /(?<=\d) +\n(?=\d)/g;
const KEPT_BREAK = '\uE001';

/** A text's lines put together to paragraphs once: each is canonical for itself. */
function joinedParagraphs(text: string): string {
  const lines = text
    .replace(BREAK_BETWEEN_NUMBERS, KEPT_BREAK)
    .replace(ITEM_AFTER_SENTENCE, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const paragraphs: string[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last === undefined || ENDS_SENTENCE.test(last) || STARTS_ITEM.test(line)) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = `${last}\n${line}`;
  }
  return paragraphs.map((paragraph) => proseOf(paragraph.replaceAll(KEPT_BREAK, ' '))).join('\n');
}

/**
 * Several paragraphs, joined by `\n`. A line break is a paragraph's end where a sentence ends or an item begins, else it is a wrapped line.
 * What looks like an item's number before it is joined (`1.` with `5` on the next line) may be none behind it: then once more.
 */
export function paragraphsOf(text: string): string {
  let paragraphs = joinedParagraphs(plainCharacters(text));
  for (let before = ''; before !== paragraphs && paragraphs.includes('\n');) {
    before = paragraphs;
    paragraphs = joinedParagraphs(paragraphs);
  }
  return paragraphs;
}

const SMALL_FORMS = /[\ufe50-\ufe6b]/g;
const SIGN_FORMS: Readonly<Record<string, string>> = {
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '═': '=',
  '−': '-',
};

/** A value in half-width form: signs of one meaning become one, blanks go, `，` and `（` become `,` and `(`. */
export function valueTextOf(text: string): string {
  const narrow = halfWidth(plainCharacters(text))
    .replace(SMALL_FORMS, (sign) => sign.normalize('NFKC'))
    .replace(/[≧⩾≦⩽═]|−(?=\s*\d)/g, (sign) => SIGN_FORMS[sign] ?? sign)
    .normalize('NFC');
  // A blank between digits parts two numbers: it stays, and the text is then no number.
  return joinSpacedDigits(withoutLayoutBlanks(narrow)).replace(/ (?=[^A-Za-z0-9])|(?<=[^A-Za-z0-9,;:.!?)\]]) /g, '');
}
