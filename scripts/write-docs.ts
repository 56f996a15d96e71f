/** Writes the generated parts of the docs: `npm run build && npx tsx scripts/write-docs.ts`. A test holds them up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedParts, withPart } from './docs/generated.js';

const ROOT = join(import.meta.dirname, '..');

for (const language of ['en', 'zh'] as const)
  for (const { name, file, text } of generatedParts(language)) {
    const path = join(ROOT, file);
    writeFileSync(path, withPart(readFileSync(path, 'utf8'), name, text()));
  }
