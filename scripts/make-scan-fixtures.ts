/**
 * Scans the printed fixtures: pages are rendered, damaged as archives damage them, and saved as scanners and phones save them.
 *
 * `npx tsx scripts/make-scan-fixtures.ts` writes the ones that are kept into `fixtures/scan/`; the same bytes every time with the same
 * versions of the programs. `--all --output FOLDER` writes every fixture in every condition, to be measured; `--only TEXT` takes the
 * files whose names hold the text. Needs poppler-utils, and libopenjp2-tools for JPEG 2000.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conditionNamed, CONDITIONS, scanned, type Condition } from './scan/conditions.js';
import { filesOf, isFileForEachPage } from './scan/formats.js';
import { KEPT_SCANS, scanName } from './scan/kept.js';
import { renderedPages } from './scan/pages.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    output: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});

interface Scan {
  readonly pdf: string;
  readonly name: string;
  readonly condition: Condition;
}

const kept = (): Scan[] =>
  KEPT_SCANS.map((scan) => ({ pdf: scan.pdf, name: scanName(scan), condition: conditionNamed(scan.condition) }));

const everyOne = (): Scan[] =>
  readdirSync(join(FIXTURES, 'pdf'))
    .map((file) => file.replace(/\.pdf$/, ''))
    .sort()
    .flatMap((pdf) => CONDITIONS.map((condition) => ({ pdf, name: `${pdf}.${condition.name}`, condition })));

/** Its files, by name. */
async function made({ pdf, name, condition }: Scan): Promise<Map<string, Uint8Array>> {
  const pages = await renderedPages(join(FIXTURES, `pdf/${pdf}.pdf`), condition.dpi);
  if (values.all && isFileForEachPage(condition.format) && pages.length > 1) return new Map(); // nobody reads them as one document
  const damaged = pages.map(async (page, index) => {
    const seed = createHash('sha256').update(`${name} ${index}`).digest().readUInt32BE();
    return { ...page, picture: await scanned(page.picture, condition, seed) };
  });
  return filesOf(name, await Promise.all(damaged), condition.format);
}

try {
  if (values.all && values.output === undefined) throw new Error('Name a folder with --output: --all writes much.');
  const folder = values.output ?? join(FIXTURES, 'scan');
  mkdirSync(folder, { recursive: true });
  const scans = (values.all ? everyOne() : kept()).filter(({ name }) => name.includes(values.only));
  const written = new Set<string>();
  for (const scan of scans)
    for (const [file, bytes] of await made(scan)) {
      writeFileSync(join(folder, file), bytes);
      written.add(file);
      console.log(`${file}: ${Math.ceil(bytes.length / 1024)} KB`);
    }
  if (values.output === undefined && values.only === '')
    for (const file of readdirSync(folder)) if (!written.has(file)) rmSync(join(folder, file));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
