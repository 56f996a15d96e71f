import { expect, it } from 'vitest';
import { numberLeaves } from '../../src/check/leaves.js';
import { madeForm } from '../made/form.js';

const FORM = madeForm(1, {
  funds: madeForm(1).funds.slice(2, 3),
  indicators: madeForm(1)
    .indicators.slice(0, 1)
    .map((row) => ({ ...row, score: null })),
  totalScore: null,
});

it('finds the numbers that a form prints', () => {
  expect(numberLeaves(FORM).flatMap(({ path, value }) => (value === null ? [] : [path]))).toEqual([
    'funds[0].initialBudget',
    'funds[0].annualBudget',
    'funds[0].executed',
    'indicators[0].weight',
    'totalWeight',
  ]);
});
