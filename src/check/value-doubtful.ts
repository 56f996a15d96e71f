import type { Finding } from '../schema/finding.js';
import type { Value } from '../schema/record.js';
import { finding, type Rule } from './rule.js';

/** Why a target or a result is probably not what the form says, in both languages. */
type Reason = readonly [why: string, whyZh: string];

const SIGN = '[=≥≤><约]?';
const LONGEST_BESIDE = 8;

/** A letter that readers put for a digit, among digits and before a unit: 1OO%, ≥9S%. */
const LETTERS = new RegExp(
  `^${SIGN}(?=.*\\d)[\\d.,]*(?:[OoIl|〇]|[SBZgq](?=[\\d.OoIl]*[%(]))[\\dOoIlSBZgq|〇.,]*(?:%|\\(%\\)|‰|\\p{Script=Han}{0,4})$`,
  'u',
);
const ONLY_LETTERS = /^[=≥≤><]?[OoIl|]{2,}(?:%|\(%\))$/;
/** A sign, or a unit of a share, without a number. */
const NO_NUMBER = new RegExp(
  `^(?:[=≥≤><][^\\d\\p{Script=Han}]*(?:\\p{Script=Han}{1,4}[^\\d\\p{Script=Han}]*)?|[^\\d\\p{Script=Han}A-Za-z]*(?:%|\\(%\\)))$`,
  'u',
);
/** Two points, or a stop, among digits; thousands that are set apart by a blank. */
const ODD_POINT = /^\D{0,2}\d+(?:\.{2,}|[。．]\.?)\d+\D{0,6}$/;
const ODD_BLANK = /^\D{0,2}\d{1,3}(?: \d{3})+(?:\.\d+)?\D{0,6}$/;
/** A day or month without a year. */
const NO_YEAR =
  /^[=≤<]?\D{0,4}\d{1,2}月(?:\d{1,2}[日号])?(?:份|底|末|初|中旬|上旬|下旬|之?前|以前|\p{Script=Han}){1,8}$/u;

/** Words of another cell that a cut row joined to the number. */
const WORDS_FOR_UNIT = /达成|完成|指标|[优良中差]$/;

function reasonOf({ kind, text, value, valueMax, unit }: Value): Reason | null {
  if (kind === 'range' && value !== null && valueMax !== undefined && value > valueMax)
    return ['its first number is larger than its second.', '起始值大于终止值'];
  if (unit !== null && WORDS_FOR_UNIT.test(unit))
    return ['what stands behind its number is no unit.', '数字后的文字不是单位'];
  if (kind !== 'text' || text.length > LONGEST_VALUE) return null;
  const compact = text.replace(/（/g, '(').replace(/）/g, ')');
  if (LETTERS.test(compact) || ONLY_LETTERS.test(compact))
    return ['a letter in it is probably a digit.', '其中的字母可能是数字'];
  if (NO_NUMBER.test(compact) && compact.length <= LONGEST_BESIDE) return ['its number is missing.', '缺少数字'];
  if (ODD_POINT.test(compact)) return ['its point can’t be read for sure.', '小数点无法确认'];
  if (ODD_BLANK.test(compact))
    return ['a blank stands in its number, or it is two numbers.', '数字中有空格，或为两个数字'];
  return null;
}
/** Longer texts are words. */
const LONGEST_VALUE = 20;

function doubtful(value: Value, path: string): Finding[] {
  if (value.kind === 'text' && NO_YEAR.test(value.text))
    return [
      finding(
        'value-doubtful',
        'note',
        path,
        `“${value.text}” is a date without a year: it was kept as text.`,
        `“${value.text}”为没有年份的日期，按文字保留。`,
      ),
    ];
  const reason = reasonOf(value);
  if (!reason) return [];
  return [
    finding(
      'value-doubtful',
      'warning',
      path,
      `“${value.text}” is probably not what the form says: ${reason[0]} Compare it with the page.`,
      `“${value.text}”${reason[1]}，请对照原件核对。`,
    ),
  ];
}

/** A target or result that is no number, range or date and looks like a damaged one. Source: what readers do to values in published forms. */
export const valueDoubtful: Rule = {
  code: 'value-doubtful',
  run: ({ indicators }) =>
    indicators.flatMap(({ target, actual }, index) => [
      ...doubtful(target, `indicators[${index}].target`),
      ...doubtful(actual, `indicators[${index}].actual`),
    ]),
};
