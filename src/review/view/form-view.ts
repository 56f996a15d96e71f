import { keyFor } from '../../check/agreement.js';
import { leafAt, leafKind, leafPaths } from '../../decide/leaf.js';
import { undecided } from '../../decide/apply-decisions.js';
import { liveDecisions } from '../../decide/live-decisions.js';
import { nameOf, type PlacedRow, rowLayout } from '../../decide/row-layout.js';
import type { Decision } from '../../schema/decision.js';
import type { Evidence, SelfEvaluation } from '../../schema/record.js';
import { isFlag, isSettled, reviewStateOf } from '../../schema/review-state.js';
import type { CellReading } from '../../schema/sheet.js';
import type { Field, FieldFinding, FieldState, FormRow, FormSummary, FormView } from '../api.js';
import { identityLines } from './identity-lines.js';
import { allLeaves, removedFields } from './removed-rows.js';
import { placesOf } from './places.js';

/** A form's row of the overview. */
export function summaryOf(record: SelfEvaluation): FormSummary {
  const open: Record<string, number> = {};
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of record.findings) {
    if (isSettled(record, finding)) continue;
    counts[finding.severity] += 1;
    open[finding.code] = (open[finding.code] ?? 0) + 1;
  }
  const decided = Object.values(record.evidence).reduce(
    (sum, { decision }) => sum + (decision?.settles.length ?? 0),
    0,
  );
  return {
    id: record.id,
    file: record.source.file,
    kind: record.source.kind,
    project: record.projectName,
    unit: record.implementingUnit ?? record.competentDepartment,
    year: record.year,
    totalScore: record.totalScore,
    errors: counts.error,
    warnings: counts.warning,
    notes: counts.note,
    decided,
    open,
    state: reviewStateOf(record),
  };
}

/**
 * All that the page shows of a form. Paths are those of decisions, which stay as they are when rows come and go.
 *
 * @param notes remarks on its values
 * @param layout its rows, with those that were taken away
 */
export function formView(
  record: SelfEvaluation,
  notes: readonly Decision[],
  layout = rowLayout(undecided(record), liveDecisions([])),
  unwritten = 0,
): FormView {
  const { read } = layout;
  const lines = identityLines(record, (path) => nameOf(layout, path));
  const findings = new Map<string, FieldFinding[]>();
  for (const finding of record.findings) {
    const told = { ...finding, isSettled: isSettled(record, finding) };
    findings.set(finding.path, [...(findings.get(finding.path) ?? []), told]);
  }
  const decided = Object.keys(record.evidence).filter(
    (path) => record.evidence[path]?.decision !== undefined && !path.startsWith(AS_READ),
  );
  const standing = [...new Set([...leafPaths(record), ...findings.keys(), ...decided])].map((path): Field => {
    const name = nameOf(layout, path);
    const evidence = record.evidence[path];
    const now = leafAt(record, path);
    const before = leafAt(read, name);
    const told = findings.get(path) ?? [];
    return {
      path: name,
      kind: leafKind(record, path),
      text: String(now ?? ''),
      asRead: before !== undefined && before !== now ? String(before ?? '') : null,
      printed: read.evidence[name]?.text ?? null,
      state: stateOf(told, evidence),
      places: placesOf(evidence),
      readings: distinct(read.evidence[name]?.readings ?? [], keyFor(path)),
      proof: evidence?.proof ?? [],
      findings: told,
      identities: lines.get(name) ?? [],
      decision: decisionIn(evidence?.decision),
      notes: notes.filter((note) => note.path === name).map(({ by, at, note }) => ({ by, at, note })),
    };
  });
  const inOrder = inFormOrder(allLeaves(layout));
  const fields = [...standing, ...removedFields(layout)].sort((a, b) => inOrder(a.path, b.path));
  const isFlagged = ({ findings, decision }: Field) => decision !== null || findings.some(isFlag);
  return {
    summary: summaryOf(record),
    fields,
    flagged: fields.filter(isFlagged).map(({ path }) => path),
    rows: {
      funds: layout.rows.funds.map(rowOf),
      indicators: layout.rows.indicators.map(rowOf),
      other: layout.rows.other.map(rowOf),
    },
    pages: [
      ...new Set([...(record.source.pages ?? []), ...fields.flatMap(({ places }) => places.map(({ page }) => page))]),
    ].sort((a, b) => a - b),
    review: record.review ? { by: record.review.by, at: record.review.at } : null,
    unwritten,
  };
}

/** Evidence of rows that were taken away stands under what was read. */
const AS_READ = 'asRead.';

const rowOf = ({ key, added, removed }: PlacedRow): FormRow => ({
  key,
  state: removed !== null ? 'removed' : added !== null ? 'added' : 'read',
});

const decisionIn = (decision: Field['decision'] | undefined): Field['decision'] =>
  decision ? { by: decision.by, at: decision.at, action: decision.action } : null;

function stateOf(findings: readonly FieldFinding[], evidence: Evidence | undefined): FieldState {
  const open = findings.filter(({ isSettled }) => !isSettled);
  if (open.some(({ severity }) => severity === 'error')) return 'error';
  if (open.some(({ severity }) => severity === 'warning')) return 'warning';
  if (evidence?.decision !== undefined) return 'confirmed';
  return (evidence?.proof.length ?? 0) > 0 ? 'proved' : 'other';
}

/** Each text once, with the readers that gave it, and how sure each was at its surest. */
function distinct(readings: readonly CellReading[], key: (text: string) => string): Field['readings'] {
  const texts = new Map<string, { text: string; readers: Map<string, number> }>();
  for (const { text, by, confidence } of readings) {
    const known = texts.get(key(text)) ?? { text, readers: new Map<string, number>() };
    known.readers.set(by, Math.max(confidence, known.readers.get(by) ?? 0));
    texts.set(key(text), known);
  }
  return [...texts.values()].map(({ text, readers }) => ({
    text,
    readers: [...readers].map(([by, confidence]) => ({ by, confidence })),
  }));
}

/** Leaves as the form has them; a parent before what stands below it; the form as a whole at the end. */
function inFormOrder(leaves: readonly string[]): (a: string, b: string) => number {
  const places = new Map(leaves.map((path, index) => [path, index]));
  const placeOf = (path: string) => {
    const own = places.get(path);
    if (own !== undefined) return own;
    const below = path === '' ? -1 : leaves.findIndex((leaf) => leaf.startsWith(path));
    return below < 0 ? leaves.length : below - 0.5;
  };
  return (a, b) => placeOf(a) - placeOf(b);
}
