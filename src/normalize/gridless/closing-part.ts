import { closeRole } from '../rows/rows.js';
import { GRADES, REMARKS } from '../vocabulary/words.js';
import { mayPart, type Borders } from './borders.js';
import { labelsFrom } from './labels.js';
import type { Span } from './running-text.js';

/** A remark's label right before the total belongs to the close as well. */
const REMARK_REACH = 120;
/** A shorter word at a line's beginning may be a name. */
const SHORTEST_REMARK = 4;

const endRole = (key: string) => {
  const role = closeRole(key);
  return role === 'total' || role === 'totalScore'
    ? 'total'
    : role === null
      ? REMARKS.test(key)
        ? 'remark'
        : null
      : 'grade';
};

function remarksFrom(borders: Borders, { from, to }: Span): number | null {
  for (let at = from; at < to; at++) {
    const isOwn = borders.separation === 'cells' || borders.separation === 'lines' || borders.running.lineStarts[at];
    if (isOwn !== true || !mayPart(borders, at)) continue;
    const remark = labelsFrom(borders, at, to, endRole).find(
      (label) => label.role === 'remark' && label.to - label.from >= SHORTEST_REMARK,
    );
    if (remark) return at;
  }
  return null;
}

/** Where the table of indicators ends: at the total, the grade or a remark on the form as a whole. */
export function closingPart(borders: Borders, { from, to }: Span): number {
  const { text } = borders.running;
  let grade: number | null = null;
  for (let at = from; at < to; at++) {
    if (!mayPart(borders, at)) continue;
    const [label] = labelsFrom(borders, at, to, endRole).filter(({ role }) => role !== 'remark');
    if (!label) continue;
    const behind = text.slice(label.to, label.to + 4);
    if (label.role === 'total' && /^[:：]?(?:[\d—-]|得分|评分|分值|总)/.test(behind))
      return remarksFrom(borders, { from: Math.max(from, at - REMARK_REACH), to: at }) ?? at;
    const isGrade =
      label.role === 'grade' && (label.to === to || GRADES.test(behind.slice(0, 1)) || /^[\d□☐]/.test(behind));
    if (isGrade) grade ??= at;
  }
  return grade ?? remarksFrom(borders, { from, to }) ?? to;
}
