import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IDENTITIES, RULES } from '../../src/check/checks.js';
import { RUN_REASONS } from '../../src/run/reasons.js';
import { CATALOGUE } from '../../src/schema/catalogue.js';
import { FAILURE_CODES } from '../../src/schema/failure.js';

const SOURCES = join(import.meta.dirname, '../../src');
const CODE = /\bcode: '([a-z-]+)'|\b(?:finding|doubt)\(\s*'([a-z-]+)'/g;

const sourceCodes = () =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:normalize|check|decide)[/\\].*\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(SOURCES, file), 'utf8').matchAll(CODE)].map(([, first, second]) => first ?? second),
    );

const codesOf = (...kinds: string[]) => CATALOGUE.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);

describe('the catalogue of codes', () => {
  it('names each code once', () => {
    expect(new Set(CATALOGUE.map(({ code }) => code)).size).toBe(CATALOGUE.length);
  });

  it('names the checks, in their order or not', () => {
    expect(codesOf('identity').sort()).toEqual(IDENTITIES.map(({ code }) => code).sort());
    expect(codesOf('rule').sort()).toEqual(RULES.map(({ code }) => code).sort());
  });

  it('names every code that normalize, check and decide give', () => {
    expect([...new Set(sourceCodes())].sort()).toEqual(
      codesOf('identity', 'rule', 'related', 'reading', 'decision', 'repair').sort(),
    );
  });

  it('names every reason', () => {
    expect(codesOf('reason').sort()).toEqual([...new Set([...FAILURE_CODES, ...RUN_REASONS])].sort());
  });
});
