import type { Repair } from '../../schema/finding.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { evaluatedOf } from '../evaluated.js';
import { gradeRange } from '../grade-range.js';
import type { NumberAt } from '../identity.js';
import { numberLeaves } from '../leaves.js';
import { THRESHOLDS } from '../reading-thresholds.js';
import { FULL_WEIGHT } from '../point-sum.js';
import { proofsOf } from '../proof.js';
import type { RuleContext } from '../rule.js';
import { USUAL_DECIMALS } from '../rounding.js';
import { scoreRange } from '../score-range.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { constraintsOf, groupsOf, type Constraint } from './constraints.js';
import type { Doubt } from '../doubt.js';
import { triedOf, withNumbers } from './numbers.js';
import { oddRates } from './odd-rates.js';
import { mustClose, search, type Budget, type Changes, type Found, type SearchOptions } from './search.js';

export interface Repaired {
  readonly record: SelfEvaluation;
  readonly doubts: ReadonlyMap<string, Doubt>;
}

/** What the search may change, from the likelier to the less likely. */
const BUDGETS: readonly Budget[] = [
  { alternatives: THRESHOLDS.readingsChanged, confusions: 0 },
  { alternatives: 2, confusions: 1 },
  { alternatives: 0, confusions: 2 },
];
/** Two misread numbers that cancel each other out are looked for; more are not met. */
const CANCELLING = 1;
/** So many identities must close for a number that nobody read, or that two readers agree on, to be put in. */
const FEWEST_CLOSED = 2;

/** One pass over a record: what is read of it, and what its identities are. */
class Pass {
  readonly candidates: Map<string, Candidate>;
  readonly constraints: readonly Constraint[];
  readonly numberAt: NumberAt;
  /** Numbers that stand in no form, or hardly any. */
  readonly oddities: ReadonlySet<string>;

  constructor(readonly record: SelfEvaluation) {
    this.candidates = candidatesOf(record);
    this.constraints = constraintsOf(record);
    const values = new Map(numberLeaves(record).map(({ path, value }) => [path, value]));
    this.numberAt = (path) => {
      const value = values.get(path) ?? null;
      const decimals = triedOf(record.evidence[path]?.text ?? '')?.decimals ?? USUAL_DECIMALS;
      return value === null ? null : { value, decimals };
    };
    this.oddities = odditiesOf(record);
  }

  find(targets: readonly Constraint[], budget: Budget, start?: Changes): Found {
    const options: SearchOptions = {
      constraints: this.constraints,
      candidates: this.candidates,
      numberAt: this.numberAt,
      targets,
      mayBeConfused: ({ agreement }) =>
        agreement !== 'agreed' || (targets.length >= FEWEST_CLOSED && budget.confusions === 1),
      accepts: (changes) => this.accepts(changes, targets),
    };
    return search(options, budget, start);
  }

  /** The record with the changes has all their identities closed, and no score or grade out of its range that was in it. */
  private accepts(changes: Changes, targets: readonly Constraint[]): boolean {
    // A number that two readers agree on is taken for misread only where nothing else is.
    const agreed = [...changes].some(
      ([path, { confused }]) => confused && this.candidates.get(path)?.agreement === 'agreed',
    );
    if (agreed && changes.size > 1) return false;
    const changed = withChanges(this.record, changes);
    const closed = constraintsOf(changed);
    const closes = (constraint: Constraint) => closed.find(({ key }) => key === constraint.key)?.closes === true;
    return (
      this.constraints.every((constraint) => !mustClose(constraint, targets, changes) || closes(constraint)) &&
      [...odditiesOf(changed)].every((path) => this.oddities.has(path) && !changes.has(path))
    );
  }
}

/** A score or a grade out of its range, a total weight that is not 100, a rate with other decimals than the rest. */
function odditiesOf(record: SelfEvaluation): Set<string> {
  const found = [scoreRange, gradeRange].flatMap((rule) => rule.run(record, NOTHING_KNOWN)).map(({ path }) => path);
  const { totalWeight } = record;
  return new Set([
    ...found,
    ...oddRates(record),
    ...(totalWeight === null || totalWeight === FULL_WEIGHT ? [] : ['totalWeight']),
  ]);
}
const NOTHING_KNOWN: RuleContext = {
  proofs: new Map(),
  open: new Set(),
  openMembers: new Set(),
  closedSums: new Set(),
  settledBlanks: new Set(),
  doubts: new Map(),
};

const withChanges = (record: SelfEvaluation, changes: Changes) =>
  withNumbers(record, new Map([...changes].map(([path, { to }]) => [path, to])));

/** Every choice of some of the open identities, larger ones first; of many only all, and each alone. */
function choicesOf(open: readonly Constraint[]): (readonly Constraint[])[] {
  const FEW = 4;
  if (open.length > FEW) return [open, ...open.map((one) => [one])];
  const choices = Array.from({ length: 2 ** open.length - 1 }, (_, mask) =>
    open.filter((__, index) => ((mask + 1) >> index) % 2 === 1),
  );
  return choices.sort((a, b) => b.length - a.length);
}

