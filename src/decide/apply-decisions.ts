import { recheck } from '../check/record/check.js';
import { triedOf, withNumbers } from '../check/repair/numbers.js';
import type { Decision, LeafValue } from '../schema/decision.js';
import type { Finding } from '../schema/finding.js';
import type { Evidence, SelfEvaluation } from '../schema/record.js';
import { decisionsDiffer, decisionStale, signatureVoid, sourceChanged } from './decision-findings.js';
import { CLOSE_FIELDS, GOAL_FIELDS, IDENTITY_FIELDS, leafKind, readingAt, withLeaf } from './leaf.js';
import { liveDecisions } from './live-decisions.js';
import { digestToSign } from './signature.js';

/** What a look at the page settles of a value that was left as it was read. */
const SETTLED_BY_LOOKING: readonly string[] = ['unproved-number', 'reading-doubtful'];
/** What another value in its place settles as well. */
const SETTLED_BY_REPLACING: readonly string[] = [...SETTLED_BY_LOOKING, 'not-a-number', 'field-missing'];

/** The record as it was read: without what decisions changed in it. */
export function undecided(record: SelfEvaluation): SelfEvaluation {
  const { asRead, ...rest } = record;
  delete rest.review;
  if (asRead === undefined) return rest;
  const { evidence: changed = {}, ...fields } = asRead;
  const evidence = Object.fromEntries(
    Object.entries(rest.evidence).flatMap(([path, one]) => {
      const before = changed[path];
      return before === undefined ? [[path, one]] : before === null ? [] : [[path, before]];
    }),
  );
  return { ...rest, ...fields, evidence } as SelfEvaluation;
}

/** Whether a decision was made on this form of this content. */
const isOn = ({ id, source }: SelfEvaluation, { record, sourceSha256 }: Decision) =>
  record === id && sourceSha256 === source.sha256;

/** Whether a decision was made on the form in this place when the file held something else. */
const isOnEarlierContent = ({ id, source }: SelfEvaluation, { record, file, sourceSha256 }: Decision) =>
  file === source.file && sourceSha256 !== source.sha256 && ordinalIn(record) === ordinalIn(id);

const ordinalIn = (id: string) => id.slice(id.lastIndexOf('-') + 1);

/**
 * The record with what people decided on it, and checked again. Decisions on other forms are passed over; one on a value that reads
 * otherwise now, or on an earlier content of the file, is not applied, and a finding says so. A record that has decisions in it is first
 * put back to what was read: the same decisions give the same record, and none gives the record without.
 */
export function applyDecisions(record: SelfEvaluation, decisions: readonly Decision[]): SelfEvaluation {
  const read = undecided(record);
  const live = liveDecisions(decisions.filter((decision) => isOn(read, decision)));
  const earlier = liveDecisions(decisions.filter((decision) => isOnEarlierContent(read, decision)));
  const told: Finding[] = [...earlier.values.values()].map(({ decision }) => sourceChanged(decision));
  const applied = new Map<string, Decision>();
  for (const [path, { decision, other }] of live.values) {
    const now = readingAt(read, path);
    if (now !== decision.before) told.push(decisionStale(decision, now));
    else applied.set(path, decision);
    if (other !== null) told.push(decisionsDiffer(decision, other));
  }
  if (told.length === 0 && applied.size === 0 && live.signature === null) return read;
  const decided = withDecisions(read, applied, told);
  return withAsRead(signed(decided, live.signature), read);
}

function withDecisions(
  read: SelfEvaluation,
  applied: ReadonlyMap<string, Decision>,
  told: readonly Finding[],
): SelfEvaluation {
  let changed = read;
  for (const { path, action, after } of applied.values())
    if (action === 'replace') changed = withValue(changed, path, after);
  const checked = applied.size === 0 ? read : recheck(read, changed, new Set(applied.keys()));
  const evidence = { ...checked.evidence };
  for (const [path, { by, at, action, before, settles }] of applied)
    evidence[path] = { ...(evidence[path] ?? NOWHERE), decision: { by, at, action, before, settles } };
  const isLeft = ({ path, code }: Finding) => {
    const action = applied.get(path)?.action;
    return action === undefined || !(action === 'replace' ? SETTLED_BY_REPLACING : SETTLED_BY_LOOKING).includes(code);
  };
  return { ...checked, findings: [...checked.findings.filter(isLeft), ...told], evidence };
}

/** The evidence of what stands in no cell of its own. */
const NOWHERE: Evidence = { text: '', page: null, box: null, confidence: null, proof: [] };

/** The record with another value at a leaf, whose evidence says it; numbers as the search for misread ones puts them in. */
function withValue(record: SelfEvaluation, path: string, after: LeafValue): SelfEvaluation {
  if (leafKind(record, path) === 'number') {
    const text = after === null ? '-' : String(after);
    const tried = triedOf(text);
    return tried === null ? record : withNumbers(record, new Map([[path, tried]]));
  }
  const changed = withLeaf(record, path, after);
  const evidence = record.evidence[path];
  if (evidence === undefined) return changed;
  return { ...changed, evidence: { ...record.evidence, [path]: { ...evidence, text: String(after ?? '') } } };
}

function signed(record: SelfEvaluation, signature: Decision | null): SelfEvaluation {
  if (signature === null) return record;
  const review = { by: signature.by, at: signature.at, sha256: digestToSign(record) };
  if (review.sha256 === signature.after) return { ...record, review };
  return { ...record, findings: [...record.findings, signatureVoid(review)] };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Fields that decisions may change. */
const CHANGEABLE = [
  ...IDENTITY_FIELDS,
  'funds',
  'rateRounding',
  ...GOAL_FIELDS,
  'indicators',
  ...CLOSE_FIELDS,
  'other',
  'findings',
  'repairs',
] as const satisfies readonly (keyof SelfEvaluation)[];

/** The record with what stood in it before where that is something else, so that `undecided` gives it back. */
function withAsRead(decided: SelfEvaluation, read: SelfEvaluation): SelfEvaluation {
  const fields = Object.fromEntries(
    CHANGEABLE.filter((field) => !isSame(decided[field], read[field])).map((field) => [field, read[field]]),
  );
  const evidence = Object.fromEntries(
    Object.keys(decided.evidence)
      .filter((path) => !isSame(decided.evidence[path], read.evidence[path]))
      .map((path) => [path, read.evidence[path] ?? null]),
  );
  return { ...decided, asRead: { ...fields, evidence } };
}
