import type { Finding } from '../../schema/finding.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { numberLeaves } from '../leaves.js';
import { IDENTITIES, RULES } from '../checks.js';
import { withConfidence } from '../confidence.js';
import { evaluatedOf } from '../evaluated.js';
import { openIdentity, proofsOf, withProofs, type Evaluated } from '../proof.js';
import { doubtToldBy } from '../reading-doubtful.js';
import type { Doubt } from '../doubt.js';
import { repaired } from '../repair/repair.js';
import { rateFits, roundingOf } from '../rounding.js';
import type { RuleContext } from '../rule.js';

/** The sums that close, and that say something. */
const closing = (evaluated: readonly Evaluated[]) =>
  evaluated.flatMap(({ identity }) =>
    identity.closes && identity.proves.length > 0 && identity.arithmetic.kind === 'sum'
      ? [{ result: identity.result, terms: identity.arithmetic.terms }]
      : [],
  );

/** The blanks of sums that close: a number there would open them. */
function settledBlanks(record: SelfEvaluation, evaluated: readonly Evaluated[]): Set<string> {
  const blank = new Set(numberLeaves(record).flatMap(({ path, value }) => (value === null ? [path] : [])));
  return new Set(
    closing(evaluated).flatMap(({ terms }) => terms.flatMap(({ path }) => (blank.has(path) ? [path] : []))),
  );
}

/** What all checks say of a record as it stands. */
interface Checked {
  readonly proofs: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

function checked(record: SelfEvaluation, doubts: ReadonlyMap<string, Doubt>): Checked {
  const evaluated = evaluatedOf(record);
  const proofs = proofsOf(evaluated);
  const open = evaluated.filter(({ identity }) => !identity.closes);
  const context: RuleContext = {
    proofs,
    open: new Set(open.map(({ identity }) => identity.code)),
    openMembers: new Set(open.flatMap(({ identity }) => identity.members)),
    closedSums: new Set(closing(evaluated).map(({ result }) => result)),
    settledBlanks: settledBlanks(record, evaluated),
    doubts,
  };
  return {
    proofs,
    findings: [...open.map((one) => openIdentity(one, proofs)), ...RULES.flatMap((rule) => rule.run(record, context))],
  };
}

/**
 * The same record with the findings of every check, each number's proofs, and how its rates are rounded. Changes no value but those of
 * a scan whose readings its identities settle (see `repaired`).
 */
export function check(read: SelfEvaluation): SelfEvaluation {
  const { record, doubts } = repaired(read);
  const { proofs, findings } = checked(record, doubts);
  return {
    ...record,
    rateRounding: roundingOf(rateFits(record)),
    findings: [...record.findings, ...findings],
    evidence: withConfidence(withProofs(record, proofs)),
  };
}

const isSame = (a: Finding, b: Finding | undefined) =>
  b !== undefined && a.code === b.code && a.path === b.path && a.message === b.message;

/** The findings of a checked record that no check made: those behind which the checks' own stand, which `doubts` explain. */
function findingsOfReading(record: SelfEvaluation, doubts: ReadonlyMap<string, Doubt>): readonly Finding[] {
  const own = checked(record, doubts).findings;
  const start = record.findings.length - own.length;
  if (start >= 0 && own.every((finding, index) => isSame(finding, record.findings[start + index])))
    return record.findings.slice(0, start);
  // A record that another version checked: what a check of this name would say is said anew.
  const codes = new Set<string>([...IDENTITIES, ...RULES].map(({ code }) => code));
  return record.findings.filter(({ code }) => !codes.has(code));
}

/**
 * A checked record with other values in it, checked again. What readers of a scan disagreed on is not searched once more: doubts stay,
 * but for those at paths that are `settled`.
 *
 * @param before the record as `check` gave it
 * @param changed the same with other values, texts of evidence and rows
 * @param moved the findings of `before` at the places that they have in `changed`
 */
export function recheck(
  before: SelfEvaluation,
  changed: SelfEvaluation,
  settled: ReadonlySet<string>,
  moved: (findings: readonly Finding[]) => readonly Finding[] = (findings) => findings,
): SelfEvaluation {
  const doubtsOf = (findings: readonly Finding[]) => {
    const doubts = new Map<string, Doubt>();
    for (const finding of findings) {
      const doubt = doubtToldBy(finding);
      if (doubt !== null) doubts.set(finding.path, doubt);
    }
    return doubts;
  };
  const ofReading = moved(findingsOfReading(before, doubtsOf(before.findings)));
  const doubts = doubtsOf(moved(before.findings));
  for (const path of settled) doubts.delete(path);
  const { proofs, findings } = checked(changed, doubts);
  return {
    ...changed,
    rateRounding: roundingOf(rateFits(changed)),
    findings: [...ofReading, ...findings],
    evidence: withProofsAgain(changed, proofs),
  };
}

/** The evidence with the proofs that hold now; how sure a leaf is follows only where it is proved and was not, or the other way round. */
function withProofsAgain(
  { evidence }: SelfEvaluation,
  proofs: ReadonlyMap<string, readonly string[]>,
): SelfEvaluation['evidence'] {
  return Object.fromEntries(
    Object.entries(evidence).map(([path, one]) => {
      const proof = [...(proofs.get(path) ?? [])];
      if (one.readings === undefined || proof.length > 0 === one.proof.length > 0) return [path, { ...one, proof }];
      const asRead = { ...one, proof, confidence: one.readings[0]?.confidence ?? one.confidence };
      return [path, withConfidence({ [path]: asRead })[path] ?? asRead];
    }),
  );
}
