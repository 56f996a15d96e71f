import { isKnownWord } from '../normalize/known-words.js';
import { finding, type Rule } from './rule.js';

/**
 * A funds row whose label is none of the known ones, as where readers agree on a wrong character. The row that it should have been is
 * then missing: in a scan or an OCR'd text the whole block is to be looked at, in a born-digital PDF, whose label is as printed, the
 * row's kind alone.
 */
export const fundsRowUnknown: Rule = {
  code: 'funds-row-unknown',
  run: ({ funds, source }) =>
    funds.flatMap(({ kind, label }, index) =>
      kind !== 'unclassified' || isKnownWord(`funds[${index}].label`, label)
        ? []
        : finding(
            'funds-row-unknown',
            'warning',
            source.kind === 'pdf' ? `funds[${index}].kind` : 'funds',
            `The funds row ${label === '' ? 'without a label' : `“${label}”`} is of no known kind; its numbers may belong to a row that is missing here.`,
            `资金行${label === '' ? '（无名称）' : `“${label}”`}类别未知，其数字可能属于此处缺失的资金行。`,
          ),
    ),
};
