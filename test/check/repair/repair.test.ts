import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check/record/check.js';
import { CENTRAL_FORM, centralRecord, type CentralForm } from '../../made/central-form.js';
import { scannedRecord, type Misread } from '../../made/scanned.js';

/** What becomes of a form that two readers misread: repairs, and the paths of errors and warnings. */
function outcome(first: Misread, second: Misread | null, form: CentralForm = CENTRAL_FORM) {
  const { repairs, findings } = check(scannedRecord(form, first, second));
  return {
    repairs: repairs.map(({ code, path, before, after }) => `${code} ${path}: ${before} → ${after}`),
    flagged: findings.filter(({ severity }) => severity !== 'note').map(({ code, path }) => `${code} ${path}`),
  };
}

const NOTHING = { repairs: [], flagged: [] };

describe('a scan that both readers read right', () => {
  it('has nothing to look at', () => {
    expect(outcome({}, {})).toEqual(NOTHING);
  });
});

describe('a number that one reader misread', () => {
  it('is right where the chosen reading closes the sums', () => {
    expect(outcome({}, { 'indicators[0].score': '70.00', 'funds[1].executed': '96.15' })).toEqual(NOTHING);
  });

  it('is the other reader’s where only that one closes them', () => {
    expect(outcome({ 'indicators[3].score': '28.75', 'funds[2].annualBudget': '29.19' }, {})).toEqual({
      repairs: [
        'reading-chosen indicators[3].score: 28.75 → 26.75',
        'reading-chosen funds[2].annualBudget: 29.19 → 29.79',
      ],
      flagged: [],
    });
  });

  it('is flagged where no identity covers it', () => {
    const form = { ...CENTRAL_FORM, funds: [['129.79', '129.79', '120.15', '10.00', '92.57', '9.25'] as const] };
    expect(outcome({ 'funds[0].initialBudget': '129.19' }, {}, form).flagged).toEqual([
      'reading-doubtful funds[0].initialBudget',
    ]);
  });

  it('is flagged where the sums close with both', () => {
    // Two scores, each read in two ways, that come to the same.
    const [first, second] = [
      { 'indicators[0].score': '9.00', 'indicators[2].score': '29.00' },
      { 'indicators[0].score': '10.00', 'indicators[2].score': '28.00' },
    ];
    const form = {
      ...CENTRAL_FORM,
      indicators: [
        ['10.00', '9.00'],
        ['20.00', '18.50'],
        ['30.00', '29.00'],
        ['30.00', '26.75'],
      ] as const,
      total: ['100.00', '92.50'] as const,
    };
    expect(outcome(first, second, form)).toEqual({
      repairs: [],
      flagged: ['reading-doubtful indicators[0].score', 'reading-doubtful indicators[2].score'],
    });
  });
});

describe('a number that both readers misread', () => {
  it('is repaired where two identities ask for one number, and flagged where the readers agreed', () => {
    const wrong = { 'funds[2].executed': '26.00' };
    expect(outcome(wrong, wrong)).toEqual({
      repairs: ['digit-repaired funds[2].executed: 26.00 → 25.00'],
      flagged: ['reading-doubtful funds[2].executed'],
    });
  });

  it('is repaired without more where they differ on it and two identities ask for one number', () => {
    expect(outcome({ 'funds[2].executed': '26.00' }, { 'funds[2].executed': '2500' })).toEqual({
      repairs: ['digit-repaired funds[2].executed: 26.00 → 25.00'],
      flagged: [],
    });
  });

  it('is left as it is, with every number of the sum flagged, where one identity is open and they agree', () => {
    const wrong = { 'indicators[1].weight': '26.00' };
    expect(outcome(wrong, wrong)).toEqual({
      repairs: [],
      flagged: [
        'weight-sum totalWeight',
        'unproved-number funds[0].weight',
        ...[0, 1, 2, 3].map((index) => `unproved-number indicators[${index}].weight`),
        'unproved-number totalWeight',
      ],
    });
  });
});

describe('what the issuer added up wrong', () => {
  it('stays as printed, with the finding', () => {
    const form = { ...CENTRAL_FORM, total: ['100.00', '94.00'] as const };
    const { repairs, flagged } = outcome({}, {}, form);
    expect(repairs).toEqual([]);
    expect(flagged).toContain('score-sum totalScore');
  });

  it('stays as printed where one reader read another number wrong, that would not mend it', () => {
    const form = { ...CENTRAL_FORM, total: ['100.00', '93.10'] as const };
    expect(outcome({}, { 'indicators[3].score': '28.75' }, form)).toMatchObject({ repairs: [] });
  });
});

describe('a form that one reader read', () => {
  it('has nothing to look at where identities prove all numbers', () => {
    expect(outcome({}, null)).toEqual(NOTHING);
  });

  it('has the numbers flagged that none proves', () => {
    const form = { ...CENTRAL_FORM, funds: [['129.79', '129.79', '120.15', '10.00', '92.57', '9.25'] as const] };
    expect(outcome({}, null, form).flagged).toEqual([
      'unproved-number funds[0].initialBudget',
      'unproved-number funds[0].annualBudget',
    ]);
  });

  it('is not repaired by one open identity alone', () => {
    expect(outcome({ 'indicators[3].score': '28.75' }, null).repairs).toEqual([]);
  });

  it('is repaired where two ask for one number, and flagged', () => {
    expect(outcome({ 'funds[1].annualBudget': '700.00' }, null)).toEqual({
      repairs: ['digit-repaired funds[1].annualBudget: 700.00 → 100.00'],
      flagged: ['reading-doubtful funds[1].annualBudget'],
    });
  });
});

describe('a text', () => {
  it('is never repaired: nobody else read it', () => {
    const { repairs } = check(centralRecord(CENTRAL_FORM, { 'funds[1].annualBudget': '700.00' }));
    expect(repairs).toEqual([]);
  });
});

describe('a repaired record', () => {
  it('says what was taken, keeps what was read, and proves it', () => {
    const { funds, evidence } = check(scannedRecord(CENTRAL_FORM, { 'funds[2].annualBudget': '29.19' }, {}));
    expect(funds[2]?.annualBudget).toBe(29.79);
    expect(evidence['funds[2].annualBudget']).toMatchObject({
      text: '29.79',
      readings: [
        { by: 'second', text: '29.79' },
        { by: 'first', text: '29.19' },
      ],
      proof: ['funds-sum', 'execution-rate'],
    });
  });
});
