import type { Borders } from './borders.js';
import { GAP, type Span } from './running-text.js';

/** Two texts that stood in cells side by side, and whether the text tells where the second begins. */
export interface GoalSplit {
  readonly expected: readonly Span[];
  readonly actual: readonly Span[];
  readonly isUnsure: boolean;
}

const FIRST_ITEM = /^(?:1|一|①|\(1\)|（1）|目标1)[.、．:：)）]/;
const SENTENCE_END = /[。！!]$/;
const CLAUSE_END = /[；;]$/;
/** What speaks for a place between two goals, against the difference of their lengths. */
const NEW_LIST = 1;
const SAME_BEGINNING = 0.6;
const AT_SENTENCE_END = 0.4;
const AT_CLAUSE_END = 0.2;
const AT_LINE = 0.2;
const BEGINNING = 2;

function worth({ running }: Borders, whole: Span, at: number): number {
  const text = running.text.slice(whole.from, whole.to);
  const [first, second] = [text.slice(0, at - whole.from), text.slice(at - whole.from)];
  const balance = 1 - Math.abs(first.length - second.length) / text.length;
  return (
    balance +
    (FIRST_ITEM.test(second) && FIRST_ITEM.test(first) ? NEW_LIST : 0) +
    (second.startsWith(first.slice(0, BEGINNING)) ? SAME_BEGINNING : 0) +
    (SENTENCE_END.test(first) ? AT_SENTENCE_END : CLAUSE_END.test(first) ? AT_CLAUSE_END : 0) +
    ((running.gaps[at] ?? GAP.none) >= GAP.line ? AT_LINE : 0)
  );
}

/** Where the second goal may begin: at gaps, or behind sentences where nothing parts the cells. */
function places(borders: Borders, { from, to }: Span): number[] {
  const found: number[] = [];
  for (let at = from + 1; at < to; at++) {
    const gap = borders.running.gaps[at] ?? GAP.none;
    const isPlace =
      borders.separation === 'glued'
        ? gap > GAP.blank || /[。；;！!]/.test(borders.running.text.charAt(at - 1))
        : gap > GAP.none;
    if (isPlace) found.push(at);
  }
  return found;
}

/** Divides what stands below 预期目标 · 实际完成情况 into the two texts. `cells`: its parts, where they are parted. */
export function splitGoalTexts(borders: Borders, cells: readonly Span[]): GoalSplit {
  const [first, second] = cells;
  if (!first) return { expected: [], actual: [], isUnsure: false };
  if (cells.length === 2 && second) return { expected: [first], actual: [second], isUnsure: false };
  if (cells.length > 2) return splitList(borders, cells);
  const candidates = places(borders, first).map((at) => ({ at, value: worth(borders, first, at) }));
  const [best] = candidates.sort((a, b) => b.value - a.value);
  if (!best) return { expected: [first], actual: [], isUnsure: true };
  return {
    expected: [{ from: first.from, to: best.at }],
    actual: [{ from: best.at, to: first.to }],
    isUnsure: candidates.length > 1,
  };
}

/** Of more than two cells, a list that begins again parts them; else the half of them. */
function splitList(borders: Borders, cells: readonly Span[]): GoalSplit {
  const textOf = ({ from, to }: Span) => borders.running.text.slice(from, to);
  const again = cells.findIndex((cell, index) => index > 0 && FIRST_ITEM.test(textOf(cell)));
  const half = again > 0 ? again : Math.ceil(cells.length / 2);
  return { expected: cells.slice(0, half), actual: cells.slice(half), isUnsure: again <= 0 };
}
