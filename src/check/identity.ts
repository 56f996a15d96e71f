import type { SelfEvaluation } from '../schema/record.js';
import type { Code } from '../schema/catalogue.js';
import type { Severity } from '../schema/finding.js';
import type { Exact } from './exact.js';

/** A number as a form prints it. */
export interface PrintedNumber {
  readonly value: number;
  readonly decimals: number;
}

/** The number at a path, or at one where another is tried; null where there is none. */
export type NumberAt = (path: string) => PrintedNumber | null;

/** What an identity says of numbers, so that others can be tried in their places. */
export type Arithmetic =
  | {
      readonly kind: 'sum';
      /** Every place that adds to the sum, those without a number too; `sign` is -1 for what the sum should be. */
      readonly terms: readonly { readonly path: string; readonly sign: 1 | -1 }[];
      /** What the terms come to, beside a total that stands nowhere; 0 where the sum closes. */
      readonly gap: Exact;
    }
  | {
      readonly kind: 'quotient';
      readonly inputs: readonly string[];
      closesWith(at: NumberAt): boolean;
    };

/**
 * An identity of the form's own arithmetic, evaluated on one record. Where it closes, it proves each member that, changed
 * alone, would open it.
 */
export interface Identity {
  readonly code: Code;
  /** The field that the others should give. */
  readonly result: string;
  readonly members: readonly string[];
  readonly closes: boolean;
  /** The members that a change alone would open it by; a subset of `members`, all of them in a sum. */
  readonly proves: readonly string[];
  /** Those of them that it does not prove after all, as one reader may have misread them alike. */
  readonly echoes?: readonly string[];
  readonly arithmetic: Arithmetic;
  readonly message: string;
  readonly messageZh: string;
}

/** One identity of the form, one file. Gives nothing where the form does not print enough to evaluate it. */
export interface IdentityCheck {
  readonly code: Code;
  /** The severity of an open identity, when one of its members is proved by no other. */
  readonly severity: Severity;
  run(record: SelfEvaluation): readonly Identity[];
}
