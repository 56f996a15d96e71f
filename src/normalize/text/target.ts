import type { Value } from '../../schema/record.js';
import { valueTextOf } from './canonical.js';
import { numberOf } from './number.js';
import { valueOf } from './value.js';

/** A target as its cells hold it; `property` and `unit` are blank where the form has one column for all. */
export interface TargetCells {
  readonly property: string;
  readonly value: string;
  readonly unit: string;
}

const SIGN_WORDS: Readonly<Record<string, string>> = {
  大于等于: '≥',
  小于等于: '≤',
  大于或等于: '≥',
  小于或等于: '≤',
  等于: '=',
  大于: '>',
  小于: '<',
};
const SIGN = /^(?:[=≥≤><]|>=|<=)$/;
const BEGINS_WITH_SIGN = /^[=≥≤><]/;

/** A letter that is no unit, or a quote, where a sign of comparison stands: what a reader makes of one that it does not know. */
const MISREAD_SIGN = /^\s*[A-Zv«»‹›]\s*$/;

export const isMisreadSign = (text: string) => MISREAD_SIGN.test(text);

function signOf(property: string): string {
  const text = valueTextOf(property).replace(/^(?:定量|正向|反向)(?:指标)?/, '');
  if (text === '>=') return '≥';
  if (text === '<=') return '≤';
  return SIGN.test(text) || isMisreadSign(text) ? text : (SIGN_WORDS[text] ?? '');
}

/**
 * Three columns (指标性质 · 指标值 · 度量单位) as one target: `≥` `95` `%` is `≥95%`. A target in words takes no unit. A misread sign
 * stays before a number, for all to see.
 */
export function targetOf({ property, value, unit }: TargetCells): Value {
  const text = valueTextOf(value);
  if (/^[-—/]?$/.test(text)) return { ...valueOf(''), text: '' };
  if (property === '' && unit === '') return valueOf(value);
  const sign = BEGINS_WITH_SIGN.test(text) ? '' : signOf(property);
  if (!/\d/.test(text)) return valueOf(sign === '' || isMisreadSign(sign) ? value : sign + value);
  const bare = numberOf(unit).kind === 'none' ? '' : valueTextOf(unit);
  return valueOf(sign + text + (bare === '' || text.endsWith(bare) ? '' : bare));
}

/** A result without a unit has the target's, in `unit` and not in its text. */
export function withUnitOf(target: Value, actual: Value): Value {
  if (actual.kind !== 'number' || actual.unit !== null || target.unit === null) return actual;
  return { ...actual, unit: target.unit };
}
