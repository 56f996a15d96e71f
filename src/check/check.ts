import type { SelfEvaluation } from '../schema/record.js';
import { numberLeaves } from './leaves.js';
import { RULES } from './checks.js';
import { withConfidence } from './confidence.js';
import { evaluatedOf } from './evaluated.js';
import { openIdentity, proofsOf, withProofs, type Evaluated } from './proof.js';
import { repaired } from './repair/repair.js';
import { rateFits, roundingOf } from './rounding.js';
import type { RuleContext } from './rule.js';

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

/**
 * The same record with the findings of every check, each number's proofs, and how its rates are rounded. Changes no value but those of
 * a scan whose readings its identities settle (see `repaired`).
 */
export function check(read: SelfEvaluation): SelfEvaluation {
  const { record, doubts } = repaired(read);
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
    ...record,
    rateRounding: roundingOf(rateFits(record)),
    findings: [
      ...record.findings,
      ...open.map((one) => openIdentity(one, proofs)),
      ...RULES.flatMap((rule) => rule.run(record, context)),
    ],
    evidence: withConfidence(withProofs(record, proofs)),
  };
}
