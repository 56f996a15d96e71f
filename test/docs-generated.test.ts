import { describe, expect, it } from 'vitest';
import { generatedParts, withPart } from '../scripts/docs/generated.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import { textOf } from './made/folder.js';

const PARTS = (['en', 'zh'] as const).flatMap((language) => generatedParts(language));

describe('the generated parts of the docs', () => {
  it.each(PARTS)('$name in $file is up to date (npx tsx scripts/write-docs.ts)', ({ name, file, text }) => {
    const doc = textOf(file);
    expect(doc).toBe(withPart(doc, name, text()));
  });

  it('want their marks', () => {
    expect(() => withPart('# A doc', 'dictionary', '')).toThrow('lacks <!-- dictionary:start -->');
  });
});

describe('the limits in the docs', () => {
  const rows = Object.entries(DEFAULT_LIMITS).map(([name, value]) => `| \`${name}\` | ${value.toLocaleString('en')} |`);

  it.each(['docs/command-line.md', 'docs/command-line.zh-CN.md'])('are all in %s', (file) => {
    const doc = textOf(file);
    expect(rows.filter((row) => !doc.includes(row))).toEqual([]);
  });
});
