import fc from 'fast-check';
import { halfWidth, plainCharacters } from '../../src/normalize/text/characters.js';

/** What the texts of forms are made of, and what readers put into them. */
const PIECES = [
  ...Array.from('年月日度指标产出效益满意率不低于少超过达成部分元万件提升于至到以上内完成的一二三'),
  ...Array.from('0123456789'),
  ...Array.from('０１２９％（），：；ＡＢａ＝－．！？'),
  ...Array.from(',.;:()[]%=<>-+/~!?"\'|_*#'),
  ...Array.from('≥≧≤≦═﹦﹥﹤，。；：（）、“”《》—–…·①②㎡½²①√□☑'),
  ...Array.from('⽬⽰⻚⻓⽅⺀⻳豈'),
  ...Array.from('abXYlO'),
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '\u3000',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u0301',
  '\u0338',
  '−',
  '分',
  '指标',
  '不少于',
  '达成指标',
  '2023年',
  '100',
  '≥95%',
  '1,234.50',
];

const pieces = fc.constantFrom(...PIECES);

/** Texts of few different pieces, so that signs which lean on each other stand side by side often. */
const repetitiveTexts = fc
  .array(pieces, { minLength: 1, maxLength: 6 })
  .chain((few) => fc.array(fc.constantFrom(...few), { maxLength: 14 }).map((text) => text.join('')));

/** Short texts of Chinese, full-width and half-width signs, blanks, radicals, accents and form words. */
export const formTexts: fc.Arbitrary<string> = fc.oneof(
  repetitiveTexts,
  fc.array(pieces, { maxLength: 24 }).map((text) => text.join('')),
  fc.string({ unit: 'binary', maxLength: 24 }),
);

/** The digits of a text in their order, full-width ones as half-width. */
export const digitsOf = (text: string): string => halfWidth(plainCharacters(text)).replace(/\D/g, '');
