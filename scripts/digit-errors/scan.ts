import { numberLeaves } from '../../src/check/leaves.js';
import { triedOf, withNumbers } from '../../src/check/repair/numbers.js';
import type { SelfEvaluation } from '../../src/schema/record.js';

/** What a reader gives instead of what is printed, by path. */
export type Misread = ReadonlyMap<string, string>;

const SURE = 0.95;

/** The numbers that a record's form prints, by path, with their texts. */
export function printedNumbers(record: SelfEvaluation): { path: string; value: number; text: string }[] {
  return numberLeaves(record).flatMap(({ path, value }) => {
    const read = triedOf(record.evidence[path]?.text ?? '');
    return value === null || read?.value !== value ? [] : [{ path, value, text: value.toFixed(read.decimals) }];
  });
}

/** A record of a text as readers of its scan would give it, each with its errors; the first one's readings are the chosen ones. */
export function scanned(record: SelfEvaluation, readers: readonly Misread[]): SelfEvaluation {
  const [first = new Map<string, string>()] = readers;
  const changes = [...first].flatMap(([path, text]) => {
    const tried = triedOf(text);
    return tried === null ? [] : [[path, tried] as const];
  });
  const read = withNumbers(record, new Map(changes));
  const evidence = Object.entries(read.evidence).map(([path, one]) => {
    const printed = record.evidence[path]?.text ?? '';
    const readings = readers.map((misread, index) => ({
      by: `reader ${index + 1}`,
      text: misread.get(path) ?? printed,
      confidence: SURE,
    }));
    return [path, { ...one, confidence: SURE, readings }] as const;
  });
  return {
    ...read,
    source: { ...read.source, kind: 'scan' },
    findings: record.findings.filter(({ code }) => code === 'not-a-number'),
    evidence: Object.fromEntries(evidence),
  };
}
