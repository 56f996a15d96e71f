import type { Finding, Severity } from '../schema/finding.js';
import type { SelfEvaluation } from '../schema/record.js';

/** What a rule may know beside the record: which numbers are proved, and by what. */
export interface RuleContext {
  readonly proofs: ReadonlyMap<string, readonly string[]>;
  /** The codes of identities that were evaluated and stayed open. */
  readonly open: ReadonlySet<string>;
}

/** A rule that no identity expresses: what a person should look at. One rule, one file. */
export interface Rule {
  readonly code: string;
  run(record: SelfEvaluation, context: RuleContext): readonly Finding[];
}

/** A finding in both languages. */
export function finding(code: string, severity: Severity, path: string, message: string, messageZh: string): Finding {
  return { code, severity, path, message, messageZh };
}
