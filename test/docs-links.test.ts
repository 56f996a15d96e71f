import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from './made/folder.js';

const DOCS = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The name that a heading has in links: lower case, blanks as hyphens, punctuation left out. */
const anchorOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (file: string) =>
  textOf(file)
    .replace(/^```.*?^```$/gms, '')
    .split('\n')
    .flatMap((line) => /^#+ (?<heading>.*)$/.exec(line)?.groups?.['heading'] ?? [])
    .map(anchorOf);

/** Links that lead nowhere: a file that is not there, or a heading that its file lacks. */
const brokenLinks = (file: string) =>
  [...textOf(file).matchAll(/\]\((?<path>[^)#\s]*)(?:#(?<anchor>[^)\s]+))?\)/g)]
    .map(({ groups }) => ({ path: groups?.['path'] ?? '', anchor: groups?.['anchor'] }))
    .filter(({ path }) => !path.includes('://'))
    .filter(({ path, anchor }) => {
      const target = path === '' ? file : join(dirname(file), path);
      return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
    })
    .map(({ path, anchor }) => [path, anchor].join('#'));

describe('links of the docs', () => {
  it.each(DOCS)('%s leads to what is there', (file) => {
    expect(brokenLinks(file)).toEqual([]);
  });
});
