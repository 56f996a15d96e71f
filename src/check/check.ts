import type { SelfEvaluation } from '../schema/record.js';
import { numberLeaves } from './leaves.js';
import { RULES } from './checks.js';
import { withConfidence } from './confidence.js';
import { evaluatedOf } from './evaluated.js';
import { openIdentity, proofsOf, withProofs, type Evaluated } from './proof.js';
import { repaired } from './repair/repair.js';
import { rateFits, roundingOf } from './rounding.js';
import type { RuleContext } from './rule.js';

/** The blanks of sums that close: a number there would open them. */
function settledBlanks(record: SelfEvaluation, evaluated: readonly Evaluated[]): Set<string> {
  const blank = new Set(numberLeaves(record).flatMap(({ path, value }) => (value === null ? [path] : [])));
  return new Set(
    evaluated.flatMap(({ identity: { closes, proves, arithmetic } }) =>
      closes && proves.length > 0 && arithmetic.kind === 'sum'
        ? arithmetic.terms.flatMap(({ path }) => (blank.has(path) ? [path] : []))
        : [],
    ),
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
