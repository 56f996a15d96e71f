import type { Finding } from '../../schema/finding.js';

/** What numbers of a summary should give, and whether they do. */
export interface ListIdentity {
  readonly code: string;
  readonly closes: boolean;
  readonly members: readonly string[];
  /** The members that a change alone would open it by. */
  readonly proves: readonly string[];
  readonly finding: Finding;
}
