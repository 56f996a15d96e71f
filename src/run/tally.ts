import { numberLeaves } from '../check/leaves.js';
import type { Finding } from '../schema/finding.js';
import type { InputReport, InputStatus } from '../schema/manifest.js';
import type { RelatedForm } from '../schema/related/related-form.js';
import type { SelfEvaluation } from '../schema/record.js';

/** So many inputs stand as examples under each cause of failure; the manifest lists them all. */
const EXAMPLES = 3;

/** Inputs that ended for the same cause. */
export interface Cause {
  readonly code: string;
  count: number;
  readonly examples: { readonly message: string; readonly messageZh: string }[];
}

/** What a run came to. Numbers are the printed amounts, rates, weights and scores; proved are those that an identity confirms. */
export interface Tally {
  readonly inputs: Record<InputStatus, number>;
  forms: number;
  related: number;
  setAside: number;
  indicators: number;
  numbers: number;
  proved: number;
  readonly findings: Map<string, number>;
  readonly failed: Map<string, Cause>;
  readonly skipped: Map<string, Cause>;
  interrupted: boolean;
}

export function emptyTally(): Tally {
  return {
    inputs: { done: 0, failed: 0, skipped: 0 },
    forms: 0,
    related: 0,
    setAside: 0,
    indicators: 0,
    numbers: 0,
    proved: 0,
    findings: new Map(),
    failed: new Map(),
    skipped: new Map(),
    interrupted: false,
  };
}

/** Adds a form. */
export function tallyForm(tally: Tally, form: SelfEvaluation): void {
  tally.forms += 1;
  tally.indicators += form.indicators.length;
  for (const { path, value } of numberLeaves(form)) {
    if (value === null) continue;
    tally.numbers += 1;
    if ((form.evidence[path]?.proof.length ?? 0) > 0) tally.proved += 1;
  }
  tallyFindings(tally, form.findings);
}

/** Adds a form of a related kind. */
export function tallyRelated(tally: Tally, form: RelatedForm): void {
  tally.related += 1;
  tallyFindings(tally, form.findings);
}

/** Adds an input that has ended; its forms were added one by one. */
export function tallyInput(tally: Tally, report: InputReport): void {
  tally.inputs[report.status] += 1;
  tally.setAside += report.setAside.length;
  tallyFindings(tally, report.findings);
  if (report.reason === null || report.status === 'done') return;
  const { code, message, messageZh } = report.reason;
  const causes = tally[report.status];
  const cause = causes.get(code) ?? { code, count: 0, examples: [] };
  cause.count += 1;
  if (cause.examples.length < EXAMPLES) cause.examples.push({ message, messageZh });
  causes.set(code, cause);
}

function tallyFindings(tally: Tally, findings: readonly Finding[]): void {
  for (const { code } of findings) tally.findings.set(code, (tally.findings.get(code) ?? 0) + 1);
}
