import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { IDENTITIES, RULES } from '../../src/check/checks.js';

const SOURCES = join(import.meta.dirname, '../../src');
/** The review's page finds out no codes: it shows those of the records. */
const PAGE = join('review', 'page');
const KEBAB_CASE = /^[a-z]+(?:-[a-z0-9]+)*$/;
/** A code in an object, or as the first argument of a function that makes a finding. */
const CODE = /\bcode: '([^']*)'|\b(?:finding|doubt|note|refused)\(\s*'([^']*)'/g;

/** Every code of a finding, repair or failure that the sources name, with the files that do. */
function codesInSources(): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith(PAGE),
  );
  for (const file of files) {
    for (const [, inObject, asArgument] of readFileSync(join(SOURCES, file), 'utf8').matchAll(CODE)) {
      const code = inObject ?? asArgument ?? '';
      codes.set(code, [...(codes.get(code) ?? []), file]);
    }
  }
  return codes;
}

it('every code in the sources is kebab-case', () => {
  const codes = codesInSources();
  expect([...codes.keys()]).toEqual(
    expect.arrayContaining(['score-sum', 'not-a-number', 'goal-unsure', 'number-missing']),
  );
  expect([...codes].filter(([code]) => !KEBAB_CASE.test(code))).toEqual([]);
});

it('each check has a code of its own', () => {
  const codes = [...IDENTITIES, ...RULES].map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
