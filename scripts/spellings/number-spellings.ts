import { inCapitals, inPlainNumerals } from './chinese-numerals.js';
import { equals, mustBeTold, negativeOf } from './expectation.js';
import { ALL_NUMBERS, numberSpelling, type NumberSpelling } from './number-spelling.js';
import type { Spelling } from './trial.js';
import type { CellKind } from './true-form.js';

const AMOUNTS: readonly CellKind[] = ['amount'];
const POINTS: readonly CellKind[] = ['points'];

type Write = NumberSpelling['write'];
type Made = Omit<NumberSpelling, 'group'>;

/** The same number, written another way. */
const same = (name: string, write: Write, kinds = ALL_NUMBERS): Made => ({ name, kinds, write });
/** No number of the form, or not for sure: whatever is read, it must be told. */
const told = (name: string, write: Write, kinds = ALL_NUMBERS): Made => ({
  name,
  kinds,
  write,
  expected: () => mustBeTold,
});

/** Thousands parted by a sign, in amounts made 1,000 times larger. */
const separated = (name: string, sign: string): Made => ({
  name,
  kinds: AMOUNTS,
  scale: 1000,
  write: (digits) => {
    const [whole = '', decimals] = digits.split('.');
    const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, sign);
    return parted === whole ? null : decimals === undefined ? parted : `${parted}.${decimals}`;
  },
});

/** An amount below zero; 0 is left out. */
const negative = (name: string, write: (digits: string) => string): Made => ({
  name,
  kinds: AMOUNTS,
  write: (digits) => (Number(digits) === 0 ? null : write(digits)),
  expected: negativeOf,
});
/** A plain minus says what it says: no note is asked for. */
const minus = (name: string, sign: string): Made => ({
  ...negative(name, (digits) => `${sign}${digits}`),
  expected: (value) => equals(-value),
});
const withDecimals = (digits: string) => (digits.includes('.') ? digits : null);

const APOSTROPHES_AND_QUOTES = [
  same("'311.00", (digits) => `'${digits}`),
  same('＇311.00', (digits) => `＇${digits}`),
  same('‘311.00', (digits) => `‘${digits}`),
  same('`311.00', (digits) => `\`${digits}`),
  same('"311.00"', (digits) => `"${digits}"`),
  same('“311.00”', (digits) => `“${digits}”`),
  same("'311.00'", (digits) => `'${digits}'`),
  same('="311.00"', (digits) => `="${digits}"`),
];

const BLANKS = [
  same('3 11.00', (digits) => (/^\d\d/.test(digits) ? `${digits.charAt(0)} ${digits.slice(1)}` : null)),
  same('31 1.00', (digits) => (/^\d{3}/.test(digits) ? digits.replace(/^(\d\d)/, '$1 ') : null)),
  same('311. 00', (digits) => (withDecimals(digits) === null ? null : digits.replace('.', '. '))),
  same('311 .00', (digits) => (withDecimals(digits) === null ? null : digits.replace('.', ' .'))),
  same('311.0 0', (digits) => (/\.\d\d$/.test(digits) ? digits.replace(/(\d)$/, ' $1') : null)),
  same('3 1 1 . 0 0', (digits) => Array.from(digits).join(' ')),
  same('311.00 (NBSP)', (digits) => `\u00a0${digits}\u00a0`),
  same('3\u300011.00', (digits) => (/^\d\d/.test(digits) ? `${digits.charAt(0)}\u3000${digits.slice(1)}` : null)),
  same('311\u200b.00', (digits) => `${digits.charAt(0)}\u200b${digits.slice(1)}`),
];

const SEPARATORS = [
  separated('1,234.50', ','),
  separated('1，234.50', '，'),
  separated('1 234.50', ' '),
  separated("1'234.50", "'"),
  separated('1’234.50', '’'),
  separated('1˙234.50', '˙'),
  separated('1\u2009234.50 (thin)', '\u2009'),
  separated('1\u202f234.50 (narrow)', '\u202f'),
  separated('1\u00a0234.50 (NBSP)', '\u00a0'),
  separated('1\u3000234.50 (ideographic)', '\u3000'),
  separated('1、234.50', '、'),
  {
    ...separated('1.234.50', '.'),
    write: (digits: string) => (/^\d{4,}\./.test(digits) ? digits.replace(/\B(?=(?:\d{3})+\.)/g, '.') : null),
  },
  separated('1, 234.50', ', '),
  separated('1﹐234.50', '﹐'),
];

const POINTS_AND_COMMAS = [
  same('311,00', (digits) => withDecimals(digits)?.replace('.', ',') ?? null),
  same('311，00', (digits) => withDecimals(digits)?.replace('.', '，') ?? null),
  same('311．00', (digits) => withDecimals(digits)?.replace('.', '．') ?? null),
  same('311。00', (digits) => withDecimals(digits)?.replace('.', '。') ?? null),
  same('311·00', (digits) => withDecimals(digits)?.replace('.', '·') ?? null),
  same('311..00', (digits) => withDecimals(digits)?.replace('.', '..') ?? null),
  same('311.00.', (digits) => `${digits}.`),
  same('３１１．００', (digits) =>
    digits.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ),
  same('3l1.00', (digits) => (digits.includes('1') ? digits.replace('1', 'l') : null)),
  same('311.OO', (digits) => (digits.includes('0') ? digits.replaceAll('0', 'O') : null)),
  same('+311.00', (digits) => `+${digits}`),
  same('0311.00', (digits) => `0${digits}`),
  same('3.11E2', (digits) => (Number(digits) === 0 ? null : Number(digits).toExponential().replace('e+', 'E'))),
];

