import { isHeadingPart, isKnownHeading, startsWithHeading, type Level } from '../../vocabulary/headings.js';
import { numberOf } from '../../text/number.js';
import type { RowCell } from '../../rows/rows.js';
import { isMisreadSign } from '../../text/target.js';
import { withoutBlanks } from '../../text/white-space.js';
import type { IndicatorColumn } from '../../vocabulary/words.js';

/** How badly a cell fits a column by what it holds: 0 fits, from about 2 on it probably belongs elsewhere. */
type Fit = (cell: RowCell) => number;

const MAX_POINTS = 100;
const CUT_NUMBER = 0.4;
/** A heading fits in a narrow column; a longer text is a name or a reason. */
const LONGEST_HEADING = 14;

/** A shorter piece of a heading may be of either level: 指标. */
const SHORTEST_PART = 3;

const TARGET_SIGN = /^\s*(?:[=＝═≥≧≤≦>＞<＜﹥﹤]|不低于|不少于|不超过|不高于|大于|小于)/;
/** A name, a blank, then a target: two cells whose border was lost. */
const SIGN_INSIDE = /\S\s+[=＝═≥≧≤≦>＞<＜﹥﹤]\s*\d/;
const PROPERTY = /^\s*(?:[=＝═≥≧≤≦>＞<＜﹥﹤]{1,2}|定性?|定量|性|大于等于|小于等于|等于|大于|小于|[正反逆]向.*)$/;
const VALUE_LIKE =
  /^\s*(?:[=＝≥≧≤≦>＞<＜]\s*)?\d+(?:\.\d+)?\s*(?:(?:[(（][^)）]{1,8}[)）]|%|％|[\u4e00-\u9fff]{1,3})\s*)?$/;
const ACHIEVED = /^(?:部分|未|全部|完全)?达成(?:年度|预期)?指标/;
/** What only a result says: 达成指标, 未达成指标且效果较差. A reason may begin so. */
const ONLY_ACHIEVED = /^(?:部分|未|全部|完全)?达成(?:年度|预期)?指标(?:[并且].{0,12})?$/;
/** What only a target says: a sign of comparison before a number. */
const ONLY_TARGET = /^\s*[=＝═≥≧≤≦>＞<＜﹥﹤]{1,2}\s*\d[^，。；]*$/;
/** What a sign of comparison was misread as, in the property's column: unlikely, but likelier than elsewhere. */
const MISREAD_SIGN = 1;
/** A result, a blank, then points; or nothing but points. */
const POINTS_BEHIND = /(?:^|\s)\d{1,3}\.\d{1,2}\s*$/;
const ONLY_NUMBERS = /^\s*\d[\d.]*(?:\s+\d[\d.]*)+\s*$/;
const BLANK_INSIDE = /\S\s+\S/;

/** 数量 or 社会效益 where a name should stand: odd enough to look for another placing. */
const BARE_HEADING = 1.6;
const BARE = /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响)$/;

/** What a page break left of points: `10.` */
const CUT_POINTS = /^\d{1,3}\.$/;

/** Nothing but what is left of a number stands so: no Chinese character, and no sign that a target begins with. */
export const isDamagedNumber = ({ text }: RowCell): boolean =>
  numberOf(text).kind === 'unreadable' && !/\p{Script=Han}/u.test(text) && !TARGET_SIGN.test(text);
const DAMAGED_NUMBER = 2;

const points: Fit = (cell) => {
  if (CUT_POINTS.test(cell.text.trim())) return CUT_NUMBER;
  const read = numberOf(cell.text);
  if (read.kind === 'number') return read.value <= MAX_POINTS ? 0 : 1.5;
  if (read.kind === 'none') return 0.2;
  return isDamagedNumber(cell) ? DAMAGED_NUMBER : 6;
};

const isHeading = ({ label }: RowCell) =>
  label.key.endsWith('指标') && (isKnownHeading(1, label.key) || isKnownHeading(2, label.key));

/** A known heading without its last character: 可持续影响指. */
const isCutHeading = (key: string) =>
  key.endsWith('指') && ([1, 2] as const).some((level) => isKnownHeading(level, `${key}标`));

