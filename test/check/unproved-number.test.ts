import { describe, expect, it } from 'vitest';
import { CENTRAL_FORM, centralRecord } from '../made/central-form.js';
import { foundBy, ofForm } from '../made/checked.js';

describe('unproved-number', () => {
  it('is a warning in a text, a note in a born-digital page', () => {
    const record = { ...centralRecord(CENTRAL_FORM), totalScore: null };
    const pdf = { ...record, source: { ...record.source, kind: 'pdf' as const } };
    expect(foundBy('unproved-number', record)).toContain('warning indicators[0].score');
    expect(foundBy('unproved-number', pdf)).toContain('note indicators[0].score');
  });

  it('is not said of a number that is not there', () => {
    expect(ofForm('unproved-number', { totalScore: null })).not.toContain('warning totalScore');
  });
});
