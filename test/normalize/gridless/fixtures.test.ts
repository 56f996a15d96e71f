import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SHAPES, ungridded } from '../../../scripts/gridless/ungrid.js';
import { digitize } from '../../../src/digitize/digitize.js';

const FORMS = ['36-break-between-rows', '80-funds-header-cut'];
const cases = FORMS.flatMap((form) => SHAPES.map((shape) => [form, shape] as const));

it.each(cases)('%s as %s is a form, not set aside for what its tables lost', async (form, shape) => {
  const text = ungridded(readFileSync(`fixtures/forms/${form}.table.html`, 'utf8'), shape);
  const { records, setAside } = await digitize({ bytes: new TextEncoder().encode(text), name: 'form.txt' });
  expect(setAside).toEqual([]);
  expect(records.map(({ projectName }) => projectName === null)).toEqual([false]);
});
