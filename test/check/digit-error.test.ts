import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/record/check.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { centralRecord, printedNumbers, type CentralForm } from '../made/central-form.js';
import { honestForms } from '../made/honest-forms.js';

/** What a person is told to look at: errors and warnings at a number's path, or at the path of its row. */
function isFlagged({ findings }: SelfEvaluation, path: string): boolean {
  const row = path.replace(/\.[A-Za-z]+$/, '');
  return findings.some((finding) => finding.severity !== 'note' && (finding.path === path || finding.path === row));
}

const DIGITS = Array.from('0123456789');

interface Misread {
  readonly form: CentralForm;
  readonly path: string;
  readonly text: string;
}

/** One digit of one number of an honest form read as another. */
const oneDigitMisread: fc.Arbitrary<Misread> = honestForms.chain((form) =>
  fc.constantFrom(...printedNumbers(form)).chain(({ path, text }) =>
    fc
      .record({
        at: fc.constantFrom(...Array.from(text).flatMap((sign, index) => (sign === '.' ? [] : [index]))),
        by: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ at, by }) => {
        const digit = (Number(text.charAt(at)) + by) % 10;
        return { form, path, text: `${text.slice(0, at)}${digit}${text.slice(at + 1)}` };
      }),
  ),
);

describe('honest forms', () => {
  it('raise no error', () => {
    fc.assert(
      fc.property(honestForms, (form) => {
        expect(check(centralRecord(form)).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a wrong number that nobody was told about', () => {
  it('is never one with a misread digit', () => {
    fc.assert(
      fc.property(oneDigitMisread, ({ form, path, text }) => {
        expect(isFlagged(check(centralRecord(form, { [path]: text })), path)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is never one with a misread digit, for every digit of every number of a form whose only funds row has a narrow rate', () => {
    const form: CentralForm = {
      funds: [['9670.51', '99.99', '93.19', '10.00', '93.20', '9.32']],
      indicators: [
        ['50.00', '45.00'],
        ['40.00', '40.00'],
      ],
      total: ['100.00', '94.32'],
    };
    const silent = printedNumbers(form).flatMap(({ path, text }) =>
      Array.from(text).flatMap((digit, at) =>
        digit === '.'
          ? []
          : DIGITS.filter((other) => other !== digit)
              .map((other) => text.slice(0, at) + other + text.slice(at + 1))
              .filter((misread) => !isFlagged(check(centralRecord(form, { [path]: misread })), path))
              .map((misread) => `${path}: ${text} → ${misread}`),
      ),
    );
    expect(silent).toEqual([]);
  });

  it('is never an amount, weight or score that was lost: its place is named, or the sum that it belongs to', () => {
    const lost = honestForms.chain((form) =>
      fc.record({
        form: fc.constant(form),
        path: fc.constantFrom(
          ...printedNumbers(form)
            .filter(({ text }) => Number(text) !== 0)
            // A rate may be left out, and a form without its total score is told by the normalizer (field-missing).
            .filter(({ path }) => !path.endsWith('Rate') && path !== 'totalScore')
            // A form need not have 年初预算数 at all; where no other row prints it either, that can't be told.
            .filter(({ path }) => path !== 'funds[0].initialBudget' || form.funds.length > 1)
            .map(({ path }) => path),
        ),
      }),
    );
    fc.assert(
      fc.property(lost, ({ form, path }) => {
        const { findings } = check(centralRecord(form, { [path]: '' }));
        const field = path.replace(/^.*\./, '');
        const told = findings.some((finding) => finding.severity !== 'note' && finding.path.endsWith(field));
        expect(told).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
