/**
 * Writes the related forms of our own making into `fixtures/related/`: `npx tsx scripts/make-related-fixtures.ts [--check]`. With
 * `--check` nothing is written: exit 1 where a file differs. `--print` prints each as PDF with Chromium on two papers into a temporary
 * folder and prints what is read otherwise than it should be; exit 1 where a number is wrong and nothing told.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digitize } from '../src/digitize/digitize.js';
import { RELATED_FIXTURES, relatedFiles } from './fixtures/related/catalogue.js';
import { differencesOf } from './fixtures/related/differences.js';
import { assertInstalled, print } from './print/renderers.js';
import { variantName, type Variant } from './print/variants.js';

const ROOT = fileURLToPath(new URL('../fixtures/related/', import.meta.url));

function contentOf(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return null;
  }
}

async function printAll(): Promise<void> {
  const variants = RELATED_FIXTURES.flatMap(({ name: fixture, blocks }) =>
    (['landscape', 'landscape-cut'] as const).map((paper) => {
      const variant: Variant = { fixture, renderer: 'chromium', font: 'ukai', paper };
      return { variant, blocks, fixture };
    }),
  );
  assertInstalled(variants.map(({ variant }) => variant));
  const folder = mkdtempSync(join(tmpdir(), 'printed-related-'));
  await print(variants, folder);
  let [wrong, silent] = [0, 0];
  for (const { variant, fixture } of variants) {
    const { related, records } = await digitize(join(folder, `${variantName(variant)}.pdf`));
    const expected = RELATED_FIXTURES.find(({ name }) => name === fixture)?.expected ?? {};
    const [form] = related;
    const differences = form ? differencesOf(form, expected) : [];
    const isWhole = related.length === 1 && records.length === 0 && differences.length === 0;
    if (!isWhole) wrong += 1;
    silent += differences.filter(({ told, got }) => !told && typeof got === 'number').length;
    console.log(`${isWhole ? 'ok   ' : 'WRONG'} ${variantName(variant)}: ${String(related.length)} forms`);
    for (const one of differences) console.log(`      ${JSON.stringify(one)}`);
  }
  console.log(
    `${String(variants.length)} PDFs, ${String(wrong)} with a difference, ${String(silent)} wrong numbers not told`,
  );
  rmSync(folder, { recursive: true, force: true });
  if (silent > 0) process.exitCode = 1;
}

const files = relatedFiles();
if (process.argv.includes('--print')) await printAll();
else if (process.argv.includes('--check')) {
  for (const [path, content] of files) {
    if (contentOf(path) === content) continue;
    console.error(`fixtures/related/${path} is not up to date: run this script without --check.`);
    process.exitCode = 1;
  }
} else {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content);
  }
  console.error(`${String(RELATED_FIXTURES.length)} related forms, ${String(files.size)} files`);
}
