import { recheck } from '../check/record/check.js';
import { triedOf, withNumbers } from '../check/repair/numbers.js';
import { fundsRow, keyOf } from '../normalize/vocabulary/funds-labels.js';
import { labelOf } from '../normalize/vocabulary/label.js';
import type { Decision, LeafValue } from '../schema/decision.js';
import type { Finding } from '../schema/finding.js';
import type { Evidence, SelfEvaluation } from '../schema/record.js';
import { decisionsDiffer, decisionStale, signatureVoid, sourceChanged } from './decision-findings.js';
import { markOf, movedFindings, NOWHERE, rowMarks, withRows } from './lay-rows.js';
import { CLOSE_FIELDS, GOAL_FIELDS, IDENTITY_FIELDS, leafKind, readingAt, withLeaf } from './leaf.js';
import { type LiveDecisions, liveDecisions } from './live-decisions.js';
import { isLaidAnew, laterInRow, placeIn, readingOf, type RowLayout, rowLayout } from './row-layout.js';
import { blockOf, isAddedKey, rowIn } from './row-path.js';
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
  // Where all evidence is there as it was read, its order is too.
  const isWhole = Object.keys(rest.evidence).every((path) => path in changed);
  const evidence = Object.fromEntries(
    Object.entries({ ...(isWhole ? {} : rest.evidence), ...changed }).flatMap(([path, one]) =>
      one === null ? [] : [[path, one]],
    ),
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
  const layout = rowLayout(read, live);
  const told = toldOfEarlier(earlier);
  for (const decision of layout.staleAdditions)
    told.push({ ...decisionStale(decision, readingAt(read, '')), path: blockOf(decision.path) ?? '' });
  const applied = new Map<string, Decision>();
  for (const [path, { decision, other }] of live.values) {
    const now = readingOf(layout, path);
    if (now === undefined) continue; // in a row that was added, which was taken back or is told
    const place = placeIn(layout, path);
    const at = place ?? blockOf(path) ?? path;
    const isRemoval = decision.action === 'remove';
    if (now !== decision.before) told.push({ ...decisionStale(decision, now), path: at });
    else if (place !== null && !isRemoval) applied.set(place, decision);
    const later = isRemoval ? laterInRow(live, decision) : null;
    if (later !== null) told.push({ ...decisionsDiffer(later, decision), path: at });
    if (other !== null) told.push({ ...decisionsDiffer(decision, other), path: at });
  }
  if (told.length === 0 && applied.size === 0 && live.signature === null && !isLaidAnew(layout)) return read;
  const decided = withDecisions(layout, applied, told);
  return withAsRead(signed(decided, live.signature), layout);
}

/** What was decided on what the file held before. Cells of an added row are told with it. */
function toldOfEarlier({ values, additions }: LiveDecisions): Finding[] {
  const onRead = [...values.values()].filter(({ decision }) => !isAddedKey(rowIn(decision.path)?.key ?? ''));
  const added = additions.filter(({ isUndone }) => !isUndone);
  return [
    ...onRead.map(({ decision }) => sourceChanged(decision)),
    ...added.map(({ decision }) => ({ ...sourceChanged(decision), path: blockOf(decision.path) ?? '' })),
  ];
}

function withDecisions(
  layout: RowLayout,
  applied: ReadonlyMap<string, Decision>,
  told: readonly Finding[],
): SelfEvaluation {
  const { read } = layout;
  const laid = withRows(read, layout);
  let changed = laid;
  for (const [path, { action, after }] of applied) if (action === 'replace') changed = withValue(changed, path, after);
  changed = withKindsOfAdded(changed, layout);
  const isAsRead = applied.size === 0 && laid === read;
  const checked = isAsRead
    ? read
    : recheck(read, changed, new Set(applied.keys()), (findings) => movedFindings(findings, layout));
  const marks = rowMarks(layout);
  const evidence = { ...checked.evidence, ...marks.evidence };
  for (const [path, decision] of applied)
    evidence[path] = { ...(evidence[path] ?? NOWHERE), decision: markOf(decision) };
  const isLeft = ({ path, code }: Finding) => {
    const action = applied.get(path)?.action;
    return action === undefined || !(action === 'replace' ? SETTLED_BY_REPLACING : SETTLED_BY_LOOKING).includes(code);
  };
  return { ...checked, findings: [...checked.findings.filter(isLeft), ...marks.findings, ...told], evidence };
}

/** The kind of an added funds row is what its label says. */
function withKindsOfAdded(record: SelfEvaluation, { rows }: RowLayout): SelfEvaluation {
  const standing = rows.funds.filter(({ removed }) => removed === null);
  if (standing.every(({ added }) => added === null)) return record;
  const funds = record.funds.map((row, index) =>
    (standing[index]?.added ?? null) === null
      ? row
      : { ...row, kind: fundsRow(keyOf({ label: labelOf(row.label) })) ?? ('unclassified' as const) },
  );
  return { ...record, funds };
}

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
function withAsRead(decided: SelfEvaluation, layout: RowLayout): SelfEvaluation {
  const { read } = layout;
  const fields = Object.fromEntries(
    CHANGEABLE.filter((field) => !isSame(decided[field], read[field])).map((field) => [field, read[field]]),
  );
  // Where rows have moved, all evidence is kept as it was read, and with it its order.
  const evidence: Record<string, Evidence | null> = isLaidAnew(layout) ? { ...read.evidence } : {};
  for (const path of Object.keys(decided.evidence))
    if (!isSame(decided.evidence[path], read.evidence[path])) evidence[path] = read.evidence[path] ?? null;
  return { ...decided, asRead: { ...fields, evidence } };
}
