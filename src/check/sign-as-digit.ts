import type { Value } from '../schema/record.js';
import { finding, type Rule } from './rule.js';

/** `≥90%` read as `290%`: a per cent of three digits that begins with 2, without a sign before it. */
const SIGN_READ_AS_2 = /^2\d{2}(?:\.\d+)?(?:\(%\)|%)$/;
const SHARE = 100;

const isShare = ({ kind, value }: Value) => kind !== 'number' || (value !== null && value <= SHARE);

/** A target whose first digit is probably the sign ≥. Source: what readers do to ≥ in published forms. */
export const signAsDigit: Rule = {
  code: 'sign-as-digit',
  run: ({ indicators }) =>
    indicators.flatMap(({ target, actual }, index) =>
      SIGN_READ_AS_2.test(target.text) && isShare(actual)
        ? finding(
            'sign-as-digit',
            'warning',
            `indicators[${index}].target`,
            `The target “${target.text}” is probably ≥${target.text.slice(1)}: readers take ≥ for 2. Compare it with the page.`,
            `目标值“${target.text}”可能是“≥${target.text.slice(1)}”（≥易被识别为2），请对照原件核对。`,
          )
        : [],
    ),
};
