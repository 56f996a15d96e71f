import { finding, type Rule } from './rule.js';

/** An indicator without a name, a target or a result. */
export const indicatorMissingCell: Rule = {
  code: 'indicator-missing-cell',
  run: ({ indicators }) =>
    indicators.flatMap((row, index) =>
      (['name', 'target', 'actual'] as const)
        .filter((field) => (field === 'name' ? row.name : row[field].text) === '')
        .map((field) =>
          finding(
            'indicator-missing-cell',
            'warning',
            `indicators[${index}].${field}`,
            `The row has no ${field}.`,
            `本行没有${{ name: '指标名称', target: '指标值', actual: '完成值' }[field]}。`,
          ),
        ),
    ),
};
