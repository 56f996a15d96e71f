import type { Finding, Severity } from '../schema/finding.js';
import type { SelfEvaluation, SourceKind } from '../schema/record.js';
import { agreementOf, comparableNumber } from './agreement.js';
import { numberLeaves } from './leaves.js';
import { finding, type Rule, type RuleContext } from './rule.js';

/** Media whose characters are what was written: none was recognised. */
const EXACT: readonly SourceKind[] = ['pdf', 'document', 'spreadsheet', 'ofd'];

const RATE = /^funds\[(\d+)\]\.executionRate$/;

/** What of a record tells how sure a number is without a proof. */
type Printed = Pick<SelfEvaluation, 'evidence' | 'source' | 'funds'>;

/** A rate other than 0 of a budget of 0: no quotient tells what it should be, and 0.00 is easily misread. */
function isRateOfNothing({ funds }: Printed, path: string): boolean {
  const row = funds[Number(RATE.exec(path)?.[1])];
  return row?.annualBudget === 0 && row.executionRate !== 0;
}

/**
 * In a text that an OCR program made, the number may be misread: a warning. What an office file or a born-digital page holds is what was written, and
 * two readers of a picture are seldom wrong together: a note, unless an identity that the number is part of stays open, as where a page
 * break cut a number in two. Null for one that the readers disagree on, which another rule says.
 */
export function severityOfUnproved(
  record: Printed,
  path: string,
  { openMembers, doubts }: Pick<RuleContext, 'openMembers' | 'doubts'>,
): Severity | null {
  const readings = record.evidence[path]?.readings;
  if (readings === undefined) return EXACT.includes(record.source.kind) && !openMembers.has(path) ? 'note' : 'warning';
  const agreement = agreementOf(readings, comparableNumber);
  if (agreement === 'disagreed' || doubts.has(path)) return null;
  const passes = agreement === 'agreed' && !openMembers.has(path) && !isRateOfNothing(record, path);
  return passes ? 'note' : 'warning';
}

export const unproved = (severity: Severity, path: string, value: number | null): Finding =>
  finding(
    'unproved-number',
    severity,
    path,
    `No identity of the form proves the number ${value ?? ''}. Compare it with the page.`,
    `数字${value ?? ''}没有任何勾稽关系可以证明，请对照原件核对。`,
  );

/** A number that no identity proves is said to be so. */
export const unprovedNumber: Rule = {
  code: 'unproved-number',
  run(record, context) {
    return numberLeaves(record).flatMap(({ path, value }) => {
      const severity = value === null || context.proofs.has(path) ? null : severityOfUnproved(record, path, context);
      return severity === null ? [] : unproved(severity, path, value);
    });
  },
};
