import { check } from '../../src/check/record/check.js';
import type { Finding } from '../../src/schema/finding.js';
import type { Indicator, SelfEvaluation } from '../../src/schema/record.js';
import { CENTRAL_FORM, centralRecord } from './central-form.js';

export type ShortFinding = `${Finding['severity']} ${string}`;

const short = ({ severity, path }: Finding): ShortFinding => `${severity} ${path}`;

/** What one check says of a record: severity and path of each of its findings. */
export const foundBy = (code: string, record: SelfEvaluation): ShortFinding[] =>
  check(record)
    .findings.filter((finding) => finding.code === code)
    .map(short);

/** The identities that prove a field of the record. */
export const proofsOf = (path: string, record: SelfEvaluation): string[] => check(record).evidence[path]?.proof ?? [];

/** What one check says of the central form with fields of its second indicator replaced. */
export function ofIndicator(code: string, fields: Partial<Indicator>): ShortFinding[] {
  const record = centralRecord(CENTRAL_FORM);
  const indicators = record.indicators.map((row, at) => (at === 1 ? { ...row, ...fields } : row));
  return foundBy(code, { ...record, indicators });
}

/** What one check says of the central form with fields replaced. */
export const ofForm = (code: string, fields: Partial<SelfEvaluation>): ShortFinding[] =>
  foundBy(code, { ...centralRecord(CENTRAL_FORM), ...fields });
