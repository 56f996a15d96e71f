import type { Evidence } from '../schema/record.js';
import { agreementOf, keyFor, type Agreement } from './agreement.js';
import { SURENESS } from './reading-thresholds.js';

/** Confidences are told to four decimals. */
const FINEST = 10_000;

/** By what the readers say: two that agree are as sure as both together; one alone, or one of several that differ, is never very sure. */
function confidenceByReaders(agreeing: NonNullable<Evidence['readings']>, agreement: Agreement, own: number): number {
  if (agreement === 'alone') return Math.min(own, SURENESS.aloneAtMost);
  if (agreement === 'disagreed') return Math.min(own, SURENESS.disagreedAtMost);
  const readers = new Map(agreeing.toReversed().map(({ by, confidence }) => [by, confidence]));
  const doubt = [...readers.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.max(1 - doubt, SURENESS.agreedAtLeast);
}

/**
 * How sure a leaf is that was recognised in a picture, from 0 to 1: the reader's own confidence, at most 0.9 where nobody else read it
 * and at most 0.5 where another reader read something else; both confidences together, at least 0.99, where two agree. Where an
 * identity proves the number, a hundredth of the doubt is left.
 */
function confidenceOf({ text, readings = [], confidence, proof }: Evidence, key: (text: string) => string): number {
  const own = confidence ?? readings[0]?.confidence ?? 0;
  const agreeing = readings.filter((reading) => key(reading.text) === key(text));
  // What no reader read is as doubtful as what they differ on.
  const agreement = agreeing.length === 0 ? 'disagreed' : agreementOf(readings, key);
  const read = confidenceByReaders(agreeing, agreement, own);
  const sure = proof.length === 0 ? read : 1 - (1 - read) * SURENESS.doubtBehindProof;
  return Math.round(sure * FINEST) / FINEST;
}

/** The same evidence, each leaf that was recognised in a picture with its confidence; see `confidenceOf`. */
export function withConfidence(evidence: Record<string, Evidence>): Record<string, Evidence> {
  if (Object.values(evidence).every(({ readings }) => readings === undefined)) return evidence;
  return Object.fromEntries(
    Object.entries(evidence).map(([path, one]) => [
      path,
      one.readings === undefined ? one : { ...one, confidence: confidenceOf(one, keyFor(path)) },
    ]),
  );
}
