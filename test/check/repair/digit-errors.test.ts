import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../scripts/damage/random.js';
import { noOutcome, trial, WAYS, type Way } from '../../../scripts/digit-errors/trial.js';
import { digitize } from '../../../src/digitize/digitize.js';
import type { SelfEvaluation } from '../../../src/schema/record.js';
import { centralRecord } from '../../made/central-form.js';
import { honestForms } from '../../made/honest-forms.js';

const FOLDER = join(import.meta.dirname, '../../../fixtures/forms');
/** One form or two of each issuer, none of them damaged. */
const files = readdirSync(FOLDER).filter((file) => /^(?:0\d|1\d)-.*\.tab\.md$/.test(file));
const ROUNDS = 2;

async function fixtureRecords(): Promise<SelfEvaluation[]> {
  return (await Promise.all(files.map((file) => digitize(join(FOLDER, file))))).flatMap(({ records }) => records);
}

/** What becomes of the forms of all issuers with so many misread numbers in each. */
async function outcomeOf(way: Way, errors: number) {
  const outcome = noOutcome();
  const records = await fixtureRecords();
  for (let round = 0; round < ROUNDS; round++) {
    const random = randomFrom(1_000 * errors + 10 * round + way.length);
    for (const record of records) trial(record, errors, way, random, outcome);
  }
  return outcome;
}

describe.each(WAYS)('numbers that readers of a scan misread: %s', (way) => {
  it('one in a form is never unseen, and never repaired to a wrong number', async () => {
    const outcome = await outcomeOf(way, 1);
    expect(outcome.misread).toBe(outcome.forms);
    expect(outcome).toMatchObject({ unseen: 0, wrongRepairs: 0, wrongRepairsUnseen: 0 });
  });

  it('one in an honest form of any shape is never unseen, but for one that readers agree on and that no identity covers', () => {
    fc.assert(
      fc.property(honestForms, fc.nat(), (form, seed) => {
        const outcome = noOutcome();
        trial(centralRecord(form), 1, way, randomFrom(seed), outcome);
        expect(outcome.unseen).toBe(way === 'both alike' ? outcome.noted : 0);
        expect(outcome.wrongRepairs).toBe(0);
      }),
      { numRuns: 400, seed: 2023 },
    );
  });
});

describe('several numbers that one of two readers misread', () => {
  it.each([2, 3])('%i in a form are never unseen, and nearly all are right in the end', async (errors) => {
    const outcome = await outcomeOf('one of two', errors);
    expect(outcome).toMatchObject({ unseen: 0, wrongRepairs: 0 });
    expect(outcome.kept + outcome.repaired).toBeGreaterThan(0.9 * outcome.misread);
  });
});
