import type { Decision } from '../schema/decision.js';

/** What holds at one path after all that was taken back. */
export interface LiveDecision {
  /** The last one. */
  readonly decision: Decision;
  /** One before it that nobody took back and that says something else: two people decided without knowing of each other. */
  readonly other: Decision | null;
}

export interface LiveDecisions {
  /** Confirmed and replaced values and rows taken away, by path. */
  readonly values: ReadonlyMap<string, LiveDecision>;
  /** Rows that were added, in the order of time, with those taken back: what was added behind one keeps its place. */
  readonly additions: readonly { readonly decision: Decision; readonly isUndone: boolean }[];
  readonly notes: readonly Decision[];
  readonly signature: Decision | null;
}

/** The order of decisions: by time, and by id where two were made at once, so that files put together in any order give the same. */
export const inTime = (decisions: readonly Decision[]): Decision[] =>
  decisions.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id));

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** 97.2 and 97.20 are one number. */
const saysTheSame = (a: Decision, b: Decision) =>
  a.action === b.action && (a.after === b.after || Number(a.after ?? NaN) === Number(b.after ?? NaN));

/** What holds of the decisions on one record. */
export function liveDecisions(decisions: readonly Decision[]): LiveDecisions {
  const undone = new Set(decisions.flatMap(({ action, undoes }) => (action === 'undo' && undoes ? [undoes] : [])));
  const values = new Map<string, LiveDecision>();
  const notes: Decision[] = [];
  const additions: { decision: Decision; isUndone: boolean }[] = [];
  let signature: Decision | null = null;
  for (const decision of inTime(decisions)) {
    if (decision.action === 'add') additions.push({ decision, isUndone: undone.has(decision.id) });
    if (undone.has(decision.id)) continue;
    if (decision.action === 'note') notes.push(decision);
    else if (decision.action === 'sign') signature = decision;
    else if (decision.action !== 'undo' && decision.action !== 'add') {
      const before = values.get(decision.path);
      const differs = before !== undefined && !saysTheSame(before.decision, decision);
      values.set(decision.path, { decision, other: differs ? before.decision : (before?.other ?? null) });
    }
  }
  return { values, additions, notes, signature };
}
