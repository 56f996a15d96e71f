import { numberLeaves, totalFunds } from '../../check/leaves.js';
import type { Severity } from '../../schema/finding.js';
import type { InputReport, InputStatus } from '../../schema/manifest.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { exactly } from './amount.js';
import { reasonKind } from './reason-words.js';

/** What the report keeps of a form: a row of its list of projects. */
export interface ReportProject {
  readonly name: string;
  readonly unit: string;
  readonly year: number | null;
  readonly currency: string;
  readonly budget: bigint | null;
  readonly executed: bigint | null;
  /** Per cent as printed. */
  readonly rate: number | null;
  readonly score: number | null;
  readonly totalWeight: number | null;
  readonly grade: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly file: string;
  readonly pages: readonly number[] | null;
}

/** A figure that several projects make up: how many rows, how many points, which projects. */
export interface Share {
  rows: number;
  /** Points lost, in 10⁻⁶. */
  lost: bigint;
  readonly projects: Set<number>;
}

/** Everything that the report says, gathered form by form. */
export interface ReportData {
  readonly projects: ReportProject[];
  readonly inputs: Record<InputStatus, number>;
  readonly failed: { readonly path: string; readonly zh: string; readonly en: string }[];
  indicators: number;
  numbers: number;
  proved: number;
  readonly lostByHeading: Map<string, Share>;
  readonly lostByReason: Map<number, Share>;
  readonly findings: Map<string, Share & { readonly severities: Record<Severity, number> }>;
}

/** So many failed inputs are named; the manifest names them all. */
const FAILED_NAMED = 100;
/** What the funds' points stand under. */
export const FUNDS_HEADING = '预算执行';
const NO_HEADING = '（无标题）';

export function emptyReport(): ReportData {
  return {
    projects: [],
    inputs: { done: 0, failed: 0, skipped: 0 },
    failed: [],
    indicators: 0,
    numbers: 0,
    proved: 0,
    lostByHeading: new Map(),
    lostByReason: new Map(),
    findings: new Map(),
  };
}

export function collectForm(data: ReportData, form: SelfEvaluation): void {
  const number = data.projects.length;
  data.projects.push(projectOf(form));
  data.indicators += form.indicators.length;
  for (const { path, value } of numberLeaves(form)) {
    if (value === null) continue;
    data.numbers += 1;
    if ((form.evidence[path]?.proof.length ?? 0) > 0) data.proved += 1;
  }
  for (const { heading, weight, score, reason } of pointsOf(form)) {
    const [of, got] = [exactly(weight), exactly(score)];
    if (of === null || got === null || got >= of) continue;
    addTo(data.lostByHeading, heading, number, of - got);
    addTo(data.lostByReason, reasonKind(reason), number, of - got);
  }
  for (const { code, severity } of form.findings) collectFinding(data, code, severity, number);
}

export function collectInput(data: ReportData, { path, status, reason, findings }: InputReport): void {
  data.inputs[status] += 1;
  if (status === 'failed' && reason !== null && data.failed.length < FAILED_NAMED) {
    data.failed.push({ path, zh: reason.messageZh, en: reason.message });
  }
  for (const { code, severity } of findings) collectFinding(data, code, severity, null);
}

function collectFinding(data: ReportData, code: string, severity: Severity, project: number | null): void {
  const share = data.findings.get(code) ?? { ...emptyShare(), severities: { error: 0, warning: 0, note: 0 } };
  share.rows += 1;
  share.severities[severity] += 1;
  if (project !== null) share.projects.add(project);
  data.findings.set(code, share);
}

function* pointsOf(form: SelfEvaluation) {
  for (const { weight, score } of form.funds) yield { heading: FUNDS_HEADING, weight, score, reason: '' };
  for (const { level1, level2, weight, score, deviation } of form.indicators) {
    const heading = [level2, level1, NO_HEADING].find((each) => each !== '') ?? NO_HEADING;
    yield { heading, weight, score, reason: deviation };
  }
}

const emptyShare = (): Share => ({ rows: 0, lost: 0n, projects: new Set() });

function addTo<K>(shares: Map<K, Share>, key: K, project: number, lost: bigint): void {
  const share = shares.get(key) ?? emptyShare();
  share.rows += 1;
  share.lost += lost;
  share.projects.add(project);
  shares.set(key, share);
}

function projectOf(form: SelfEvaluation): ReportProject {
  const total = totalFunds(form)?.row;
  const count = (severity: Severity) => form.findings.filter((finding) => finding.severity === severity).length;
  return {
    name: form.projectName ?? '',
    unit: form.implementingUnit ?? form.competentDepartment ?? '',
    year: form.year,
    currency: form.currencyUnit ?? '',
    budget: exactly(total?.annualBudget ?? null),
    executed: exactly(total?.executed ?? null),
    rate: total?.executionRate ?? null,
    score: form.totalScore,
    totalWeight: form.totalWeight,
    grade: form.grade ?? '',
    findings: { error: count('error'), warning: count('warning'), note: count('note') },
    file: form.source.file,
    pages: form.source.pages,
  };
}