/** The numbers that a record's readers read in several ways settled by its identities, as far as there is one way; the rest named. */
export function repaired(record: SelfEvaluation): Repaired {
  if (Object.values(record.evidence).every(({ readings }) => readings === undefined))
    return { record, doubts: new Map() };
  const doubts = new Map<string, Doubt>();
  const given = new Set<string>();
  let current = record;
  for (;;) {
    const pass = new Pass(current);
    const next = repairOnce(pass, given, doubts);
    if (next === null) {
      for (const path of closedOverOddities(pass)) doubts.set(path, 'by-chance');
      for (const path of ambiguous(pass)) doubts.set(path, 'ambiguous');
      for (const path of oddRates(current)) doubts.set(path, 'decimals');
      return { record: current, doubts };
    }
    current = next;
  }
}

/** The record with one group of open identities closed, where there is one way to; null where there is none left that has. */
function repairOnce(pass: Pass, given: Set<string>, doubts: Map<string, Doubt>): SelfEvaluation | null {
  const isCandidate = (path: string) => pass.candidates.has(path);
  const open = pass.constraints.filter(({ closes, paths }) => !closes && paths.some(isCandidate));
  for (const group of groupsOf(open, isCandidate)) {
    const name = group.map(({ key }) => key).join('\n');
    if (given.has(name)) continue;
    const way = wayToClose(pass, group, doubts);
    if (way !== null) return applied(pass, way, doubts);
    given.add(name);
  }
  return null;
}

interface Way {
  readonly changes: Changes;
  readonly targets: readonly Constraint[];
}

/** The one way to close most of a group; null where there are several, or none. */
function wayToClose(pass: Pass, group: readonly Constraint[], doubts: Map<string, Doubt>): Way | null {
  for (const budget of BUDGETS) {
    for (const targets of choicesOf(group)) {
      const { solutions, gaveUp } = pass.find(targets, budget);
      const [changes, another] = solutions;
      if (changes === undefined && !gaveUp) continue;
      if (changes !== undefined && another === undefined && !gaveUp && isBorneOut(pass, { changes, targets }))
        return { changes, targets };
      for (const solution of solutions)
        for (const [path, { confused }] of solution) if (!confused) doubts.set(path, 'ambiguous');
      return null;
    }
  }
  return null;
}

/**
 * With the changes, identities prove each of the numbers: a quotient may close over several. A number that nobody read also needs
 * readers that differ on it, or two identities that ask for it.
 */
function isBorneOut({ record, candidates }: Pass, { changes, targets }: Way): boolean {
  const proofs = proofsOf(evaluatedOf(withChanges(record, changes)));
  return [...changes].every(([path, { to, confused }]) => {
    if (to.value !== null && !proofs.has(path)) return false;
    return !confused || candidates.get(path)?.agreement === 'disagreed' || closedBy(path, targets) >= FEWEST_CLOSED;
  });
}

/** How many of the identities that were open a number takes part in. */
const closedBy = (path: string, targets: readonly Constraint[]) =>
  targets.filter(({ paths }) => paths.includes(path)).length;

function applied({ record, candidates }: Pass, { changes, targets }: Way, doubts: Map<string, Doubt>): SelfEvaluation {
  const disagreed = (path: string) => candidates.get(path)?.agreement === 'disagreed';
  const guessed = [...changes.values()].some(({ confused }) => confused);
  for (const { paths } of targets) {
    const doubtful = paths.filter(disagreed);
    // With a number in it that nobody read, the sum says little of the others that are not sure.
    if (doubtful.length > THRESHOLDS.doubtsDecided || (guessed && doubtful.length > 1))
      for (const path of doubtful) doubts.set(path, 'by-chance');
  }
  const repairs = [...changes].map(([path, { to, confused }]): Repair => {
    if (confused && !(disagreed(path) && closedBy(path, targets) >= FEWEST_CLOSED)) doubts.set(path, 'confused');
    const change = { path, before: record.evidence[path]?.text ?? '', after: to.text };
    return confused ? { code: 'digit-repaired', ...change } : { code: 'reading-chosen', ...change };
  });
  return {
    ...withChanges(record, changes),
    findings: record.findings.filter(({ code, path }) => code !== 'not-a-number' || !changes.has(path)),
    repairs: [...record.repairs, ...repairs],
  };
}

/** Numbers of identities that close, but over another number that no form has, and that the readers do not agree on. */
function closedOverOddities({ constraints, candidates, oddities }: Pass): string[] {
  const agreement = (path: string) => candidates.get(path)?.agreement;
  return constraints
    .filter(({ closes, paths }) => closes && paths.some((path) => oddities.has(path) && agreement(path) !== 'agreed'))
    .flatMap(({ paths }) => paths.filter((path) => agreement(path) === 'disagreed'));
}

/** Numbers that may be another reading all the same: with it, alone or with another one exchanged, the identities close as well. */
function ambiguous(pass: Pass): Set<string> {
  const found = new Set<string>();
  for (const { path, agreement, alternatives } of pass.candidates.values()) {
    const closed = pass.constraints.some(({ closes, paths }) => closes && paths.includes(path));
    if (agreement !== 'disagreed' || !closed) continue;
    for (const to of alternatives) {
      const start = new Map([[path, { to, confused: false }]]);
      for (const solution of pass.find([], { alternatives: CANCELLING, confusions: 0 }, start).solutions)
        for (const changed of solution.keys()) found.add(changed);
    }
  }
  return found;
}
