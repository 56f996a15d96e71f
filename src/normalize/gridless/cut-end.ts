import type { Finding } from '../../schema/finding.js';
import type { Indicator, SelfEvaluation } from '../../schema/record.js';

const cutEnd = (path: string): Finding => ({
  code: 'cells-unsure',
  severity: 'warning',
  path,
  message: 'The text ends in this row, before the total: what stands last may be cut. Compare the row with the page.',
  messageZh: '文本在本行处中断，其后没有总分，行末内容可能不完整，请对照原件核对。',
});

const lacksCells = ({ target, actual, weight, score }: Indicator) =>
  weight === null || score === null || target.text === '' || actual.text === '';

/** The same record; where its text ends within the indicators, the last row is flagged: its last number may be a part of one. */
export function withCutEnd(record: SelfEvaluation): SelfEvaluation {
  const { indicators, totalWeight, totalScore, grade } = record;
  const last = indicators.at(-1);
  if (!last || !lacksCells(last) || totalWeight !== null || totalScore !== null || grade !== null) return record;
  return { ...record, findings: [...record.findings, cutEnd(`indicators[${indicators.length - 1}]`)] };
}
