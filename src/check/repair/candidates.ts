import type { SelfEvaluation } from '../../schema/record.js';
import { agreementOf, comparableNumber, type Agreement } from '../agreement.js';
import { numberLeaves } from '../leaves.js';
import { confusionsOf } from './confusions.js';
import { triedOf, type Tried } from './numbers.js';

/** A number of the form that was recognised in a picture, and what it may be instead. */
export interface Candidate {
  readonly path: string;
  readonly value: number | null;
  readonly agreement: Agreement;
  /** What other readings say. */
  readonly alternatives: readonly Tried[];
  /** What one confusion makes of the readings; none of them was read. */
  readonly confusions: readonly Tried[];
}

function distinct(all: readonly Tried[], besides: readonly (number | null)[]): Tried[] {
  const seen = new Set(besides);
  return all.filter(({ value }) => {
    if (seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

/** The numbers that readers recognised, by path, in the form's order. */
export function candidatesOf(record: SelfEvaluation): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const { path, value } of numberLeaves(record)) {
    const evidence = record.evidence[path];
    if (evidence?.readings === undefined) continue;
    const read = evidence.readings.flatMap(({ text }) => triedOf(text) ?? []);
    const alternatives = distinct(read, [value]);
    candidates.set(path, {
      path,
      value,
      agreement: agreementOf(evidence.readings, comparableNumber),
      alternatives,
      confusions: distinct(
        read.flatMap(({ text }) => confusionsOf(text)),
        [value, ...alternatives.map((other) => other.value)],
      ),
    });
  }
  return candidates;
}
