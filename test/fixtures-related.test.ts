import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { relatedFiles } from '../scripts/fixtures/related/catalogue.js';
import { differencesOf } from '../scripts/fixtures/related/differences.js';
import { digitize } from '../src/digitize/digitize.js';

const root = join(import.meta.dirname, '../fixtures/related');
const files = readdirSync(root).filter((file) => /^[a-z]\d-/.test(file));

it('are what their definitions give', () => {
  const there = [...relatedFiles()].map(([path]) => [path, readFileSync(join(root, path), 'utf8')]);
  expect(there).toEqual([...relatedFiles()]);
  expect(files).toHaveLength(60);
});

it.each(files)('%s', async (file) => {
  const { related, records } = await digitize(join(root, file));
  const expected = JSON.parse(readFileSync(join(root, `expected/${file.split('.')[0] ?? ''}.json`), 'utf8')) as object;
  expect([records.length, related.length]).toEqual([0, 1]);
  const [form] = related;
  expect(form && differencesOf(form, { ...expected })).toEqual([]);
});
