import type { Code } from '../../schema/catalogue.js';
import type { Finding } from '../../schema/finding.js';
import type { Indicator } from '../../schema/record.js';
import { goalsAreUnsure } from './line-rows.js';
import type { Row } from '../rows/rows.js';

const doubt = (code: Code, path: string, message: string, messageZh: string): Finding => ({
  code,
  severity: 'warning',
  path,
  message,
  messageZh,
});

const unsureGoal = (path: string) =>
  doubt(
    'goal-unsure',
    path,
    'The lines of this text do not tell where the expected goal ends and the actual result begins.',
    '本文本逐行排列，无法确定预期目标与实际完成情况的分界。',
  );

const unsureRow = (index: number) =>
  doubt(
    'row-unsure',
    `indicators[${index}]`,
    'In a text with one cell on a line, what stands between two rows may be a reason or the rest of a cut cell. Compare the row with the page.',
    '本文本逐行排列，两行之间的文字可能是偏差原因，也可能是被截断的单元格，请对照原件核对。',
  );

/** What a text with one cell on a line leaves open: the border between the goals, and text between rows that lost no points. */
export function doubtsOfLines(rows: readonly Row[], indicators: readonly Indicator[]): Finding[] {
  const goals = goalsAreUnsure(rows) ? [unsureGoal('expectedGoal'), unsureGoal('actualResult')] : [];
  const odd = indicators.flatMap(({ deviation, weight, score }, index) =>
    deviation !== '' && weight === score ? [index] : [],
  );
  const doubtful = new Set(odd.flatMap((index) => [index, index + 1]).filter((index) => index < indicators.length));
  return [...goals, ...[...doubtful].sort((a, b) => a - b).map(unsureRow)];
}
