import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check/record/check.js';
import { CENTRAL_FORM, centralRecord, printedNumbers } from '../../made/central-form.js';
import { foundBy, proofsOf } from '../../made/checked.js';

describe('a form that closes', () => {
  const record = centralRecord(CENTRAL_FORM);

  it('has nothing to look at', () => {
    expect(check(record).findings).toEqual([]);
  });

  it('keeps every value, and the findings it came with', () => {
    const finding = {
      code: 'year-inherited',
      severity: 'warning' as const,
      path: 'year',
      message: 'm',
      messageZh: 'z',
    };
    const { findings, evidence, rateRounding, ...values } = check({ ...record, findings: [finding] });
    expect(findings).toEqual([finding]);
    expect(rateRounding).toBeNull(); // each rate of this form is the same cut off and rounded
    expect(Object.keys(evidence)).toEqual(Object.keys(record.evidence));
    expect({ ...record, ...values }).toEqual(record);
  });

  it('changes nothing in the record it was given', () => {
    const copy = structuredClone(record);
    check(record);
    expect(record).toEqual(copy);
  });

  it('has a proof for each number', () => {
    const unproved = printedNumbers(CENTRAL_FORM).filter(({ path }) => proofsOf(path, record).length === 0);
    expect(unproved).toEqual([]);
  });

  it.each([
    ['indicators[1].weight', ['weight-sum']],
    ['indicators[1].score', ['score-sum']],
    ['totalWeight', ['weight-sum']],
    ['totalScore', ['score-sum']],
    ['funds[0].weight', ['weight-sum']],
    ['funds[0].score', ['score-sum']],
    ['funds[1].initialBudget', ['funds-sum']],
    ['funds[0].executionRate', ['execution-rate']],
  ])('%s is proved by %j', (path, proofs) => {
    expect(proofsOf(path, record)).toEqual(proofs);
  });
});

it('an identity that does not close proves nothing', () => {
  const record = centralRecord(CENTRAL_FORM, { 'indicators[1].score': '13.50' });
  expect(proofsOf('indicators[0].score', record)).toEqual([]);
  expect(foundBy('score-sum', record)).toEqual(['error totalScore']);
  expect(foundBy('unproved-number', record)).toContain('warning indicators[1].score');
});
