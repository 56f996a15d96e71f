import type { SelfEvaluation } from '../schema/record.js';
import type { Severity } from '../schema/finding.js';

/**
 * An identity of the form's own arithmetic, evaluated on one record. Where it closes, it proves each member that, changed
 * alone, would open it.
 */
export interface Identity {
  readonly code: string;
  /** The field that the others should give. */
  readonly result: string;
  readonly members: readonly string[];
  readonly closes: boolean;
  /** The members that a change alone would open it by; a subset of `members`, all of them in a sum. */
  readonly proves: readonly string[];
  readonly message: string;
  readonly messageZh: string;
}

/** One identity of the form, one file. Gives nothing where the form does not print enough to evaluate it. */
export interface IdentityCheck {
  readonly code: string;
  /** The severity of an open identity, when one of its members is proved by no other. */
  readonly severity: Severity;
  run(record: SelfEvaluation): readonly Identity[];
}
