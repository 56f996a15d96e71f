/**
 * Prints fixtures as PDFs, with Chromium and with LibreOffice, in several fonts and on several papers.
 *
 * `npx tsx scripts/make-pdf-fixtures.ts` writes the ones that are kept into `fixtures/pdf/`. Other than `make-fixtures.ts` it
 * never writes the same bytes twice: PDFs hold dates, and other versions of the programs draw otherwise.
 * `--all` prints every fixture from both renderers on every paper into a temporary folder, and prints a line for each PDF:
 * fields right of all, the wrong ones that no finding points at, and what else differs. Exit 1 where one does.
 * `--only TEXT` takes the names that hold the text; `--keep` leaves the temporary folder; `--show` names the fields;
 * `--score FOLDER` prints nothing and scores what an earlier run left in the folder.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { digitize } from '../src/digitize/digitize.js';
import { FIXTURES } from './fixtures/catalogue.js';
import { KEPT_PDFS, PRINTED_FIXTURES } from './print/kept.js';
import { assertInstalled, print, type Printing } from './print/renderers.js';
import { everyVariant, variantName, variantNamed, type Variant } from './print/variants.js';
import { pairForms, scoreForm, type FieldResult, type Truth } from './scoring.js';

const ROOT = fileURLToPath(new URL('../fixtures/', import.meta.url));

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    score: { type: 'string' },
  },
});

const printingOf = (variant: Variant): Printing => {
  const fixture = FIXTURES.find(({ name }) => name === variant.fixture);
  if (!fixture) throw new Error(`There is no fixture ${variant.fixture}: see fixtures/README.md for their names.`);
  return { variant, blocks: fixture.blocks };
};

interface Score {
  readonly fields: readonly FieldResult[];
  /** What is wrong beside fields: forms too many, a file that failed. */
  readonly trouble: readonly string[];
}

async function scoreOf(path: string, fixture: string): Promise<Score> {
  const truths = JSON.parse(readFileSync(join(ROOT, `expected/${fixture}.json`), 'utf8')) as Truth[];
  try {
    const { records, findings } = await digitize(path);
    const tooMany = records.length - truths.length;
    return {
      fields: pairForms(records, truths).flatMap(([truth, record]) => scoreForm(record, truth)),
      trouble: [
        ...(tooMany > 0 ? [`${tooMany} forms too many`] : []),
        ...findings.map(({ code }) => `finding ${code}`),
      ],
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fields: truths.flatMap((truth) => scoreForm(undefined, truth)), trouble: [reason] };
  }
}

/** Prints a line for each PDF of the folder; true where nothing is wrong. */
async function report(variants: readonly Variant[], folder: string): Promise<boolean> {
  const totals = new Map<string, [right: number, fields: number, silent: number, good: number, all: number]>();
  let isGood = true;
  for (const variant of variants) {
    const name = variantName(variant);
    const { fields, trouble } = await scoreOf(join(folder, `${name}.pdf`), variant.fixture);
    const wrong = fields.filter(({ right }) => !right);
    const silent = wrong.filter((field) => field.silent);
    const good = wrong.length === 0 && trouble.length === 0;
    isGood &&= good;
    const counts = [`${fields.length - wrong.length}/${fields.length}`, `silent ${silent.length}`, ...trouble];
    console.log(`${good ? 'ok   ' : 'WRONG'} ${name}: ${counts.join(', ')}`);
    if (values.show)
      for (const { path, want, got, silent: unseen } of wrong)
        console.log(
          `        ${path}: want ${JSON.stringify(want)}, got ${JSON.stringify(got)}${unseen ? ' (silent)' : ''}`,
        );
    for (const group of [variant.renderer, variant.font, variant.paper, 'all']) {
      const [right, all, unseen, goodFiles, files] = totals.get(group) ?? [0, 0, 0, 0, 0];
      totals.set(group, [
        right + fields.length - wrong.length,
        all + fields.length,
        unseen + silent.length,
        goodFiles + (good ? 1 : 0),
        files + 1,
      ]);
    }
  }
  for (const [group, [right, fields, silent, good, files]] of totals)
    console.log(`${group}: ${good} of ${files} files without a fault, fields ${right}/${fields}, silent ${silent}`);
  return isGood;
}

const wanted = values.all || values.score !== undefined ? everyVariant(PRINTED_FIXTURES) : KEPT_PDFS.map(variantNamed);
const variants = wanted.filter((variant) => variantName(variant).includes(values.only));

/** Scores the PDFs of a folder that are there; true where nothing is wrong. */
const scoreAgain = (folder: string): Promise<boolean> =>
  report(
    variants.filter((variant) => existsSync(join(folder, `${variantName(variant)}.pdf`))),
    folder,
  );

async function printAndScore(): Promise<boolean> {
  assertInstalled(variants);
  const folder = values.all ? mkdtempSync(join(tmpdir(), 'printed-fixtures-')) : join(ROOT, 'pdf');
  mkdirSync(folder, { recursive: true });
  await print(variants.map(printingOf), folder);
  const lost = variants.map(variantName).filter((name) => !existsSync(join(folder, `${name}.pdf`)));
  if (lost.length > 0) throw new Error(`Not printed, though no program complained: ${lost.join(', ')}`);
  if (!values.all)
    for (const file of readdirSync(folder))
      if (!KEPT_PDFS.includes(file.replace(/\.pdf$/, ''))) rmSync(join(folder, file));
  const isGood = await report(variants, folder);
  if (values.all && values.keep) console.error(`The PDFs are in ${folder}.`);
  else if (values.all) rmSync(folder, { recursive: true, force: true });
  return isGood;
}

try {
  const isGood = await (values.score === undefined ? printAndScore() : scoreAgain(values.score));
  if (!isGood) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
