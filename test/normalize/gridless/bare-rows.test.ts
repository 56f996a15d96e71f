import { expect, it } from 'vitest';
import { madeForm, randomFrom, silentIn } from '../../../scripts/gridless/made-forms.js';
import { digitize } from '../../../src/digitize/digitize.js';

/** Forms in which a name, a target or a result wraps within a row of tabs. */
it.each([3167, 3184, 3828, 4052])('tells the halves of a wrapped cell, form %i', async (seed) => {
  const form = madeForm(randomFrom(seed));
  const { records } = await digitize({ bytes: new TextEncoder().encode(form.text), name: 'form.txt' });
  expect(records.flatMap((record) => silentIn(record, form))).toEqual([]);
});
