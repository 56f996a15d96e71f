/**
 * What reading a scan costs, beside tesseract.js reading the same pages whole, in one run: CPU seconds a page for the page's geometry and
 * for both readers, and resident memory. In two rounds over the pages: in the first, code is still being compiled, as for one short
 * document; the second is what a page of many costs.
 *
 * `npm run bench:scan -- [--pages N] [SCAN…]`; without scans, those in `fixtures/scan/`. Ratios count; absolute times are this machine's
 * of this hour.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type * as BuiltLattice from '../src/extract/lattice/lattice.js';
import type * as BuiltPdfjs from '../src/extract/pdf/pdfjs.js';
import type * as BuiltPictures from '../src/extract/pdf/page-pictures.js';
import type * as BuiltGrey from '../src/extract/scan/colour/to-grey.js';
import type * as BuiltLayout from '../src/extract/scan/layout/page-layout.js';
import type * as BuiltPrint from '../src/extract/scan/layout/page-text.js';
import type { Picture } from '../src/extract/scan/picture/picture.js';
import type * as BuiltEngines from '../src/extract/scan/readers/engines.js';
import type * as BuiltScanPage from '../src/extract/scan/scan-page.js';
import type * as BuiltLimits from '../src/schema/limits.js';

const ROOT = join(import.meta.dirname, '..');
const built = (path: string) => import(join(ROOT, 'dist', path));
const { RECTANGLES_PER_TABLE } = (await built('extract/lattice/lattice.js')) as typeof BuiltLattice;
const { openPdf } = (await built('extract/pdf/pdfjs.js')) as typeof BuiltPdfjs;
const { PagePictures } = (await built('extract/pdf/page-pictures.js')) as typeof BuiltPictures;
const { greyOf } = (await built('extract/scan/colour/to-grey.js')) as typeof BuiltGrey;
const { layoutOf } = (await built('extract/scan/layout/page-layout.js')) as typeof BuiltLayout;
const { printOn } = (await built('extract/scan/layout/page-text.js')) as typeof BuiltPrint;
const { openEngine } = (await built('extract/scan/readers/engines.js')) as typeof BuiltEngines;
const { readPicture } = (await built('extract/scan/scan-page.js')) as typeof BuiltScanPage;
const { DEFAULT_LIMITS } = (await built('schema/limits.js')) as typeof BuiltLimits;
const LATTICE = { columns: DEFAULT_LIMITS.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '8' } },
});
const fixtures = join(ROOT, 'fixtures/scan');
const scans =
  positionals.length > 0
    ? positionals
    : readdirSync(fixtures)
        .filter((file) => file.endsWith('.pdf'))
        .map((file) => join(fixtures, file));

/** The first pages of the scans, page by page in turn. */
async function pictures(most: number): Promise<Picture[]> {
  const found: Picture[] = [];
  for (const path of scans) {
    const bytes = readFileSync(path);
    const pdf = await openPdf(bytes, { largestPicture: 0 });
    const pages = Math.min(pdf.pages, Math.ceil(most / scans.length));
    await pdf.close();
    const file = new PagePictures({ name: path, bytes }, DEFAULT_LIMITS);
    for (let number = 1; number <= pages && found.length < most; number += 1) {
      const page = await file.open(number);
      const picture = (await page?.picture())?.picture;
      if (picture) found.push(picture);
      page?.release();
    }
    await file.close();
  }
  return found;
}

async function cpuSeconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function costs(pages: readonly Picture[]): Promise<void> {
  const require = createRequire(import.meta.url);
  const readers = {
    first: await openEngine('ppocr'),
    text: await openEngine('tesseract-text'),
    numbers: await openEngine('tesseract-numbers'),
  };
  const whole = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: join(dirname(require.resolve('@tesseract.js-data/chi_sim/package.json')), '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
  });
  const work = async (picture: Picture) => {
    const { data, width, height, channels } = picture;
    const dpi = picture.dpi ?? 300;
    const png = await sharp(data, { raw: { width, height, channels } }).png().toBuffer();
    await whole.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(Math.round(dpi)) });
    return {
      geometry: await cpuSeconds(() => printOn(layoutOf(greyOf(picture), dpi), LATTICE)),
      reading: await cpuSeconds(() => readPicture(picture, 1, { readers, lattice: LATTICE, dpi })),
      whole: await cpuSeconds(() => whole.recognize(png, {}, { text: true })),
    };
  };
  console.log(`${pages.length} pages; CPU seconds a page`);
  for (const round of ['first', 'second']) {
    const spent: Awaited<ReturnType<typeof work>>[] = [];
    for (const picture of pages) spent.push(await work(picture));
    const total = (part: keyof (typeof spent)[number]) => spent.reduce((sum, cost) => sum + cost[part], 0);
    const mean = (part: keyof (typeof spent)[number]) => (total(part) / spent.length).toFixed(2);
    console.log(
      `${round} round: geometry ${mean('geometry')}, with both readers ${mean('reading')}, tesseract.js whole ${mean('whole')}, ` +
        `ratio ${(total('reading') / total('whole')).toFixed(2)}`,
    );
  }
  await Promise.all([...Object.values(readers).map((reader) => reader.close()), whole.terminate()]);
  console.log(`resident ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB, all engines in one process`);
}

await costs(await pictures(Number(values.pages)));
process.exit(0);
