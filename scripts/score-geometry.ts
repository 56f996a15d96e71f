/**
 * Compares the cells that are found on scanned fixtures with those of the printed PDFs that they were made from: the geometry alone,
 * without reading. `npx tsx scripts/score-geometry.ts FOLDER [--only TEXT]`, with a folder that `make-scan-fixtures.ts --all --output
 * FOLDER` wrote; scans that are PDFs and lie upright count. Prints the pages that differ, and a line for each condition.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { latticesOf, RECTANGLES_PER_TABLE } from '../src/extract/lattice/lattice.js';
import { PagePictures } from '../src/extract/pdf/page-pictures.js';
import { pageContentOf } from '../src/extract/pdf/page-content.js';
import { openPdf } from '../src/extract/pdf/pdfjs.js';
import { greyOf } from '../src/extract/scan/colour/to-grey.js';
import { layoutOf } from '../src/extract/scan/layout/page-layout.js';
import { dpiOf } from '../src/extract/scan/picture/picture.js';
import { printOn } from '../src/extract/scan/layout/page-text.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';

const PRINTED = join(import.meta.dirname, '../fixtures/pdf');
const LATTICE = { columns: DEFAULT_LIMITS.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' } },
});

/** The cells of each table of each page, as `rows×columns: cells`. */
type Grids = readonly (readonly string[])[];
const gridOf = ({ xs, ys, cells }: { xs: readonly number[]; ys: readonly number[]; cells: readonly unknown[] }) =>
  `${ys.length - 1}×${xs.length - 1}: ${cells.length}`;

async function printedGrids(path: string): Promise<Grids> {
  const pdf = await openPdf(readFileSync(path), { largestPicture: 0 });
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.pages; number += 1) {
    const page = await pdf.page(number);
    pages.push(latticesOf(pageContentOf(page.list, page.setting(0)).rulings, LATTICE).map(gridOf));
    page.release();
  }
  await pdf.close();
  return pages;
}

async function scannedGrids(path: string): Promise<Grids> {
  const file = new PagePictures({ name: path, bytes: readFileSync(path) }, DEFAULT_LIMITS);
  const pages: string[][] = [];
  for (let page = await file.open(1); page; page = await file.open(pages.length + 1)) {
    const { picture } = await page.picture();
    const layout = picture && layoutOf(greyOf(picture), dpiOf(picture));
    pages.push(layout ? printOn(layout, LATTICE).tables.map(({ lattice }) => gridOf(lattice)) : []);
    page.release();
  }
  await file.close();
  return pages;
}

const [folder = ''] = positionals;
if (!existsSync(folder))
  throw new Error('Name a folder of scans: make-scan-fixtures.ts --all --output FOLDER writes one.');
const printed = new Map<string, Promise<Grids>>();
const counts = new Map<string, { right: number; all: number }>();
for (const file of readdirSync(folder).sort()) {
  const [, fixture = '', condition = ''] = /^(.*)\.([^.]*)\.pdf$/.exec(file) ?? [];
  if (fixture === '' || condition.includes('turned') || !file.includes(values.only)) continue;
  const grids = printed.get(fixture) ?? printedGrids(join(PRINTED, `${fixture}.pdf`));
  printed.set(fixture, grids);
  const [want, got] = [await grids, await scannedGrids(join(folder, file))];
  const count = counts.get(condition) ?? { right: 0, all: 0 };
  counts.set(condition, count);
  want.forEach((page, index) => {
    const isRight = page.join(' ') === (got[index] ?? []).join(' ');
    count.all += 1;
    if (isRight) count.right += 1;
    else console.log(`  ${file} page ${index + 1}: want ${page.join(', ')}, got ${(got[index] ?? []).join(', ')}`);
  });
}
for (const [condition, { right, all }] of counts) console.log(`${condition.padEnd(20)} ${right} of ${all} pages`);