const MONEY_SIGNS = [
  same('¥311.00', (digits) => `¥${digits}`, AMOUNTS),
  same('￥311.00', (digits) => `￥${digits}`, AMOUNTS),
  same('¥ 311.00', (digits) => `¥ ${digits}`, AMOUNTS),
  same('RMB311.00', (digits) => `RMB${digits}`, AMOUNTS),
  told('$311.00', (digits) => `$${digits}`, AMOUNTS),
];

const NEGATIVES = [
  minus('-311.00', '-'),
  negative('−311.00', (digits) => `−${digits}`),
  minus('－311.00', '－'),
  negative('—311.00', (digits) => `—${digits}`),
  negative('- 311.00', (digits) => `- ${digits}`),
  negative('(311.00)', (digits) => `(${digits})`),
  negative('（311.00）', (digits) => `（${digits}）`),
  negative('△311.00', (digits) => `△${digits}`),
  negative('▲311.00', (digits) => `▲${digits}`),
  negative('-¥311.00', (digits) => `-¥${digits}`),
  negative('负311.00', (digits) => `负${digits}`),
  told('311.00-', (digits) => (Number(digits) === 0 ? null : `${digits}-`), AMOUNTS),
  told('(10.00) points', (digits) => (Number(digits) === 0 ? null : `(${digits})`), POINTS),
  told('△10.00 points', (digits) => (Number(digits) === 0 ? null : `△${digits}`), POINTS),
];

const SUFFIXES = [
  same('10分', (digits) => `${digits}分`, POINTS),
  same('10 分', (digits) => `${digits} 分`, POINTS),
  // Some issuers print weights so: per cent of the points.
  same('10%', (digits) => `${digits}%`, POINTS),
  same('100％', (digits) => `${digits}％`, ['rate']),
  same('100﹪', (digits) => `${digits}﹪`, ['rate']),
  same('100(%)', (digits) => `${digits}(%)`, ['rate']),
  same('100 %', (digits) => `${digits} %`, ['rate']),
  told('100‰', (digits) => (Number(digits) === 0 ? null : `${digits}‰`), ['rate']),
  told('100分 in a rate', (digits) => (Number(digits) === 0 ? null : `${digits}分`), ['rate']),
];

const whole = (digits: string) => (Number.isInteger(Number(digits)) ? Number(digits) : null);
const inWords = (digits: string, words: (value: number) => string | null) => {
  const value = whole(digits);
  return value === null ? null : words(value);
};
const NUMERALS = [
  same('三百一十一', (digits) => inWords(digits, inPlainNumerals)),
  same('叁佰壹拾壹', (digits) => inWords(digits, inCapitals)),
  same(
    '叁佰壹拾壹万元',
    (digits, { unit }) => {
      const words = inWords(digits, inCapitals);
      return words === null || Number(digits) === 0 ? null : `${words}${unit}整`;
    },
    AMOUNTS,
  ),
  same(
    '十分',
    (digits) => {
      const words = inWords(digits, inPlainNumerals);
      return words === null ? null : `${words}分`;
    },
    POINTS,
  ),
  told('①', (digits) => {
    const value = whole(digits);
    return value !== null && value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : null;
  }),
];

const FRACTIONS = [
  told('10½', (digits) => `${digits}½`),
  told('½', (digits) => (Number(digits) === 0 ? null : '½')),
  told('10²', (digits) => `${digits}²`),
  told('10<sup>2</sup>', (digits) => `${digits}<sup>2</sup>`),
  told('$10^{2}$', (digits) => `$${digits}^{2}$`),
  same('$311.00$', (digits) => `$${digits}$`),
  told('10^2', (digits) => `${digits}^2`),
  told('10/20', (digits) => `${digits}/20`),
  told('10①', (digits) => `${digits}①`),
  told('10*', (digits) => (Number(digits) === 0 ? null : `${digits}*2`)),
];

const TWO_NUMBERS = [
  told('10<br>12', (digits) => `${digits}<br>12`),
  told('10<p>12</p>', (digits) => `<p>${digits}</p><p>12</p>`),
  told('10<li>12', (digits) => `<li>${digits}</li><li>12</li>`),
  told('10<div>12', (digits) => `<div>${digits}</div><div>12</div>`),
  told('<s>12</s>10', (digits) => `<s>12</s>${digits}`),
  told('<del>12</del>10', (digits) => `<del>12</del>${digits}`),
  // What a template holds is not shown.
  same('<template>12</template>10', (digits) => `<template>12</template>${digits}`),
  told('10 12', (digits) => `${digits} 12`),
  told('10-12', (digits) => `${digits}-12`),
  told('约10', (digits) => `约${digits}`),
  told('10（其中5）', (digits) => `${digits}（其中5）`),
  told('≥10', (digits) => `≥${digits}`),
  told('?', () => '?'),
  told('■', () => '■'),
  told('待定', () => '待定'),
  told('x.xx', (digits) => (Number(digits) === 0 ? null : digits.replace(/\d/g, 'x'))),
];

/** Spellings of numbers: points 3 and 5 of the promise. */
export const NUMBER_SPELLINGS: readonly Spelling[] = [
  same('as printed', (digits) => digits),
  ...APOSTROPHES_AND_QUOTES,
  ...BLANKS,
  ...SEPARATORS,
  ...POINTS_AND_COMMAS,
  ...MONEY_SIGNS,
  ...NEGATIVES,
  ...SUFFIXES,
  ...NUMERALS,
  ...FRACTIONS,
  ...TWO_NUMBERS,
].map((made) => numberSpelling({ ...made, group: 'numbers' }));
