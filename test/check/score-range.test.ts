import { describe, expect, it } from 'vitest';
import { CENTRAL_FORM, centralRecord } from '../made/central-form.js';
import { foundBy, ofIndicator } from '../made/checked.js';

describe('score-range: 0 ≤ score ≤ weight', () => {
  it.each([
    [{ weight: 20, score: 0 }, []],
    [{ weight: 20, score: 20 }, []],
    [{ weight: 20, score: 20.01 }, ['error indicators[1].score']],
    [{ weight: 20, score: -1 }, ['error indicators[1].score']],
    [{ weight: 20, score: null }, []],
  ])('%j', (fields, findings) => {
    expect(ofIndicator('score-range', fields)).toEqual(findings);
  });

  it('for the funds row and the total as well', () => {
    expect(
      foundBy('score-range', centralRecord(CENTRAL_FORM, { 'funds[0].score': '10.01', totalScore: '100.5' })),
    ).toEqual(['error funds[0].score', 'error totalScore']);
  });
});