/** A known heading with more behind it: two cells whose border was lost. */
const holdsHeadingAndMore = ({ text, label }: RowCell) => BLANK_INSIDE.test(text) && startsWithHeading(label.key);

/** A heading that is none of the known ones may be a name that slid; less so in a form whose kind has headings of its own. */
const UNKNOWN_HEADING = 1.2;
const OWN_HEADING = 0.2;

function headingFit(level: Level): Fit {
  const other = level === 1 ? 2 : 1;
  return (cell) => {
    const key = cell.label.key;
    if (isKnownHeading(level, key)) return 0;
    if (isHeadingPart(level, key)) return 0.4;
    if (isKnownHeading(other, key)) return level === 1 ? 3 : 2;
    if (numberOf(cell.text).kind === 'none') return 0.2;
    if (isHeadingPart(other, key) && key.length >= SHORTEST_PART) return 1.2;
    if (numberOf(cell.text).kind === 'number') return 6;
    if (TARGET_SIGN.test(cell.text)) return 5;
    if (holdsHeadingAndMore(cell)) return 2.5;
    if (key.endsWith('指标')) return 0.3;
    return cell.text.length > LONGEST_HEADING ? 2.5 : UNKNOWN_HEADING;
  };
}

const name: Fit = (cell) => {
  if (numberOf(cell.text).kind === 'number') return 5;
  if (TARGET_SIGN.test(cell.text) || VALUE_LIKE.test(cell.text) || isMisreadSign(cell.text)) return 3;
  if (isHeading(cell) || SIGN_INSIDE.test(cell.text) || holdsHeadingAndMore(cell)) return 2.5;
  if (BARE.test(cell.label.key)) return BARE_HEADING;
  if (isCutHeading(cell.label.key)) return 2.5;
  return cell.label.key === '指标' ? 2.5 : 0;
};

const property: Fit = ({ text }) => {
  if (PROPERTY.test(withoutBlanks(text)) || numberOf(text).kind === 'none') return 0;
  return isMisreadSign(text) ? MISREAD_SIGN : 4;
};

const value =
  (achieved: number, sign: number): Fit =>
  (cell) => {
    if (isHeading(cell)) return 3;
    if (SIGN_INSIDE.test(cell.text)) return 2.5;
    if (BLANK_INSIDE.test(cell.text) && POINTS_BEHIND.test(cell.text)) return 2;
    return ACHIEVED.test(cell.text) ? achieved : TARGET_SIGN.test(cell.text) ? sign : 0;
  };

const deviation: Fit = (cell) => {
  if (numberOf(cell.text).kind === 'number' || ONLY_NUMBERS.test(cell.text)) return 3;
  if (ONLY_ACHIEVED.test(withoutBlanks(cell.text)) || ONLY_TARGET.test(cell.text)) return 2.5;
  return ACHIEVED.test(cell.text) || isDamagedNumber(cell) ? 2 : 0;
};

export const FIT: Readonly<Record<IndicatorColumn, Fit>> = {
  level1: headingFit(1),
  level2: headingFit(2),
  name,
  property,
  target: value(2, 0),
  unit: (cell) => (numberOf(cell.text).kind === 'number' ? 3 : cell.text.length > LONGEST_HEADING ? 2 : 0),
  actual: value(0, 1),
  weight: points,
  score: points,
  deviation,
  extra: () => 0.2,
};

/** 效果 or 满意度, without 指标: of one level in one kind of form, of the other in another. */
const isBareHeading = ({ label: { key } }: RowCell) =>
  !key.endsWith('指标') && (isKnownHeading(1, key) || isKnownHeading(2, key));

/** How badly a cell fits a column. `ownHeadings`: the form's kind has other headings than that of a project. */
export function fitOf({ role, ownHeadings }: { role: IndicatorColumn; ownHeadings?: boolean }, cell: RowCell): number {
  const cost = FIT[role](cell);
  const isLevel = role === 'level1' || role === 'level2';
  return ownHeadings === true && isLevel && (cost === UNKNOWN_HEADING || isBareHeading(cell)) ? OWN_HEADING : cost;
}
