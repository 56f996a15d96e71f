import { expect, it } from 'vitest';
import { emptyTally, tallyForm } from '../../src/run/tally.js';
import { madeForm } from '../made/form.js';

const FORM = madeForm(1, {
  funds: madeForm(1).funds.slice(2, 3),
  indicators: madeForm(1)
    .indicators.slice(0, 1)
    .map((row) => ({ ...row, score: null })),
  totalScore: null,
});

it('counts a number as proved where an identity proves it', () => {
  const tally = emptyTally();
  tallyForm(tally, FORM);
  expect([tally.numbers, tally.proved]).toEqual([5, 4]); // the made evidence proves all but totals
});
