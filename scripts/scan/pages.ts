import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Picture } from '../../src/extract/scan/picture/picture.js';

/** A page that was printed and scanned, and the words that were printed on it. */
export interface ScannedPage {
  readonly picture: Picture;
  readonly dpi: number;
  readonly words: readonly Word[];
}

/** A word where it stands on the page, in points from the top left. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A PDF’s pages in grey, at `dpi` pixels for each inch. Needs poppler’s programs. */
export async function renderedPages(pdf: string, dpi: number): Promise<ScannedPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rendered-'));
  try {
    run('pdftoppm', ['-r', String(dpi), '-gray', '-png', pdf, join(folder, 'page')]);
    const words = wordsOf(run('pdftotext', ['-bbox', pdf, '-']));
    const files = readdirSync(folder).sort();
    return await Promise.all(
      files.map(async (file, index) => ({
        picture: await greyOf(join(folder, file), dpi),
        dpi,
        words: words[index] ?? [],
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a program writes to its standard output. */
export function run(program: string, args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  if (error) throw new Error(`${program} can’t be run (${error.message}). Install the packages ${PACKAGES}.`);
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return stdout;
}
const PACKAGES = 'poppler-utils and libopenjp2-tools';

async function greyOf(file: string, dpi: number): Promise<Picture> {
  const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, data, dpi };
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

function wordsOf(html: string): Word[][] {
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
        text: text.replace(/&(?:lt|gt|amp|quot);/g, (entity) => ENTITIES[entity] ?? entity),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    );
}
