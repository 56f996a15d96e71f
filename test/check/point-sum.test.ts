import { describe, expect, it } from 'vitest';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { CENTRAL_FORM, centralRecord, type CentralForm } from '../made/central-form.js';
import { foundBy, proofsOf } from '../made/checked.js';

const FUNDS = ['26.00', '26.00', '24.78', '10.00', '95.30', '9.53'] as const;

describe('Σ indicators + funds = total', () => {
  it.each([
    ['weight-sum', 'indicators[2].weight', '80.00', ['error totalWeight']],
    ['weight-sum', 'funds[0].weight', '20.00', ['error totalWeight']],
    ['weight-sum', 'totalWeight', '90.00', ['error totalWeight']],
    ['score-sum', 'indicators[3].score', '26.76', ['error totalScore']],
    ['score-sum', 'funds[0].score', '9.26', ['error totalScore']],
    ['score-sum', 'totalScore', '94.49', ['error totalScore']],
    ['score-sum', 'totalScore', '94.50', []],
  ])('%s with %s read as %s: %j', (code, path, text, findings) => {
    expect(foundBy(code, centralRecord(CENTRAL_FORM, { [path]: text }))).toEqual(findings);
  });

  it('closes in hundredths where binary floating point does not', () => {
    const form: CentralForm = {
      funds: [FUNDS],
      indicators: [
        ['30.00', '0.10'],
        ['30.00', '0.20'],
        ['30.00', '0.70'],
      ],
      total: ['100.00', '10.53'],
    };
    expect(foundBy('score-sum', centralRecord(form))).toEqual([]);
  });

  it('the weights come to 100 where the form states no total', () => {
    const record = { ...centralRecord(CENTRAL_FORM), totalWeight: null };
    expect(foundBy('weight-sum', record)).toEqual([]);
    expect(
      foundBy('weight-sum', centralRecord(CENTRAL_FORM, { totalWeight: '', 'indicators[0].weight': '1' })),
    ).toEqual(['error totalWeight']);
  });

  it('a score merged over two rows stands on the first, null on the second', () => {
    const form: CentralForm = {
      funds: [FUNDS],
      indicators: [
        ['90.00', '85.00'],
        ['-', '-'],
      ],
      total: ['100.00', '94.53'],
    };
    expect(foundBy('score-sum', centralRecord(form))).toEqual([]);
  });
});

describe('a form whose indicators count the budget’s execution', () => {
  /** The first indicator is 预算执行率, with the funds row’s own points. */
  const counting = (form: CentralForm, misread: Readonly<Record<string, string>> = {}): SelfEvaluation => {
    const record = centralRecord(form, misread);
    return {
      ...record,
      indicators: record.indicators.map((row, at) => (at === 0 ? { ...row, level2: '预算执行率' } : row)),
    };
  };
  const form: CentralForm = {
    funds: [FUNDS],
    indicators: [
      ['10.00', '9.53'],
      ['50.00', '50.00'],
      ['40.00', '40.00'],
    ],
    total: ['100.00', '99.53'],
  };

  it('adds up without the funds row', () => {
    expect(foundBy('weight-sum', counting(form))).toEqual([]);
    expect(foundBy('score-sum', counting(form))).toEqual([]);
    expect(proofsOf('indicators[1].weight', counting(form))).toEqual(['weight-sum']);
    expect(proofsOf('funds[0].score', counting(form))).not.toContain('score-sum');
  });

  it('a weight misread so that the funds row fits in proves nothing', () => {
    const record = counting(form, { 'indicators[1].weight': '40.00' });
    expect(proofsOf('indicators[1].weight', record)).toEqual([]);
    expect(foundBy('unproved-number', record)).toContain('warning indicators[1].weight');
  });
});
