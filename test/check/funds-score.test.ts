import { describe, expect, it } from 'vitest';
import { CENTRAL_FORM, centralRecord, type PrintedFunds } from '../made/central-form.js';
import { foundBy, proofsOf } from '../made/checked.js';

const recordOf = (budget: string, executed: string, weight: string, rate: string, score: string) => {
  const row: PrintedFunds = [budget, budget, executed, weight, rate, score];
  return centralRecord({ ...CENTRAL_FORM, funds: [row] });
};

describe('funds score = weight × rate, at most the weight', () => {
  it.each([
    ['cut off', '129.79', '120.15', '10.00', '92.57', '9.25'],
    ['rounded', '129.79', '120.15', '10.00', '92.57', '9.26'],
    ['full', '311.00', '311.00', '10.00', '100.00', '10.00'],
    ['more than all spent', '26.00', '30.00', '10.00', '115.38', '10.00'],
    ['a weight of 20, as in Hubei', '26.00', '24.78', '20.00', '95.30', '19.06'],
    ['nothing spent', '26.00', '0.00', '10.00', '0.00', '0.00'],
  ])('%s', (_, budget, executed, weight, rate, score) => {
    expect(foundBy('funds-score', recordOf(budget, executed, weight, rate, score))).toEqual([]);
  });

  it.each([
    ['129.79', '120.15', '10.00', '92.57', '9.52'],
    ['26.00', '30.00', '10.00', '115.38', '11.53'],
    ['26.00', '24.78', '10.00', '95.30', '10.00'],
  ])(
    '%s %s %s %s does not give %s: a warning, for issuers score by steps too',
    (budget, executed, weight, rate, score) => {
      expect(foundBy('funds-score', recordOf(budget, executed, weight, rate, score))).toEqual([
        'warning funds[0].score',
      ]);
    },
  );
});

it.each([
  ['a score that all ways give', '24.78', '26.00', '95.30', '9.53', ['funds-score']],
  ['no score that only one way gives', '120.15', '129.79', '92.57', '9.25', []],
])('proves %s', (_, executed, budget, rate, score, proofs) => {
  const record = recordOf(budget, executed, '10.00', rate, score);
  expect(proofsOf('funds[0].score', { ...record, totalScore: null })).toEqual(proofs);
});

it('does not prove a weight whose last digit does not show in the score', () => {
  const record = recordOf('7458.55', '4547.25', '10.00', '60.96', '6.09');
  expect(proofsOf('funds[0].weight', { ...record, indicators: [] })).toEqual([]);
});
