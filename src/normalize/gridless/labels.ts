import { AMONG, fundsRow } from '../vocabulary/funds-labels.js';
import { headingKey, isKnownHeading } from '../vocabulary/headings.js';
import { labelOf } from '../vocabulary/label.js';
import { crossesBorder, gapsWithin, mayPart, type Borders } from './borders.js';
import { textIn, type Span } from './running-text.js';

/** A label where it stands, with what it means. */
export interface PlacedLabel<Role extends string> extends Span {
  readonly role: Role;
}

/** Characters of the longest label of a form, brackets included. */
const LONGEST = 34;
/** A label is wrapped over no more pieces than this: one character a line, as vertical text comes out. */
const MOST_GAPS = 8;
/** What a label costs for each gap within it: one piece is likelier than two. */
const GAP_COST = 0.05;
const LABEL_WORTH = 2;
/** Two names of one column side by side are more likely one name, where nothing parts the cells. */
const REPEATED_WORTH = -0.5;
/** Of two labels over the same characters, the longer one is meant. */
const CHARACTER_WORTH = 0.1;
/** A longer piece is no name of a column. */
const LONGEST_UNKNOWN = 14;
/** A piece between two names of columns that is no known name. */
const UNKNOWN_COST = 1.6;
/** One such character, where nothing parts the cells. */
const UNKNOWN_CHARACTER_COST = 0.7;

/** A number or a sign for none behind a label is its value. */
const ENDS_AS_VALUE = /[\d.%％—–/-]$/;
const mayHoldValues = ({ separation }: Borders) => separation === 'blanks' || separation === 'glued';
/** What no label begins with. */
const NO_BEGINNING = /[-—–/%％,，.。;；:：、)）]/;
const COLON = /[:：]/;

export const isColonBefore = ({ running }: Borders, at: number) => COLON.test(running.text.charAt(at - 1));

/** Roles whose names may go on in words of their own: 原因及改进措施. */
const LOOSE: ReadonlySet<string> = new Set(['extra', 'deviation', 'remark']);

/** True where a label goes on over the first cell of the row behind it: 原因 总额, 未完成原因分析 产出指标. */
function swallows({ running }: Borders, { from, to }: Span): boolean {
  if (/\d/.test(running.text.slice(from, to))) return true;
  for (let at = from + 2; at < to - 1; at++)
    for (let end = at + 2; end <= to; end++) if (isRowsFirst(running.text.slice(at, end))) return true;
  return false;
}

/** True for what the first cell of a row says: a heading, or the label of a funds row. */
function isRowsFirst(text: string): boolean {
  const key = headingKey(text);
  return isKnownHeading(1, key) || isKnownHeading(2, key) || fundsRow(labelOf(text).key.replace(AMONG, '')) !== null;
}

/** The labels that begin at `from`, the longest first. */
export function labelsFrom<Role extends string>(
  borders: Borders,
  from: number,
  end: number,
  roleOf: (key: string) => Role | null,
): PlacedLabel<Role>[] {
  const found: PlacedLabel<Role>[] = [];
  if (NO_BEGINNING.test(borders.running.text.charAt(from))) return found;
  const last = Math.min(end, from + LONGEST);
  for (let to = from + 2; to <= last; to++) {
    if (!mayPart(borders, to) && !isColonBefore(borders, to)) continue;
    const span = { from, to };
    if (crossesBorder(borders, span) || gapsWithin(borders, span) > MOST_GAPS) break;
    const text = textIn(borders.running, span);
    // A bracket that opens a note belongs to the label, and one that closes it ends it.
    if (/^[(（[【]/.test(text) || /^[)）]/.test(borders.running.text.charAt(to))) continue;
    if (mayHoldValues(borders) && ENDS_AS_VALUE.test(text)) continue;
    const role = roleOf(labelOf(text).key);
    if (role !== null && !(LOOSE.has(role) && swallows(borders, span))) found.push({ from, to, role });
  }
  return found.reverse();
}

/** The end of what stands at `at` and is no label: the next place where cells may part. */
function stepOver(borders: Borders, at: number, end: number): number {
  let next = at + 1;
  while (next < end && !mayPart(borders, next)) next += 1;
  return next;
}

/**
 * The best run of labels in a window: labels side by side, with few pieces between them that are none (role null). By local
 * alignment: each label is worth something, each unknown piece costs something, and the best-scoring stretch is taken.
 */
export function bestRun<Role extends string>(
  borders: Borders,
  window: Span,
  roleOf: (key: string) => Role | null,
): PlacedLabel<Role | 'unknown'>[] {
  const size = window.to - window.from;
  const best = Array.from({ length: size + 1 }, () => ({
    score: 0,
    last: null as PlacedLabel<Role | 'unknown'> | null,
  }));
  let top = 0;
  for (let at = 0; at < size; at++) {
    const from = window.from + at;
    if (!mayPart(borders, from)) continue;
    const here = best[at]?.score ?? 0;
    const offer = (label: PlacedLabel<Role | 'unknown'>, score: number) => {
      const there = best[label.to - window.from];
      if (there && score > there.score) Object.assign(there, { score, last: label });
    };
    for (const label of labelsFrom(borders, from, window.to, roleOf)) {
      const length = label.to - label.from;
      const isRepeated = borders.separation === 'glued' && best[at]?.last?.role === label.role;
      const worth = isRepeated ? REPEATED_WORTH : LABEL_WORTH;
      offer(label, here + worth + CHARACTER_WORTH * length - GAP_COST * gapsWithin(borders, label));
    }
    if (here > 0) {
      const to = stepOver(borders, from, window.to);
      if (to - from > LONGEST_UNKNOWN) continue;
      const cost = borders.separation === 'glued' ? UNKNOWN_CHARACTER_COST : UNKNOWN_COST;
      offer({ from, to, role: 'unknown' }, here - cost);
    }
  }
  best.forEach(({ score }, at) => {
    if (score > (best[top]?.score ?? 0)) top = at;
  });
  const run: PlacedLabel<Role | 'unknown'>[] = [];
  for (let label = best[top]?.last ?? null; label; label = best[label.from - window.from]?.last ?? null)
    run.unshift(label);
  return withJoinedUnknowns(run);
}

/** Unknown characters side by side are one name. */
function withJoinedUnknowns<Role extends string>(
  run: readonly PlacedLabel<Role | 'unknown'>[],
): PlacedLabel<Role | 'unknown'>[] {
  const joined: PlacedLabel<Role | 'unknown'>[] = [];
  for (const label of run) {
    const last = joined.at(-1);
    if (last?.role === 'unknown' && label.role === 'unknown' && last.to === label.from && label.to - label.from === 1)
      joined[joined.length - 1] = { ...last, to: label.to };
    else joined.push(label);
  }
  return joined;
}
