/**
 * Measures the reading of PDFs against what it can't do without, pdf.js's operator lists of the same pages, in one run: as pdf.js gives
 * them, and without the outlines of glyphs, which reading leaves out. Processor time, as other programs on a machine hardly change it.
 * `npm run bench:pdf [-- FILE…] [--rounds 5] [--no-long]`, of what `npm run build` made. The long documents are printed with Chromium.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import type * as BuiltPdfjs from '../src/extract/pdf/library/pdfjs-library.js';
import type * as Built from '../src/index.js';
import { NO_DOCUMENT } from '../src/extract/pdf/no-document.js';
import { FIXTURES } from './fixtures/catalogue.js';
import { longForms, longReport } from './print/long-documents.js';
import { assertInstalled, printPage } from './print/renderers.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { rounds: { type: 'string', default: '5' }, long: { type: 'boolean', default: true } },
});

const ROOT = join(import.meta.dirname, '..');
const built = (path: string) => import(join(ROOT, 'dist', path));
const { digitize, Failure } = (await built('index.js')) as typeof Built;
const { getDocument } = (await built('extract/pdf/pdfjs-library.js')) as typeof BuiltPdfjs;
const PROGRAM = join(ROOT, 'dist/cli/main.js');
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folderOf = (name: string) => join(PDFJS, name) + sep;

/** What anyone pays who reads a PDF with pdf.js: opening it, and each page's operators. Gives the number of pages. */
async function operatorLists(path: string, { outlines }: { outlines: boolean }): Promise<number> {
  const task = getDocument({
    data: Uint8Array.from(readFileSync(path)),
    verbosity: 0,
    cMapUrl: folderOf('cmaps'),
    standardFontDataUrl: folderOf('standard_fonts'),
    wasmUrl: folderOf('wasm'),
    isEvalSupported: false,
    useSystemFonts: false,
    ...(outlines ? {} : { disableFontFace: false, ownerDocument: NO_DOCUMENT as never }), // a web page's type
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getOperatorList();
      page.cleanup();
    }
    return document.numPages;
  } finally {
    await task.destroy();
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

interface Times {
  readonly pages: number;
  readonly forms: number;
  /** Milliseconds of the processor. */
  readonly lists: number;
  readonly withoutOutlines: number;
  readonly whole: number;
}

/** All in turns, the first turn left out: medians. Null for a PDF that is refused, as a scan is. */
async function timesOf(path: string, rounds: number): Promise<Times | null> {
  try {
    const { records } = await digitize(path);
    const pages = await operatorLists(path, { outlines: true });
    await operatorLists(path, { outlines: false });
    const [lists, withoutOutlines, whole]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      lists.push(await milliseconds(() => operatorLists(path, { outlines: true })));
      withoutOutlines.push(await milliseconds(() => operatorLists(path, { outlines: false })));
      whole.push(await milliseconds(() => digitize(path)));
    }
    return {
      pages,
      forms: records.length,
      lists: median(lists),
      withoutOutlines: median(withoutOutlines),
      whole: median(whole),
    };
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

const columns = (...cells: readonly (string | number)[]) => {
  const [name = '', ...numbers] = cells.map(String);
  console.log(name.padEnd(58) + numbers.map((cell) => cell.padStart(9)).join(''));
};
const row = (name: string, { pages, forms, lists, withoutOutlines, whole }: Times) => {
  const times = [lists, withoutOutlines, whole].map((time) => (time / pages).toFixed(2));
  columns(name, pages, forms, ...times, (whole / lists).toFixed(2), (whole / withoutOutlines).toFixed(2));
};
const sum = (all: readonly Times[]): Times => ({
  pages: all.reduce((total, { pages }) => total + pages, 0),
  forms: all.reduce((total, { forms }) => total + forms, 0),
  lists: all.reduce((total, { lists }) => total + lists, 0),
  withoutOutlines: all.reduce((total, { withoutOutlines }) => total + withoutOutlines, 0),
  whole: all.reduce((total, { whole }) => total + whole, 0),
});

async function compare(paths: readonly string[]): Promise<void> {
  columns('', 'pages', 'forms', 'lists', 'no outl.', 'whole', 'ratio', 'no outl.');
  const all: Times[] = [];
  for (const path of paths) {
    const times = await timesOf(path, Number(values.rounds));
    if (times) all.push(times);
    if (times) row(basename(path), times);
    else console.log(`${basename(path)}: refused`);
  }
  if (all.length > 1) row('all (ms a page)', sum(all));
}

/** The whole program on one file, in one process of its own, so that its memory is that of the reading. */
function program(input: string, folder: string): { seconds: number; peakMegabytes: number } {
  const usage = join(folder, 'usage.json');
  const preload = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, String(process.resourceUsage().maxRSS / 1024)));`;
  const preloaded = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, PROGRAM];
  const start = performance.now();
  const parameters = ['extract', input, '--output', join(folder, 'out'), '--jobs', '0', '--force', '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, [...preloaded, ...parameters], { encoding: 'utf8' });
  if (status !== 0 && status !== 3) throw new Error(`The program ended with ${String(status)}: ${stderr}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: Number(readFileSync(usage, 'utf8')) };
}

async function long(): Promise<void> {
  assertInstalled([{ fixture: '', renderer: 'chromium', font: 'zenhei', paper: 'portrait' }]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
  try {
    for (const [name, html] of [
      ['report of 300 pages, 3 forms', longReport(FIXTURES, { pages: 300, forms: 3 })],
      ['1,000 pages of forms', longForms(FIXTURES, { pages: 1000 })],
    ] as const) {
      const [page, pdf] = [join(folder, 'long.html'), join(folder, `${name}.pdf`)];
      writeFileSync(page, html);
      await printPage(page, pdf);
      const times = await timesOf(pdf, 3);
      if (times) row(`${name} (${(statSync(pdf).size / 1e6).toFixed(1)} MB)`, times);
      const { seconds, peakMegabytes } = program(pdf, folder);
      console.log(`  the program alone: ${seconds.toFixed(1)} s, at most ${peakMegabytes.toFixed(0)} MB resident`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; milliseconds of the processor, a page`,
);
const pdfsIn = (folder: string) =>
  existsSync(folder) ? globSync('**/*.pdf', { cwd: folder, absolute: true, expandDirectories: false }).sort() : [];
const known = [...pdfsIn(join(ROOT, 'fixtures/pdf')), ...pdfsIn(join(ROOT, '../shared/data'))];
await compare(positionals.length > 0 ? positionals : known);
if (values.long) await long();
