import { isAmount } from '../../schema/number-fields.js';
import { fundsColumn, indicatorColumn } from '../rows/section-heads.js';
import type { FundsColumn, IndicatorColumn } from '../vocabulary/words.js';
import type { Borders } from './borders.js';
import { bestRun, type PlacedLabel } from './labels.js';
import type { Span } from './running-text.js';

/** The names of a block's columns, side by side. */
export interface HeaderRun<Role extends string> extends Span {
  readonly labels: readonly PlacedLabel<Role | 'unknown'>[];
}

const INDICATOR_ANCHOR = /[一二三123]级(?:绩效)?指标|指标名称/g;
const FUNDS_ANCHOR = /年初预算|全年预算|预算数|执行数|支出数|到位数|执行率|执行金额|预算金额|年初(?:批复|安排)/g;
/** Characters before and behind the first word of a header that the rest of it may take. */
const BEFORE = 90;
const BEHIND = 160;
/** A text with more of these words is searched no further: it repeats itself, and nobody wrote it as a form. */
const MOST_ANCHORS = 400;

const LEVELS: ReadonlySet<string> = new Set<IndicatorColumn>(['level1', 'level2', 'name']);
const VALUES: ReadonlySet<string> = new Set<IndicatorColumn>(['target', 'actual', 'weight', 'score']);

const rolesOf = (labels: readonly PlacedLabel<string>[]) =>
  new Set(labels.map(({ role }) => role).filter((role) => role !== 'unknown'));

const isIndicatorHeader = (labels: readonly PlacedLabel<string>[]) => {
  const roles = rolesOf(labels);
  return roles.size >= 3 && [...roles].some((role) => LEVELS.has(role)) && [...roles].some((role) => VALUES.has(role));
};
const isFundsHeader = (labels: readonly PlacedLabel<string>[]) => {
  const roles = rolesOf(labels);
  return roles.size >= 2 && [...roles].some((role) => isAmount(role));
};

/**
 * The names from the first level's on, and those that stand right before it as the upper row of the header. What stands before an unknown
 * piece there is another block's: the goals' labels are called as columns are.
 */
function withoutGoals<Label extends PlacedLabel<string>>(labels: readonly Label[]): Label[] {
  const level = labels.findIndex(({ role }) => LEVELS.has(role));
  if (level <= 0) return [...labels];
  const unknown = labels.slice(0, level).findLastIndex(({ role }) => role === 'unknown');
  const before = labels.slice(unknown + 1, level);
  const isHeader = before.every(({ role }) => role === 'extra') || rolesOf(before).size > 1;
  return [...(isHeader ? before : []), ...labels.slice(level)];
}

function runsOf<Role extends string>(
  borders: Borders,
  span: Span,
  anchor: RegExp,
  roleOf: (key: string) => Role | null,
  isHeader: (labels: readonly PlacedLabel<Role | 'unknown'>[]) => boolean,
): HeaderRun<Role>[] {
  const runs: HeaderRun<Role>[] = [];
  const text = borders.running.text.slice(span.from, span.to);
  let tried = 0;
  for (const { index } of text.matchAll(anchor)) {
    const at = span.from + index;
    const last = runs.at(-1);
    if (last && at < last.to) continue;
    if (++tried > MOST_ANCHORS) break;
    const window = {
      from: Math.max(span.from, last?.to ?? 0, at - BEFORE),
      to: Math.min(span.to, at + BEHIND),
    };
    const labels = withoutGoals(bestRun(borders, window, roleOf));
    const [first, end] = [labels[0], labels.at(-1)];
    if (first && end && isHeader(labels)) runs.push({ from: first.from, to: end.to, labels });
  }
  return runs;
}

/** Headers of indicator tables: 一级指标 · 二级指标 · 三级指标 · 年度指标值 … */
export const indicatorHeaders = (borders: Borders, span: Span): HeaderRun<IndicatorColumn>[] =>
  runsOf(borders, span, INDICATOR_ANCHOR, indicatorColumn, isIndicatorHeader);

/** Headers of funds blocks: 年初预算数 · 全年预算数 · 全年执行数 … */
export const fundsHeaders = (borders: Borders, span: Span): HeaderRun<FundsColumn>[] =>
  runsOf(borders, span, FUNDS_ANCHOR, fundsColumn, isFundsHeader);
