import { createHash } from 'node:crypto';
import type { SelfEvaluation } from '../schema/record.js';

/**
 * The digest of what a person signs: the record's values, evidence, decisions, and which findings it has. Where the file lies and how
 * a finding is worded is no part of it.
 */
export function digestToSign(record: SelfEvaluation): string {
  const signed = {
    ...record,
    review: undefined,
    asRead: undefined,
    source: { ...record.source, file: '' },
    findings: record.findings
      .filter(({ code }) => code !== 'signature-void')
      .map(({ code, severity, path }) => ({ code, severity, path })),
  };
  return createHash('sha256').update(JSON.stringify(signed)).digest('hex');
}
