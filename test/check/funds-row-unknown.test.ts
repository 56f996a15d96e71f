import { describe, expect, it } from 'vitest';
import type { FundsKind } from '../../src/schema/record.js';
import { CENTRAL_FORM, centralRecord } from '../made/central-form.js';
import { foundBy } from '../made/checked.js';

const labelled = (kind: FundsKind, label: string, source: 'pdf' | 'scan' | 'text' = 'scan') => {
  const record = centralRecord(CENTRAL_FORM);
  const funds = record.funds.map((row, index) => (index === 1 ? { ...row, kind, label } : row));
  return foundBy('funds-row-unknown', { ...record, source: { ...record.source, kind: source }, funds });
};

describe('funds-row-unknown', () => {
  it('says that a row may be missing where both readers agree on a wrong character', () => {
    expect(labelled('unclassified', '当年财政抜款')).toEqual(['warning funds']);
    expect(labelled('unclassified', '当年财政抜款', 'text')).toEqual(['warning funds']);
  });

  it('names the row alone where the label is as printed', () => {
    expect(labelled('unclassified', '对口支援', 'pdf')).toEqual(['warning funds[1].kind']);
  });

  it('a row without a label is one too', () => {
    expect(labelled('unclassified', '')).toEqual(['warning funds']);
  });

  it('not of a known label, whatever its kind', () => {
    expect(labelled('unclassified', '政府性基金')).toEqual([]);
    expect(labelled('currentYearAppropriation', '当年财政拨款')).toEqual([]);
  });
});
