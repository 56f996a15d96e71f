import type { Finding } from '../../src/schema/finding.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { align, isFlagged, rowCost, type Truth } from '../scoring.js';
import type { Expectation, Held } from './expectation.js';

export type Verdict = 'right' | 'told' | 'silent';

/** How one field of a rewritten form came out. `path` is the record's. */
export interface Judged {
  readonly path: string;
  readonly verdict: Verdict;
  readonly held: Held;
}

/** Which rows of the record are the truth's: a row that isn't there is -1. */
export interface Pairing {
  readonly funds: readonly number[];
  readonly indicators: readonly number[];
}

export function pairRows(record: SelfEvaluation, truth: Truth): Pairing {
  const funds = truth.funds.map((row, index) => {
    const nth = truth.funds.slice(0, index).filter(({ kind }) => kind === row.kind).length;
    return record.funds.flatMap(({ kind }, place) => (kind === row.kind ? [place] : []))[nth] ?? -1;
  });
  const indicators = truth.indicators.map(() => -1);
  for (const [want, got] of align(truth.indicators, record.indicators, rowCost)) if (want >= 0) indicators[want] = got;
  return { funds, indicators };
}

const PATH = /^(funds|indicators)\[(\d+)\]\.(.+)$/;

function heldAt(record: SelfEvaluation, path: string, rows: Pairing): { readonly path: string; readonly held: Held } {
  const [, block, index, field = ''] = PATH.exec(path) ?? [];
  if (block === undefined) return { path, held: (record as unknown as Record<string, Held>)[path] ?? null };
  const at = rows[block as keyof Pairing][Number(index)] ?? -1;
  const row = record[block as 'funds' | 'indicators'][at] as Record<string, Held> | undefined;
  return { path: `${block}[${at}].${field}`, held: row?.[field] ?? null };
}

/** A finding at the field or its parent; a field of a row that is missing is told of at its block. */
const isTold = (findings: readonly Finding[], path: string, { alsoAt = [] }: Expectation) =>
  [path, ...alsoAt].some((at) => isFlagged(findings, at));

const asWarnings = (findings: readonly Finding[]) =>
  findings.map((finding) => ({ ...finding, severity: 'warning' as const }));

/** The fields of one rewritten form. A form that isn't found is silent in every field. */
export function judge(
  record: SelfEvaluation | undefined,
  truth: Truth,
  expected: ReadonlyMap<string, Expectation>,
  pair: (record: SelfEvaluation, truth: Truth) => Pairing = pairRows,
): ReadonlyMap<string, Judged> {
  const rows = record && pair(record, truth);
  const noted = record && asWarnings(record.findings);
  return new Map(
    [...expected].map(([path, expectation]): [string, Judged] => {
      if (!record || !rows || !noted) return [path, { path, verdict: 'silent', held: null }];
      const { path: at, held } = heldAt(record, path, rows);
      const hasNote = isTold(noted, at, expectation);
      const told = expectation.noteTells === true ? hasNote : isTold(record.findings, at, expectation);
      const verdict = expectation.accepts(held, hasNote) ? 'right' : told ? 'told' : 'silent';
      return [path, { path: at, verdict, held }];
    }),
  );
}
