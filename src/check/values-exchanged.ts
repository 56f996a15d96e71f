import type { Value } from '../schema/record.js';
import { finding, type Rule } from './rule.js';

const SIGN = /^(?:[=≥≤><]|不低于|不少于|不超过|不高于)/;
const hasNumber = ({ kind }: Value) => kind === 'number' || kind === 'range';

/** The sign of a target stands in the result, and the target has none: the two may have changed places. */
export const valuesExchanged: Rule = {
  code: 'values-exchanged',
  run: ({ indicators }) =>
    indicators.flatMap(({ target, actual }, index) =>
      SIGN.test(actual.text) &&
      !SIGN.test(target.text) &&
      target.text !== '' &&
      (hasNumber(target) || !hasNumber(actual))
        ? ['target', 'actual'].map((field) =>
            finding(
              'values-exchanged',
              'warning',
              `indicators[${index}].${field}`,
              `The result “${actual.text}” has a target’s sign and the target “${target.text}” has none: they may have changed places.`,
              `完成值“${actual.text}”带有指标值的符号，指标值“${target.text}”没有，两者可能颠倒，请对照原件核对。`,
            ),
          )
        : [],
    ),
};
