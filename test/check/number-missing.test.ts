import { describe, expect, it } from 'vitest';
import { CENTRAL_FORM, centralRecord } from '../made/central-form.js';
import { foundBy } from '../made/checked.js';

describe('number-missing', () => {
  it.each([
    ['a weight without its score', 'indicators[1].score', ['warning indicators[1].score']],
    ['a score without its weight', 'indicators[1].weight', ['warning indicators[1].weight']],
    ['the total’s executed amount', 'funds[0].executed', ['warning funds[0].executed']],
    ['the total’s rate, where other rows print theirs', 'funds[0].executionRate', ['warning funds[0].executionRate']],
    ['the funds row’s score', 'funds[0].score', ['warning funds[0].score']],
  ])('%s', (_, path, findings) => {
    expect(foundBy('number-missing', centralRecord(CENTRAL_FORM, { [path]: '' }))).toEqual(
      expect.arrayContaining(findings),
    );
  });

  it('not where the form prints “-”', () => {
    expect(foundBy('number-missing', centralRecord(CENTRAL_FORM))).toEqual([]);
  });
});
