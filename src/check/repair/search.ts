import { exact } from '../exact.js';
import type { NumberAt, PrintedNumber } from '../identity.js';
import { THRESHOLDS } from '../reading-thresholds.js';
import type { Candidate } from './candidates.js';
import type { Constraint } from './constraints.js';
import type { Tried } from './numbers.js';

/** One number that is tried in another's place. */
export interface Change {
  readonly to: Tried;
  /** True where no reader read it: a confusion of what was read. */
  readonly confused: boolean;
}

/** Numbers to be changed together, by path. */
export type Changes = ReadonlyMap<string, Change>;

/** How many readings may be exchanged for another reader's, and how many numbers taken for confused. */
export interface Budget {
  readonly alternatives: number;
  readonly confusions: number;
}

export interface SearchOptions {
  readonly constraints: readonly Constraint[];
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly numberAt: NumberAt;
  /** What must close in the end, beside each identity that a change touches. */
  readonly targets: readonly Constraint[];
  readonly mayBeConfused: (candidate: Candidate) => boolean;
  /** Whether numbers that close all identities can stand in the form at all. */
  readonly accepts: (changes: Changes) => boolean;
}

export interface Found {
  readonly solutions: readonly Changes[];
  /** True where the search was ended before all was tried. */
  readonly gaveUp: boolean;
}

/** More solutions than this are not told apart: the numbers are doubtful in any case. */
const MOST_SOLUTIONS = 16;

/** The targets, and each identity that a change touches, unless it did not close before and issuers depart from it. */
export function mustClose(constraint: Constraint, targets: readonly Constraint[], changes: Changes): boolean {
  if (targets.includes(constraint)) return true;
  return (constraint.binding || constraint.closes) && constraint.paths.some((path) => changes.has(path));
}

/** What a number adds to a sum in place of another, in exact decimals; null where it is not exact. */
function difference(to: number | null, from: number | null): number | null {
  const [added, taken] = [exact(to ?? 0), exact(from ?? 0)];
  return added === null || taken === null ? null : added - taken;
}

/**
 * Every set of changes within the budget that closes the targets and each identity that it touches. Branch and bound: each step mends
 * an identity that is open, by one of its numbers; numbers that were tried before in its place are left alone, so that no set is found
 * twice; with one change left, only what makes a sum close exactly is tried.
 */
export function search(options: SearchOptions, budget: Budget, start: Changes = new Map()): Found {
  const run = new Search(options);
  run.from(new Map(start), new Set(), budget);
  return { solutions: run.solutions, gaveUp: run.gaveUp };
}

class Search {
  readonly solutions: Changes[] = [];
  gaveUp = false;
  private steps = 0;

  constructor(private readonly options: SearchOptions) {}

  from(changes: Map<string, Change>, frozen: ReadonlySet<string>, budget: Budget): void {
    this.steps += 1;
    if (this.gaveUp || this.steps > THRESHOLDS.searchSteps || this.solutions.length >= MOST_SOLUTIONS) {
      this.gaveUp = true;
      return;
    }
    const open = this.firstOpen(changes);
    if (open === undefined) {
      if (this.options.accepts(changes)) this.solutions.push(new Map(changes));
      return;
    }
    if (budget.alternatives + budget.confusions === 0) return;
    this.mend(open, changes, frozen, budget);
  }

  private firstOpen(changes: Changes): Constraint | undefined {
    const { constraints, targets } = this.options;
    return constraints.find((one) => mustClose(one, targets, changes) && !this.closes(one, changes));
  }

  private closes({ arithmetic }: Constraint, changes: Changes): boolean {
    if (arithmetic.kind === 'sum') return this.gap(arithmetic, changes) === 0;
    return arithmetic.closesWith((path) => printed(changes.get(path)?.to) ?? this.unchanged(path, changes));
  }

  private unchanged(path: string, changes: Changes): PrintedNumber | null {
    return changes.has(path) ? null : this.options.numberAt(path);
  }

  private gap({ terms, gap }: Extract<Constraint['arithmetic'], { kind: 'sum' }>, changes: Changes): number | null {
    let total = gap;
    for (const { path, sign } of terms) {
      const change = changes.get(path);
      if (change === undefined) continue;
      const added = difference(change.to.value, this.options.numberAt(path)?.value ?? null);
      if (added === null) return null;
      total += sign * added;
    }
    return total;
  }

  private mend(open: Constraint, changes: Map<string, Change>, frozen: ReadonlySet<string>, budget: Budget): void {
    const { candidates, mayBeConfused } = this.options;
    const fits = this.lastChange(open, changes, budget);
    const tried = new Set(frozen);
    for (const path of open.paths) {
      const candidate = candidates.get(path);
      if (candidate === undefined || changes.has(path) || tried.has(path)) continue;
      const options: Change[] = [
        ...(budget.alternatives > 0 ? candidate.alternatives.map((to) => ({ to, confused: false })) : []),
        ...(budget.confusions > 0 && mayBeConfused(candidate)
          ? candidate.confusions.map((to) => ({ to, confused: true }))
          : []),
      ];
      for (const change of options) {
        if (!fits(path, change)) continue;
        changes.set(path, change);
        this.from(changes, tried, {
          alternatives: budget.alternatives - (change.confused ? 0 : 1),
          confusions: budget.confusions - (change.confused ? 1 : 0),
        });
        changes.delete(path);
      }
      tried.add(path);
    }
  }

  /** With one change left, what a sum lacks is the only thing that helps. */
  private lastChange(open: Constraint, changes: Changes, budget: Budget): (path: string, change: Change) => boolean {
    const { arithmetic } = open;
    if (budget.alternatives + budget.confusions > 1 || arithmetic.kind !== 'sum') return () => true;
    const gap = this.gap(arithmetic, changes);
    const signs = new Map(arithmetic.terms.map(({ path, sign }) => [path, sign]));
    return (path, { to }) => {
      const added = difference(to.value, this.options.numberAt(path)?.value ?? null);
      return gap !== null && added !== null && gap + (signs.get(path) ?? 1) * added === 0;
    };
  }
}

const printed = (tried: Tried | undefined): PrintedNumber | null =>
  tried?.value === undefined || tried.value === null ? null : { value: tried.value, decimals: tried.decimals };
