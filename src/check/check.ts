import type { SelfEvaluation } from '../schema/record.js';
import { IDENTITIES, RULES } from './checks.js';
import { openIdentity, proofsOf, withProofs, type Evaluated } from './proof.js';
import { rateFits, roundingOf } from './rounding.js';
import type { RuleContext } from './rule.js';

/** The same record with the findings of every check, each number's proofs, and how its rates are rounded. Changes no value. */
export function check(record: SelfEvaluation): SelfEvaluation {
  const evaluated: Evaluated[] = IDENTITIES.flatMap((identityCheck) =>
    identityCheck.run(record).map((identity) => ({ check: identityCheck, identity })),
  );
  const proofs = proofsOf(evaluated);
  const open = evaluated.filter(({ identity }) => !identity.closes);
  const context: RuleContext = { proofs, open: new Set(open.map(({ identity }) => identity.code)) };
  return {
    ...record,
    rateRounding: roundingOf(rateFits(record)),
    findings: [
      ...record.findings,
      ...open.map((one) => openIdentity(one, proofs)),
      ...RULES.flatMap((rule) => rule.run(record, context)),
    ],
    evidence: withProofs(record, proofs),
  };
}
