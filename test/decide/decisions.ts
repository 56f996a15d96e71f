import { readingAt } from '../../src/decide/leaf.js';
import type { Decision } from '../../src/schema/decision.js';
import type { SelfEvaluation } from '../../src/schema/record.js';

let made = 0;

/** A decision on a record as it reads now, a minute later than the one before. */
export function decisionOn(record: SelfEvaluation, path: string, given: Partial<Decision> = {}): Decision {
  made += 1;
  return {
    id: made.toString(16).padStart(16, '0'),
    at: new Date(Date.UTC(2026, 10, 1, 0, made)).toISOString(),
    by: '张三',
    record: record.id,
    file: record.source.file,
    sourceSha256: record.source.sha256,
    path,
    before: readingAt(record, path),
    action: 'confirm',
    after: null,
    note: '',
    settles: record.findings.filter((finding) => finding.path === path).map(({ code }) => code),
    ...given,
  };
}

export const undoOf = (decision: Decision): Decision => {
  made += 1;
  return {
    ...decision,
    id: made.toString(16).padStart(16, '0'),
    at: new Date(Date.UTC(2026, 10, 1, 0, made)).toISOString(),
    action: 'undo',
    undoes: decision.id,
  };
};
