import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf, proseOf, valueTextOf } from '../../../src/normalize/text/canonical.js';
import { halfWidth, plainCharacters } from '../../../src/normalize/text/characters.js';
import { headingText } from '../../../src/normalize/vocabulary/headings.js';
import { labelOf } from '../../../src/normalize/vocabulary/label.js';
import { numberOf } from '../../../src/normalize/text/number.js';
import { valueOf } from '../../../src/normalize/text/value.js';
import { withoutBlanks, withoutLayoutBlanks } from '../../../src/normalize/text/white-space.js';
import { digitsOf, formTexts } from '../../made/form-text.js';

const RUNS = { numRuns: 4_000 };

const NORMALIZERS: readonly (readonly [string, (text: string) => string])[] = [
  ['plainCharacters', plainCharacters],
  ['halfWidth', halfWidth],
  ['withoutLayoutBlanks', withoutLayoutBlanks],
  ['withoutBlanks', withoutBlanks],
  ['proseOf', proseOf],
  ['paragraphsOf', paragraphsOf],
  ['valueTextOf', valueTextOf],
  ['headingText', headingText],
  ['labelOf', (text) => labelOf(text).key],
  ['valueOf', (text) => valueOf(text).text],
];

const KEEP_DIGITS: readonly (readonly [string, (text: string) => string])[] = [
  ['proseOf', proseOf],
  ['paragraphsOf', paragraphsOf],
  ['valueTextOf', valueTextOf],
  ['valueOf', (text) => valueOf(text).text],
];

describe('over any text', () => {
  it.each(NORMALIZERS)('%s twice is %s once', (_, normalize) => {
    fc.assert(
      fc.property(formTexts, (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
      RUNS,
    );
  });

  it.each(KEEP_DIGITS)('%s keeps each digit in its place', (_, normalize) => {
    fc.assert(
      fc.property(formTexts, (text) => {
        expect(normalize(text).replace(/\D/g, '')).toBe(digitsOf(text));
      }),
      RUNS,
    );
  });

  it.each([
    ['proseOf', proseOf],
    ['valueTextOf', valueTextOf],
    ['paragraphsOf', paragraphsOf],
  ])('%s is composed: NFC', (_, normalize) => {
    fc.assert(
      fc.property(formTexts, (text) => {
        const result = normalize(text);
        expect(result).toBe(result.normalize('NFC'));
      }),
      RUNS,
    );
  });

  it('no canonical text has a blank beside a Chinese character', () => {
    fc.assert(
      fc.property(formTexts, (text) => {
        expect(proseOf(text)).not.toMatch(/[\u4e00-\u9fff]\s|\s[\u4e00-\u9fff]/);
      }),
      RUNS,
    );
  });
});

/** The numbers that a text prints, in order, without their signs and thousands separators. */
const numbersIn = (text: string) =>
  (text.replace(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? []).map((number) => Number(number));

/** Texts that are mostly a value, so that every kind is met often. */
const sign = fc.constantFrom('', '=', '≥', '≧', '＞', '<=', '不少于', '不超过', '提升', '约', '2023年', '-');
const unit = fc.constantFrom(
  '',
  '%',
  '(%)',
  '％',
  '篇',
  '（件/千人）',
  '万元',
  '年11月底',
  '月',
  '日前',
  'm2',
  '人 次',
  '以上',
);
const numberText = fc.constantFrom(
  '0',
  '7',
  '95',
  '１００',
  '100.00',
  '1,234.5',
  '2023',
  '2023.11',
  '85-95',
  '85%~95%',
  '3 5',
);
const valueTexts = fc.oneof(
  formTexts,
  fc.tuple(sign, numberText, unit).map((parts) => parts.join('')),
  fc.tuple(sign, numberText, unit, numberText, unit).map((parts) => parts.join('')),
);

describe('a value has the digits of its text, no more and no less', () => {
  it('in number, range and date', () => {
    fc.assert(
      fc.property(valueTexts, (text) => {
        const { kind, value, valueMax, date, unit: of, ...rest } = valueOf(text);
        const printed = numbersIn(rest.text);
        const inUnit = numbersIn(of ?? '');
        if (kind === 'number') expect([Math.abs(value ?? NaN), ...inUnit]).toEqual(printed);
        else if (kind === 'range')
          expect([Math.abs(value ?? NaN), Math.abs(valueMax ?? NaN), ...inUnit]).toEqual(printed);
        else if (kind === 'date') expect((date ?? '').split('-').map(Number).join('')).toBe(dateDigits(rest.text));
        else expect([value, valueMax, date]).toEqual([null, undefined, undefined]);
      }),
      { numRuns: 10_000 },
    );
  });
});

/** The parts of a printed date, without the zeros before them. */
const dateDigits = (text: string) => (text.match(/\d+/g) ?? []).map(Number).join('');

describe('a number cell', () => {
  it('gives the digits of its text, unless a repair is recorded', () => {
    fc.assert(
      fc.property(valueTexts, (text) => {
        const read = numberOf(text);
        if (read.kind !== 'number') return;
        const digits = read.value.toFixed(read.decimals).replace(/\D/g, '');
        const source = read.repaired ?? text;
        expect(BigInt(digits)).toBe(BigInt(digitsOf(source)));
        if (read.repaired !== null) expect(read.repaired).toHaveLength(withoutBlanks(plainCharacters(text)).length);
      }),
      { numRuns: 10_000 },
    );
  });
});
