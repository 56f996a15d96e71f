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
/** A prose is stable after one pass but for signs that lean on each other, as `:(`. */
const PASSES = 4;

function neighbour(text: string, from: number, step: 1 | -1): string {
  for (let i = from + step; i >= 0 && i < text.length; i += step) {
    const character = text.charAt(i);
    if (character !== ' ') return character;
  }
  return '';
}

const isDigit = (character: string) => character >= '0' && character <= '9' && character !== '';
const isLetter = (character: string) => /[A-Za-z]/.test(character);

/** `,` `;` `:` belong to the Chinese prose unless they stand inside a number, a time, an address or Latin words. */
function isChineseStop(text: string, at: number): boolean {
  const [before, after] = [neighbour(text, at, -1), neighbour(text, at, 1)];
  const tight = text.charAt(at - 1) === before && text.charAt(at + 1) === after;
  if (CHINESE_OR_ITS_PUNCTUATION.test(before) || CHINESE_OR_ITS_PUNCTUATION.test(after)) return true;
  if (isDigit(before) && isDigit(after)) return !tight;
  if (text.charAt(at) === ':' && after === '/') return false;
  return !((isLetter(before) || isDigit(before)) && (isLetter(after) || isDigit(after)));
}

/** Brackets are Chinese where Chinese stands in them or beside them. */
function chineseBrackets(text: string): Set<number> {
  const found = new Set<number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '(' || character === '（') open.push(i);
    if (character !== ')' && character !== '）') continue;
    const start = open.pop();
    const inside = text.slice((start ?? i) + 1, i);
    const beside = neighbour(text, start ?? i, -1) + neighbour(text, i, 1);
    if (!CHINESE_OR_ITS_PUNCTUATION.test(inside + beside)) continue;
    if (start !== undefined) found.add(start);
    found.add(i);
  }
  for (const start of open) if (CHINESE.test(text.slice(start + 1))) found.add(start);
  return found;
}

function withChinesePunctuation(text: string): string {
  if (!CHINESE.test(text) || !/[,;:()]/.test(text)) return text;
  const brackets = /[()]/.test(text) ? chineseBrackets(text) : new Set<number>();
  return text.replace(/[,;:()]/g, (sign, at: number) => {
    const chinese = sign === '(' || sign === ')' ? brackets.has(at) : isChineseStop(text, at);
    return chinese ? (TO_CHINESE[sign] ?? sign) : sign;
  });
}

/** One paragraph of Chinese prose in canonical form. A line break in it is a wrapped line. */
export function proseOf(text: string): string {
  let prose = plainCharacters(text).trim();
  if (!SIGNS_TO_CHECK.test(prose)) return prose;
  prose = prose.replace(WIDE_IN_PROSE, halfWidth);
  for (let pass = 0; pass < PASSES; pass++) {
    const next = withoutLayoutBlanks(withChinesePunctuation(withoutLayoutBlanks(prose)));
    if (next === prose) break;
    prose = next;
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

/** Several paragraphs, joined by `\n`. A line break is a paragraph's end where a sentence ends or an item begins, else it is a wrapped line. */
export function paragraphsOf(text: string): string {
  const lines = plainCharacters(text)
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
    .replace(/[≧⩾≦⩽═]|−(?=\d)/g, (sign) => SIGN_FORMS[sign] ?? sign);
  // A blank between digits parts two numbers: it stays, and the text is then no number.
  return joinSpacedDigits(withoutLayoutBlanks(narrow)).replace(/ (?=[^A-Za-z0-9])|(?<=[^A-Za-z0-9,;:.!?)\]]) /g, '');
}
