import type { Code } from '../schema/catalogue.js';
import type { Finding, OwnFinding, Severity } from '../schema/finding.js';
import type { SelfEvaluation } from '../schema/record.js';
import type { Doubt } from './doubt.js';

/** What a rule may know beside the record: which numbers are proved, and by what. */
export interface RuleContext {
  readonly proofs: ReadonlyMap<string, readonly string[]>;
  /** The codes of identities that were evaluated and stayed open. */
  readonly open: ReadonlySet<string>;
  /** The numbers that identities hold together and do not close. */
  readonly openMembers: ReadonlySet<string>;
  /** The results of sums that close. */
  readonly closedSums: ReadonlySet<string>;
  /** The places without a number that a sum which closes leaves without one. */
  readonly settledBlanks: ReadonlySet<string>;
  /** The numbers of a scan that stay doubtful although identities may close over them. */
  readonly doubts: ReadonlyMap<string, Doubt>;
}

/** A rule that no identity expresses: what a person should look at. One rule, one file. */
export interface Rule {
  readonly code: Code;
  run(record: SelfEvaluation, context: RuleContext): readonly Finding[];
}

/** A finding in both languages. */
export function finding(code: Code, severity: Severity, path: string, message: string, messageZh: string): OwnFinding {
  return { code, severity, path, message, messageZh };
}
