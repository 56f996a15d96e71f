import { describe, expect, it } from 'vitest';
import { CENTRAL_FORM, centralRecord } from '../made/central-form.js';
import { foundBy, ofIndicator } from '../made/checked.js';

describe('a score below its weight wants a reason', () => {
  it.each([
    [{ weight: 20, score: 18.5, deviation: '' }, ['warning indicators[1].deviation']],
    [{ weight: 20, score: 18.5, deviation: '进度较慢' }, []],
    [{ weight: 20, score: 20, deviation: '' }, []],
    [{ weight: null, score: null, deviation: '' }, []],
  ])('%j', (fields, findings) => {
    expect(ofIndicator('loss-without-reason', fields)).toEqual(findings);
  });
});

describe('a reason beside a full score is odd', () => {
  it('alone, a note', () => {
    expect(ofIndicator('reason-beside-full-score', { score: 20, deviation: '进度较慢' })).toEqual([
      'note indicators[1].deviation',
    ]);
  });

  it('one row above a loss without a reason, a warning: it stands one row too high', () => {
    const record = centralRecord(CENTRAL_FORM, { 'indicators[1].score': '20.00', 'indicators[2].score': '28.50' });
    const indicators = record.indicators.map((row, at) => ({ ...row, deviation: at === 1 ? '进度较慢' : '' }));
    expect(foundBy('reason-beside-full-score', { ...record, indicators })).toEqual(['warning indicators[1].deviation']);
    expect(foundBy('loss-without-reason', { ...record, indicators })).toContain('warning indicators[2].deviation');
  });
});
