/**
 * What reading a scan costs, beside tesseract.js reading the same pages whole, in one run: CPU seconds a page for the page's geometry and
 * for both readers, and resident memory.
 *
 * `npx tsx scripts/bench-scan.ts [--pages N] [SCAN…]`; without scans, those in `fixtures/scan/`. Ratios count; absolute times are this
 * machine's of this hour.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { RECTANGLES_PER_TABLE } from '../src/extract/lattice/lattice.js';
import { openPdf } from '../src/extract/pdf/pdfjs.js';
import { PagePictures } from '../src/extract/pdf/page-pictures.js';
import { greyOf } from '../src/extract/scan/grey.js';
import { layoutOf } from '../src/extract/scan/page-layout.js';
import { printOn } from '../src/extract/scan/page-print.js';
import type { Picture } from '../src/extract/scan/picture/picture.js';
import { openEngine } from '../src/extract/scan/readers/engines.js';
import { readPicture } from '../src/extract/scan/scan-page.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';

const ROOT = join(import.meta.dirname, '..');
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

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
  const times = { geometry: [] as number[], reading: [] as number[], whole: [] as number[] };
  for (const [index, picture] of [pages[0] as Picture, ...pages].entries()) {
    const { data, width, height, channels } = picture;
    const dpi = picture.dpi ?? 300;
    const png = await sharp(data, { raw: { width, height, channels } }).png().toBuffer();
    await whole.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(Math.round(dpi)) });
    const geometry = await cpuSeconds(() => printOn(layoutOf(greyOf(picture), dpi), LATTICE));
    const reading = await cpuSeconds(() => readPicture(picture, 1, { readers, lattice: LATTICE, dpi }));
    const other = await cpuSeconds(() => whole.recognize(png, {}, { text: true }));
    if (index === 0) continue; // to warm up
    times.geometry.push(geometry);
    times.reading.push(reading);
    times.whole.push(other);
  }
  await Promise.all([...Object.values(readers).map((reader) => reader.close()), whole.terminate()]);
  const mean = (numbers: readonly number[]) => (sum(numbers) / numbers.length).toFixed(2);
  console.log(`${pages.length} pages; CPU seconds a page`);
  console.log(
    `geometry ${mean(times.geometry)}, with both readers ${mean(times.reading)}, tesseract.js whole ${mean(times.whole)}`,
  );
  console.log(`ratio ${(sum(times.reading) / sum(times.whole)).toFixed(2)}`);
  console.log(`resident ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB, all engines in one process`);
}

await costs(await pictures(Number(values.pages)));
process.exit(0);
