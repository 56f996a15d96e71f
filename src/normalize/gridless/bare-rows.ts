import type { Finding } from '../../schema/finding.js';
import type { Indicator, SelfEvaluation } from '../../schema/record.js';

const bareRow = (path: string): Finding => ({
  code: 'cells-unsure',
  severity: 'warning',
  path,
  message:
    'The text has no grid, and a row here lacks cells: a cell that wraps may have been read as two. Compare the row with the page.',
  messageZh: '本文本没有表格线，此处有行缺少单元格，折行的单元格可能被读成两个，请对照原件核对。',
});

/** A row without points that lacks its target or its result; a part of the row above has both. */
const isBare = ({ target, actual, weight, score }: Indicator) =>
  weight === null && score === null && (target.text === '' || actual.text === '');
/** A result that says nothing but the unit of its target. */
const isBareUnit = ({ target, actual }: Indicator) => target.unit !== null && actual.text.trim() === target.unit;

/** The same record; rows that hold what may be half of a wrapped cell are flagged, with the row below. */
export function withBareRows(record: SelfEvaluation): SelfEvaluation {
  const { indicators } = record;
  const doubtful = indicators.flatMap((row, index) =>
    isBare(row) ? [index, index + 1] : isBareUnit(row) ? [index] : [],
  );
  const paths = [...new Set(doubtful)].filter((index) => index < indicators.length).map((at) => `indicators[${at}]`);
  return paths.length === 0 ? record : { ...record, findings: [...record.findings, ...paths.map(bareRow)] };
}
