import type { Achievement, Operator, Value } from '../../schema/record.js';
import { proseOf, valueTextOf } from './canonical.js';
import { halfWidth } from './characters.js';
import { dateOf } from './date.js';

/**
 * What a target or a result says. A value becomes a number, range or date only where every digit of the text is
 * accounted for by it; anything else stays text, so that no digit is lost or invented on the way.
 */

const NUMBER = String.raw`-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?`;
const OPERATORS: readonly (readonly [RegExp, Operator | null])[] = [
  [/^(?:≥|>=|=>|不低于|不少于|不小于|大于等于|大于或等于|高于或等于|至少|最少)/, '≥'],
  [/^(?:≤|<=|=<|不超过|不高于|不多于|不大于|小于等于|小于或等于|低于或等于|控制在|至多|最多)/, '≤'],
  [/^(?:>|大于|高于|超过|多于|优于)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:==?|等于|达到|达)/, '='],
  [/^(?:约|大约|共|共计|累计|完成|已完成|实际完成|同比|较上年|比上年)/, null],
];
/** A change by a number: the word stays in the text, the number is the value. */
const CHANGE = /^(?:提升|提高|增长|增加|上升|新增|下降|降低|减少|压减|压缩|节约|节支)(?:了|到|至|率)?/;
const SUFFIXES: readonly (readonly [RegExp, Operator])[] = [
  [/(?:及以上|或以上|以上)$/, '≥'],
  [/(?:及以下|或以下|以下|以内|之内|内)$/, '≤'],
];
/** Units that carry a digit of their own. */
const UNIT_WITH_DIGIT = /^(?:万|亿)?(?:k|c|m)?m[23²³]$/i;
/** A letter that readers put for a digit is no unit's first: 9O个, 9S%. */
const LOOKALIKE_FIRST = /^(?:[Oo|]|[IlSBZgq](?![a-z])(?=.))/;
/** 12月底前: a date without a year is no 12 of anything. */
const MONTH_AND_MORE = /^月.*(?:底|末|初|旬|前|日|号)/;
/** Quotes around a value, or a spreadsheet's mark of a text before it. */
const QUOTED = /^\s*(?:["“'‘]([^"“”'‘’\d]*\d[^"“”'‘’]*)["”'’]\s*|['‘`][\s'‘`]*(?=[=≥≤><]?\d)([^'’]*))$/;
/** Thousands that nothing but a separator parts: apostrophes, narrow blanks. */
const PARTED_THOUSANDS = /(?<![\d.,'’\u2009\u202f])\d{1,3}(?:['’\u2009\u202f]\d{3})+(?!\d)/g;

// eslint-disable-next-line regexp/no-super-linear-backtracking -- what stands behind the number is taken whatever it is
const VALUE = new RegExp(`^(${NUMBER})(.*)$`, 's');
// eslint-disable-next-line regexp/no-super-linear-backtracking -- what stands behind the range is taken whatever it is
const RANGE = new RegExp(`^(${NUMBER})([^\\d\\-~—–至到]{0,8})(?:-|~|—|–|至|到)(${NUMBER})(.*)$`, 's');
const ACHIEVED: readonly (readonly [RegExp, Achievement])[] = [
  [/^(?:未达成|未完成指标|未达到预期)(?:年度|预期)?(?:指标|目标)?/, 'none'],
  [/^(?:部分达成|基本达成|部分完成指标)(?:年度|预期)?(?:指标|目标)?/, 'partial'],
  [/^(?:全部|完全|已|均)?(?:达成)(?:年度|预期)?(?:指标|目标)$/, 'full'],
];

const toNumber = (digits: string) => Number(digits.replace(/,/g, ''));

/** `(%)` and `%` are one unit. Null where nothing stands behind the number; undefined where it can't be a unit. */
function unitOf(rest: string): string | null | undefined {
  const bare = /^\((.+)\)$/s.exec(rest)?.[1] ?? rest;
  if (bare === '') return null;
  if (/\p{N}/u.test(bare) && !UNIT_WITH_DIGIT.test(bare)) return undefined;
  if (LOOKALIKE_FIRST.test(bare) || MONTH_AND_MORE.test(bare)) return undefined;
  return /[,;:，；：。、()（）=≥≤<>]/.test(bare) || bare.length > 12 ? undefined : bare;
}

function operatorOf(text: string): { operator: Operator | null; rest: string } {
  for (const [pattern, operator] of OPERATORS) {
    const sign = pattern.exec(text)?.[0];
    if (sign !== undefined) return { operator, rest: text.slice(sign.length) };
  }
  return { operator: null, rest: text };
}

function rangeOf(text: string): Value | null {
  const parts = RANGE.exec(operatorOf(text).rest);
  if (!parts) return null;
  const [, low = '', lowUnit = '', high = '', rest = ''] = parts;
  const unit = unitOf(rest);
  if (unit === undefined || (lowUnit !== '' && unitOf(lowUnit) !== unit)) return null;
  return {
    text,
    kind: 'range',
    operator: operatorOf(text).operator,
    value: toNumber(low),
    valueMax: toNumber(high),
    unit,
  };
}

function numberValueOf(text: string): Value | null {
  const { operator: sign, rest } = operatorOf(text);
  const parts = VALUE.exec(rest.replace(CHANGE, ''));
  if (!parts) return null;
  const [, digits = '', behind = ''] = parts;
  let operator = sign;
  let tail = behind;
  for (const [pattern, meant] of SUFFIXES) {
    if (operator !== null || !pattern.test(tail)) continue;
    operator = meant;
    tail = tail.replace(pattern, '');
  }
  const unit = unitOf(tail.replace(/(?:左右|上下)$/, ''));
  return unit === undefined ? null : { text, kind: 'number', operator, value: toNumber(digits), unit };
}

function achievementOf(text: string): Value | null {
  const hit = ACHIEVED.find(([pattern]) => pattern.test(text));
  return hit ? { text, kind: 'achievement', operator: null, value: null, unit: null, achievement: hit[1] } : null;
}

/** A number's quotes and separators say nothing; those of words stay. */
function withoutMarks(written: string): string {
  let inner = written.replace(/[０-９＇]+/g, halfWidth);
  for (let quoted = QUOTED.exec(inner); quoted; quoted = QUOTED.exec(inner))
    inner = (quoted[1] ?? quoted[2] ?? '').trimEnd();
  return inner.replace(PARTED_THOUSANDS, (number) => number.replace(/\D/g, ''));
}

/** Reads a target or a result. Numbers, ranges and dates keep half-width signs, words get Chinese punctuation. */
export function valueOf(written: string): Value {
  const cell = withoutMarks(written);
  const text = valueTextOf(cell);
  // What is invisible may have stood between a quote and its number.
  if (QUOTED.test(text)) return valueOf(text);
  const date = dateOf(text);
  if (date !== null) return { text, kind: 'date', operator: null, value: null, unit: null, date };
  const read = /\d/.test(text) ? (rangeOf(text) ?? numberValueOf(text)) : null;
  if (read) return read;
  const prose = proseOf(cell);
  return achievementOf(prose) ?? { text: prose, kind: 'text', operator: null, value: null, unit: null };
}
