import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import type { Block } from '../fixtures/document.js';
import { flatOdt } from './flat-odt.js';
import { pageHtml } from './page-html.js';
import { FONTS, variantName, type FontName, type RendererName, type Variant } from './variants.js';

/** A document to be printed. */
export interface Printing {
  readonly variant: Variant;
  readonly blocks: readonly Block[];
}

const PROGRAMS: Readonly<Record<RendererName, { readonly names: readonly string[]; readonly needs: string }>> = {
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome'], needs: 'chromium' },
  libreoffice: { names: ['soffice', 'libreoffice'], needs: 'libreoffice-writer' },
};
/** A browser takes one processor and 200 MB. */
const BROWSERS_AT_ONCE = 2;
/** Writer ends without a word after some 250 documents. */
const DOCUMENTS_AT_ONCE = 100;
/** Milliseconds. */
const SLOWEST = 120_000;

const run = promisify(execFile);
const isThere = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
const programOf = (renderer: RendererName) => PROGRAMS[renderer].names.find(isThere);

/** Throws with what is to be installed where a renderer or a font is not there. */
export function assertInstalled(variants: readonly Variant[]): void {
  const renderers = [...new Set(variants.map(({ renderer }) => renderer))].filter((name) => !programOf(name));
  const families = execFileSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  const fonts = [...new Set(variants.map(({ font }) => font))].filter((name) => !hasFont(families, name));
  const missing = [...renderers.map((name) => PROGRAMS[name].needs), ...fonts.map((name) => FONTS[name].needs)];
  if (missing.length > 0) {
    throw new Error(`Printing needs programs and fonts that are not installed: apt-get install ${missing.join(' ')}`);
  }
}

const hasFont = (families: string, name: FontName) =>
  families.split(/[\n,]/u).some((family) => family.trim() === FONTS[name].family);

/** Prints documents into a folder, each as `<variant>.pdf`. */
export async function print(printings: readonly Printing[], folder: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'printing-'));
  try {
    mkdirSync(folder, { recursive: true });
    const of = (renderer: RendererName) => printings.filter(({ variant }) => variant.renderer === renderer);
    await Promise.all([
      printWithChromium(of('chromium'), work, folder),
      printWithWriter(of('libreoffice'), work, folder),
    ]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function printWithChromium(printings: readonly Printing[], work: string, folder: string): Promise<void> {
  const limit = pLimit(BROWSERS_AT_ONCE);
  await Promise.all(
    printings.map(({ variant, blocks }) =>
      limit(async () => {
        const page = join(work, `${variantName(variant)}.html`);
        writeFileSync(page, pageHtml(blocks, variant));
        await printPage(page, join(folder, `${variantName(variant)}.pdf`));
      }),
    ),
  );
}

/** Prints a web page, a file, with a browser of its own. */
export async function printPage(page: string, pdf: string): Promise<void> {
  const profile = `${page}.profile`;
  const parameters = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    `--user-data-dir=${profile}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
  await run(programOf('chromium') ?? '', parameters, { timeout: SLOWEST });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (!existsSync(pdf)) throw new Error(`The browser gave up printing ${page} without a word.`);
}

async function printWithWriter(printings: readonly Printing[], work: string, folder: string): Promise<void> {
  const files = printings.map(({ variant, blocks }) => {
    const file = join(work, `${variantName(variant)}.fodt`);
    writeFileSync(file, flatOdt(blocks, variant));
    return file;
  });
  const profile = pathToFileURL(join(work, 'writer')).href;
  const parameters = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder];
  for (let at = 0; at < files.length; at += DOCUMENTS_AT_ONCE) {
    const some = files.slice(at, at + DOCUMENTS_AT_ONCE);
    await run(programOf('libreoffice') ?? '', [...parameters, ...some], {
      timeout: SLOWEST + 5_000 * some.length,
      maxBuffer: 1e8,
    });
  }
}
