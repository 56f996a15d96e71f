import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/record/check.js';
import { CENTRAL_FORM, centralRecord, type CentralForm, type PrintedFunds } from '../made/central-form.js';
import { foundBy, proofsOf } from '../made/checked.js';

const formOf = (...funds: PrintedFunds[]): CentralForm => ({ ...CENTRAL_FORM, funds });
const rowOf = (budget: string, executed: string, rate: string): PrintedFunds => ['-', budget, executed, '-', rate, '-'];

describe('the rate of 执行数 to 预算数', () => {
  it.each([
    ['24.78', '26.00', '95.30', 'truncated'],
    ['24.78', '26.00', '95.31', 'rounded'],
    ['120.15', '129.79', '92.57', null], // 92.5726 …: both ways give the same
    ['2.00', '3.00', '66.66', 'truncated'],
    ['2.00', '3.00', '66.67', 'rounded'],
    ['2.00', '3.00', '66.6', 'truncated'],
    ['2.00', '3.00', '67', 'rounded'],
    ['311.00', '311.00', '100.00', null],
    ['0.00', '0.00', '0.00', null],
    ['30.00', '26.00', '115.38', null],
    ['111.123456', '222.246912', '50.00', null],
    ['123456789.01', '987654321.09', '12.49', 'truncated'],
  ])('%s of %s is %s, made in this way: %s', (executed, budget, rate, rounding) => {
    const record = centralRecord(formOf(rowOf(budget, executed, rate)));
    expect(foundBy('execution-rate', record)).toEqual([]);
    expect(check(record).rateRounding).toBe(rounding);
  });

  it.each([
    ['24.78', '26.00', '95.32'],
    ['24.78', '26.00', '95.29'],
    ['24.78', '26.00', '96.30'],
    ['0.00', '26.00', '1.00'],
  ])('%s of %s is not %s', (executed, budget, rate) => {
    expect(foundBy('execution-rate', centralRecord(formOf(rowOf(budget, executed, rate))))).toEqual([
      'error funds[0].executionRate',
    ]);
  });
});

describe('which rate is proved', () => {
  const alone = (rate: string) => centralRecord(formOf(rowOf('26.00', '24.78', rate)));
  it.each([['95.30'], ['95.31']])(
    'not %s, which only one way of rounding gives: the last digit may be misread',
    (rate) => {
      expect(proofsOf('funds[0].executionRate', alone(rate))).toEqual([]);
      expect(foundBy('unproved-number', alone(rate))).toContain('warning funds[0].executionRate');
    },
  );

  it('one that both ways give', () => {
    const record = centralRecord(formOf(rowOf('129.79', '120.15', '92.57')));
    expect(proofsOf('funds[0].executionRate', record)).toEqual(['execution-rate']);
  });

  it('one whose way another row uses too', () => {
    const record = centralRecord(formOf(rowOf('26.00', '24.78', '95.30'), rowOf('3.00', '2.00', '66.66')));
    expect(proofsOf('funds[0].executionRate', record)).toEqual(['execution-rate']);
  });

  it('none where two rows contradict each other', () => {
    const record = centralRecord(formOf(rowOf('26.00', '24.78', '95.31'), rowOf('3.00', '2.00', '66.66')));
    expect(check(record).rateRounding).toBeNull();
    expect(foundBy('execution-rate', record)).toEqual(['error funds[0].executionRate', 'error funds[1].executionRate']);
    expect(proofsOf('funds[0].executionRate', record)).toEqual([]);
  });
});

describe('which amount is proved', () => {
  it.each([
    ['one that the next hundredth would give another rate', '36.00', '24.70', '68.61', ['execution-rate']],
    ['not one so large that its last digit does not show in the rate', '129790.00', '120150.00', '92.57', []],
    ['not one whose neighbour the other way of rounding gives the same rate', '83.05', '68.35', '82.29', []],
    ['not one whose last printed decimal does not show', '36.000000', '24.700000', '68.61', []],
  ])('%s', (_, budget, executed, rate, proofs) => {
    expect(proofsOf('funds[0].annualBudget', centralRecord(formOf(rowOf(budget, executed, rate))))).toEqual(proofs);
  });
});
