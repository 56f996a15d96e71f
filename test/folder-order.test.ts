import { readdirSync } from 'node:fs';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { folderOrder, STAGES } from '../scripts/lint/folder-order.mjs';

const said = (file: string, code: string) =>
  new Linter()
    .verify(
      code,
      {
        files: ['**/*.ts'],
        languageOptions: { parser },
        plugins: { house: { rules: { order: folderOrder } } },
        rules: { 'house/order': 'error' },
      },
      file,
    )
    .map(({ message }) => message.replace('Against the order of folders in scripts/lint/folder-order.mjs: ', ''));

describe('an import against the order of folders', () => {
  it.each([
    ['import', "import { a } from '../record/check.js';"],
    ['a type', "import type { A } from '../record/check.js';"],
    ['an export', "export { a } from '../record/check.js';"],
    ['all exports', "export * from '../record/check.js';"],
    ['a type in place', "type A = import('../record/check.js').A;"],
    ['at run time', "const a = await import('../record/check.js');"],
  ])('is told: %s', (_, code) => {
    expect(said('src/check/repair/search.ts', code)).toEqual(['check/record stands above check/repair.']);
  });

  it.each([
    ['src/check/record/check.ts', "import { a } from '../repair/search.js';"],
    ['src/check/exact.ts', "import { a } from './leaves.js';"],
    ['src/check/exact.ts', "import { a } from '../schema/record.js';"],
    ['src/check/exact.ts', "import { a } from 'zod';"],
    ['src/index.ts', "import { a } from './run/run.js';"],
    ['src/extract/scan/readers/ctc.ts', "import { a } from '../../../normalize/text/characters.js';"],
    ['test/check/exact.test.ts', "import { a } from '../../src/cli/main.js';"],
  ])('is not one in %s: %s', (file, code) => {
    expect(said(file, code)).toEqual([]);
  });

  it.each([
    [
      'src/extract/text/sheets.ts',
      '../../normalize/vocabulary/words.js',
      'the stage extract does not know normalize/vocabulary.',
    ],
    ['src/normalize/record.ts', '../extract/source/losses.js', 'the stage normalize does not know extract/source.'],
    ['src/run/run.ts', '../index.js', 'the stage run does not know ..'],
    ['src/check/exact.ts', '../../scripts/fuzz.js', 'nothing outside src is imported into it.'],
  ])('is one between stages: %s importing %s', (file, path, why) => {
    expect(said(file, `import { a } from '${path}';`)).toEqual([why]);
  });

  it('is a folder that the list lacks', () => {
    expect(said('src/elsewhere/new.ts', '')).toEqual([
      'The folder src/elsewhere is missing from the list in scripts/lint/folder-order.mjs.',
    ]);
  });
});

describe('the list of folders', () => {
  const listed = STAGES.flatMap(({ folders }) => folders);

  it('names every folder of src that holds code', () => {
    const holding = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map(({ parentPath }) => parentPath.replace(/^src\/?/u, '') || '.');
    expect([...new Set(holding)].filter((folder) => !listed.includes(folder))).toEqual([]);
  });

  it('names a folder once, in the stage of its name', () => {
    expect(new Set(listed).size).toBe(listed.length);
    for (const { name, folders } of STAGES) for (const folder of folders) expect(folder.split('/')[0]).toBe(name);
  });

  it('has stages that know only what stands below them, but for the text of normalize', () => {
    STAGES.forEach(({ knows }, at) => {
      const below = STAGES.slice(0, at).map(({ name }) => name);
      for (const known of knows) expect(below).toContain(known.split('/')[0]);
    });
  });
});
