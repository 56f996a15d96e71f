import { describe, expect, it } from 'vitest';
import type { FundsKind } from '../../src/schema/record.js';
import { CENTRAL_FORM, centralRecord, type PrintedFunds } from '../made/central-form.js';
import { foundBy, proofsOf } from '../made/checked.js';

describe('each column of the funds rows is the total', () => {
  it.each([
    ['funds[1].initialBudget', '100.01', ['error funds[0].initialBudget']],
    ['funds[2].annualBudget', '28.79', ['error funds[0].annualBudget']],
    ['funds[3].executed', '1.00', ['error funds[0].executed']],
    ['funds[0].initialBudget', '129.78', ['error funds[0].initialBudget']],
    ['funds[0].initialBudget', '129.79', []],
  ])('%s read as %s: %j', (path, text, findings) => {
    expect(foundBy('funds-sum', centralRecord(CENTRAL_FORM, { [path]: text }))).toEqual(findings);
  });

  it('closes with amounts of six decimals', () => {
    const funds: PrintedFunds[] = [
      ['0.300003', '0.3', '0.3', '10', '100', '10'],
      ['0.100001', '0.1', '0.1', '-', '100', '-'],
      ['0.200002', '0.2', '0.2', '-', '100', '-'],
    ];
    expect(foundBy('funds-sum', centralRecord({ ...CENTRAL_FORM, funds }))).toEqual([]);
  });

  it('is not told where the form has the total alone', () => {
    const record = centralRecord({ ...CENTRAL_FORM, funds: CENTRAL_FORM.funds.slice(0, 1) });
    expect(proofsOf('funds[0].initialBudget', record)).toEqual([]);
    expect(foundBy('unproved-number', record)).toContain('warning funds[0].initialBudget');
  });
});

describe('an amount that is printed twice, beside rows of 0, and was recognised in a picture', () => {
  type Read = readonly (readonly [by: string, text: string])[];
  const FUNDS: readonly PrintedFunds[] = [
    ['129579', '129.79', '120.15', '10', '92.57', '9.25'],
    ['129579', '129.79', '120.15', '-', '92.57', '-'],
    ['0.00', '0.00', '0.00', '-', '0.00', '-'],
  ];

  /** With what readers made of the two amounts; of all else one reader made what stands there. */
  function twice(total: Read, part: Read = total, funds = FUNDS) {
    const record = centralRecord({ ...CENTRAL_FORM, funds });
    const given: Record<string, Read> = { 'funds[0].initialBudget': total, 'funds[1].initialBudget': part };
    const evidence = Object.fromEntries(
      Object.entries(record.evidence).map(([path, one]) => {
        const read: Read = given[path] ?? [['one', one.text]];
        return [path, { ...one, readings: read.map(([by, text]) => ({ by, text, confidence: 0.9 })) }];
      }),
    );
    return { ...record, evidence };
  }
  const proofs = (record: ReturnType<typeof twice>) =>
    [0, 1, 2].map((row) => proofsOf(`funds[${row}].initialBudget`, record).join());

  it('is not proved where one reader alone read both; the 0 is', () => {
    const record = twice([['one', '129579']]);
    expect(proofs(record)).toEqual(['', '', 'funds-sum']);
    expect(foundBy('unproved-number', record)).toEqual(
      expect.arrayContaining(['warning funds[0].initialBudget', 'warning funds[1].initialBudget']),
    );
  });

  it('is not proved where another reader read something else', () => {
    const record = twice(
      [
        ['one', '129579'],
        ['other', '129.79'],
      ],
      [
        ['one', '129579'],
        ['other', '129.7g'],
      ],
    );
    expect(proofs(record)).toEqual(['', '', 'funds-sum']);
    expect(foundBy('reading-doubtful', record)).toEqual(
      expect.arrayContaining(['warning funds[0].initialBudget', 'warning funds[1].initialBudget']),
    );
  });

  it('is proved where two readers agree on one of them', () => {
    const agreed: Read = [
      ['one', '129579'],
      ['other', '129579'],
    ];
    expect(proofs(twice(agreed))).toEqual(['funds-sum', 'funds-sum', 'funds-sum']);
    expect(proofs(twice(agreed, [['one', '129579']]))).toEqual(['funds-sum', 'funds-sum', 'funds-sum']);
  });

  it('closes its sum all the same: blanks below it lack nothing', () => {
    const funds = FUNDS.map((row, index): PrintedFunds => (index < 2 ? row : ['', '', '', '-', '', '-']));
    expect(foundBy('number-missing', twice([['one', '129579']], undefined, funds))).not.toContain(
      'warning funds[2].initialBudget',
    );
  });
});

describe('subsidies', () => {
  const withKinds = (kinds: readonly FundsKind[], funds: readonly PrintedFunds[]) => {
    const record = centralRecord({ ...CENTRAL_FORM, funds });
    return { ...record, funds: record.funds.map((row, at) => ({ ...row, kind: kinds[at] ?? 'unclassified' })) };
  };
  const row = (initial: string, annual: string, executed: string): PrintedFunds => [
    initial,
    annual,
    executed,
    '-',
    '-',
    '-',
  ];

  it('that divide another row are not added', () => {
    const record = withKinds(
      ['total', 'currentYearAppropriation', 'subsidy', 'subsidy', 'other'],
      [row('9', '9', '9'), row('7', '7', '7'), row('3', '3', '3'), row('4', '4', '4'), row('2', '2', '2')],
    );
    expect(foundBy('funds-sum', record)).toEqual([]);
    expect(proofsOf('funds[1].executed', record)).toEqual(['funds-sum']);
    expect(proofsOf('funds[2].executed', record)).toEqual([]);
  });

  it('that stand for themselves are added', () => {
    const record = withKinds(
      ['total', 'subsidy', 'subsidy', 'other'],
      [row('9', '9', '9'), row('3', '3', '3'), row('4', '4', '4'), row('2', '2', '2')],
    );
    expect(foundBy('funds-sum', record)).toEqual([]);
    expect(proofsOf('funds[1].executed', record)).toEqual(['funds-sum']);
  });

  it('a total misread so that a column closes without them is not proved', () => {
    const record = withKinds(
      ['total', 'currentYearAppropriation', 'subsidy'],
      [row('100', '100', '100'), row('100', '100', '100'), row('0', '0', '20')],
    );
    expect(proofsOf('funds[0].executed', record)).toEqual([]);
  });
});
