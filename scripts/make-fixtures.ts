/**
 * Writes the fixtures of our own making: `npx tsx scripts/make-fixtures.ts [--check]`. With `--check` nothing is written: exit 1
 * when the folder differs from what would be written, files too many included.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIXTURES } from './fixtures/catalogue.js';
import { filesOf } from './fixtures/files.js';

const ROOT = fileURLToPath(new URL('../fixtures/', import.meta.url));
/** The folders that this script alone writes into. */
const OWN_FOLDERS = ['forms', 'expected'];

const files = filesOf(FIXTURES);
for (const folder of OWN_FOLDERS) mkdirSync(join(ROOT, folder), { recursive: true });
const strangers = OWN_FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
).filter((path) => !files.has(path));

if (process.argv.includes('--check')) {
  const stale = [...files].filter(([path, content]) => contentOf(path) !== content).map(([path]) => path);
  for (const path of [...stale, ...strangers]) console.error(`fixtures/${path} is not up to date.`);
  if (stale.length + strangers.length > 0) {
    console.error('Run `npx tsx scripts/make-fixtures.ts` and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  for (const path of strangers) rmSync(join(ROOT, path));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content);
  }
  console.error(`${FIXTURES.length} fixtures, ${files.size} files`);
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return null;
  }
}
