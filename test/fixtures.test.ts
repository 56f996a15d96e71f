import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedOf, fixturePath, formDifferences, readForms } from './made/expected-forms.js';

const files = readdirSync(fixturePath('forms')).sort();

describe('fixtures', () => {
  it('are all there', () => {
    expect(files).toHaveLength(268);
    expect(files.flatMap(expectedOf)).toHaveLength(310);
  });

  it('are what their definitions give', () => {
    const root = fixturePath('..');
    const check = () =>
      execFileSync('npx', ['tsx', 'scripts/make-fixtures.ts', '--check'], { cwd: root, stdio: 'pipe' });
    expect(check).not.toThrow();
  });

  it.each(files)('%s', async (file) => {
    expect(formDifferences(expectedOf(file), await readForms(`forms/${file}`))).toEqual([]);
  });
});
