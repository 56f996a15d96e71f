import { finding, type Rule } from './rule.js';

/** A row that a page cut may have its rest behind it. */
const isSameOrCut = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);

/** Two rows of one name, target and result that stand below each other: one of them may be a copy. Source: rows copied by mistake in published forms. */
export const indicatorRepeated: Rule = {
  code: 'indicator-repeated',
  run: ({ indicators }) =>
    indicators.flatMap((row, index) => {
      const before = indicators[index - 1];
      if (!before || row.name === '' || row.target.text === '') return [];
      const isSame =
        before.name === row.name &&
        before.actual.text === row.actual.text &&
        isSameOrCut(before.target.text, row.target.text);
      if (!isSame) return [];
      return [index - 1, index].map((at) =>
        finding(
          'indicator-repeated',
          'warning',
          `indicators[${at}]`,
          `“${row.name}” stands twice, one row below the other, with the same target and result. Compare both with the page.`,
          `“${row.name}”连续出现两次，指标值和完成值均相同，请对照原件核对。`,
        ),
      );
    }),
};
