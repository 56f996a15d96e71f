import type { Decision, DecisionMark } from '../schema/decision.js';
import type { Finding } from '../schema/finding.js';
import type { Evidence, Indicator, SelfEvaluation } from '../schema/record.js';
import { rowAdded, rowRemoved } from './decision-findings.js';
import { isAddedKey, ROW_BLOCKS, rowIn, rowPath } from './row-path.js';
import { isLaidAnew, placeIn, type PlacedRow, type RowLayout } from './row-layout.js';

/** The evidence of what stands in no cell of its own. */
export const NOWHERE: Evidence = { text: '', page: null, box: null, confidence: null, proof: [] };

export const markOf = ({ by, at, action, before, settles }: Decision): DecisionMark => ({
  by,
  at,
  action,
  before,
  settles,
});

/** Says of print that no field holds it: true also where the row that it was nearest to is gone. */
const OF_THE_PAGE: readonly string[] = ['text-unplaced'];

/** The record with the rows that a person added, and without those taken away; all paths follow. The record itself where there are none. */
export function withRows(read: SelfEvaluation, layout: RowLayout): SelfEvaluation {
  if (!isLaidAnew(layout)) return read;
  const standing = (rows: readonly PlacedRow[]) =>
    rows.filter(({ removed }) => removed === null).map(({ row }) => ({ ...row }));
  const laid: SelfEvaluation = {
    ...read,
    funds: standing(layout.rows.funds) as SelfEvaluation['funds'],
    indicators: (standing(layout.rows.indicators) as Indicator[]).map((row, index) => ({ ...row, ordinal: index + 1 })),
    other: standing(layout.rows.other) as SelfEvaluation['other'],
  };
  const moved = <T extends { readonly path: string }>(one: T): T[] => {
    const place = placeIn(layout, one.path);
    return place === null ? [] : [place === one.path ? one : { ...one, path: place }];
  };
  return {
    ...laid,
    findings: movedFindings(read.findings, layout),
    repairs: read.repairs.flatMap(moved),
    evidence: Object.fromEntries(
      Object.entries(read.evidence).flatMap(([path, one]) => moved({ path, one }).map(({ path }) => [path, one])),
    ),
  };
}

/** The findings where their places are now. What was said of a row is gone with it, but for print that no field holds. */
export function movedFindings(findings: readonly Finding[], layout: RowLayout): Finding[] {
  return findings.flatMap((finding) => {
    const place = placeIn(layout, finding.path);
    if (place !== null) return [place === finding.path ? finding : { ...finding, path: place }];
    const block = rowIn(finding.path)?.block;
    return block !== undefined && OF_THE_PAGE.includes(finding.code) ? [{ ...finding, path: block }] : [];
  });
}

/** Who added and took away which rows: for the record's evidence, and told. A row that is gone is marked where it still stands, in what was read. */
export function rowMarks(layout: RowLayout): { evidence: SelfEvaluation['evidence']; findings: Finding[] } {
  const evidence: SelfEvaluation['evidence'] = {};
  const findings: Finding[] = [];
  for (const block of ROW_BLOCKS)
    for (const { key, row, added, removed } of layout.rows[block]) {
      const path = rowPath(block, key);
      const place = placeIn(layout, path);
      if (added !== null && place !== null) {
        evidence[place] = { ...NOWHERE, decision: markOf(added) };
        findings.push(rowAdded(added, place));
      }
      if (removed === null || isAddedKey(key)) continue;
      const text = 'name' in row ? row.name : row.label;
      evidence[`asRead.${path}`] = { ...NOWHERE, text, decision: markOf(removed) };
      findings.push(rowRemoved(removed, block, text));
    }
  return { evidence, findings };
}
