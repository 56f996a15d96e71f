import { SUMMARY_NUMBERS, type SelfEvaluationSummary } from '../../schema/related/summary.js';
import { severityOfUnproved, unproved } from '../unproved-number.js';
import type { ListIdentity } from './list-identity.js';
import { rowIdentities } from './summary-rows.js';
import { summarySums } from './summary-sum.js';

/** Every number of the list, by path. */
export const summaryNumbers = ({ rows, sums }: SelfEvaluationSummary): { path: string; value: number }[] =>
  [
    ...rows.map((row, index) => ({ row, path: `rows[${index}]` })),
    ...sums.map((row, index) => ({ row, path: `sums[${index}]` })),
  ].flatMap(({ row, path }) =>
    SUMMARY_NUMBERS.flatMap((field) => {
      const value = row[field];
      return value === null ? [] : [{ path: `${path}.${field}`, value }];
    }),
  );

/** The evidence with the codes of what proves each number. */
export function withListProofs(
  evidence: SelfEvaluationSummary['evidence'],
  identities: readonly Pick<ListIdentity, 'code' | 'closes' | 'proves'>[],
): SelfEvaluationSummary['evidence'] {
  const proved = { ...evidence };
  for (const { code, closes, proves } of identities)
    for (const path of closes ? proves : []) {
      const one = proved[path];
      if (one && !one.proof.includes(code)) proved[path] = { ...one, proof: [...one.proof, code] };
    }
  return proved;
}

/** A summary with what its own arithmetic says: its sums, and each row's rate. */
export function checkSummary(record: SelfEvaluationSummary): SelfEvaluationSummary {
  const { identities, findings } = rowIdentities(record);
  const all = [...summarySums(record), ...identities];
  const open = all.filter(({ closes }) => !closes);
  const proved = new Set(all.flatMap(({ closes, proves }) => (closes ? proves : [])));
  const openMembers = new Set(open.flatMap(({ members }) => members));
  const printed = { ...record, funds: [] };
  const unsure = summaryNumbers(record).flatMap(({ path, value }) => {
    const severity = proved.has(path) ? null : severityOfUnproved(printed, path, { openMembers, doubts: new Map() });
    return severity === null ? [] : unproved(severity, path, value);
  });
  return {
    ...record,
    findings: [...record.findings, ...open.map(({ finding }) => finding), ...findings, ...unsure],
    evidence: withListProofs(record.evidence, all),
  };
}
