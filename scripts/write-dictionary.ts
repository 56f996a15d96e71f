/** Writes the data dictionary into both READMEs, between their marks: `npx tsx scripts/write-dictionary.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withDictionary } from '../src/schema/dictionary.js';

const READMES = { en: 'README.md', zh: 'README.zh-CN.md' } as const;

for (const language of ['en', 'zh'] as const) {
  const path = new URL(`../${READMES[language]}`, import.meta.url);
  writeFileSync(path, withDictionary(readFileSync(path, 'utf8'), language));
}
