import type { SelfEvaluation } from '../../schema/record.js';
import { check } from './check.js';

/** How much a finding speaks against a reading. */
const ERROR = 3;
const WARNING = 1;
/** Said of every row that was inferred, right or wrong: it speaks against none. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['cells-unsure', 'goal-unsure', 'header-missing']);

function doubtsOf({ findings }: SelfEvaluation): number {
  return findings
    .filter(({ code }) => !SAYS_NOTHING.has(code))
    .reduce((sum, { severity }) => sum + (severity === 'error' ? ERROR : severity === 'warning' ? WARNING : 0), 0);
}

/** Checks the readings of one form and gives the one that its own arithmetic and its findings speak for; the first of two alike. */
export function chooseRecord([first, ...others]: readonly [SelfEvaluation, ...SelfEvaluation[]]): SelfEvaluation {
  let best = check(first);
  if (others.length === 0) return best;
  let least = doubtsOf(best);
  for (const other of others) {
    const checked = check(other);
    const doubts = doubtsOf(checked);
    if (doubts < least) [best, least] = [checked, doubts];
  }
  return best;
}
