import type { Finding } from './finding.js';
import type { SelfEvaluation } from './record.js';

/** How far the review of a form is. */
export const REVIEW_STATES = ['untouched', 'inWork', 'done', 'signed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What a person is to look at: notes are there to be read, no more. */
export const isFlag = ({ severity }: Finding): boolean => severity !== 'note';

/** Whether a person decided on what a finding says, with this finding before them. */
export const isSettled = ({ evidence }: SelfEvaluation, { path, code }: Finding): boolean =>
  evidence[path]?.decision?.settles.includes(code) === true;

/** The errors and warnings that nobody decided on. */
export const openFindings = (record: SelfEvaluation): Finding[] =>
  record.findings.filter((finding) => isFlag(finding) && !isSettled(record, finding));

/** The paths that a person decided on. */
export const decidedPaths = ({ evidence }: SelfEvaluation): string[] =>
  Object.entries(evidence).flatMap(([path, { decision }]) => (decision === undefined ? [] : [path]));

export function reviewStateOf(record: SelfEvaluation): ReviewState {
  if (record.review !== undefined) return 'signed';
  if (decidedPaths(record).length === 0) return 'untouched';
  return openFindings(record).length === 0 ? 'done' : 'inWork';
}
