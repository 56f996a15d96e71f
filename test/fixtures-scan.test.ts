import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conditionNamed } from '../scripts/scan/conditions.js';
import { KEPT_SCANS, scanName } from '../scripts/scan/kept.js';
import { PagePictures } from '../src/extract/pdf/page-pictures.js';
import { openPdf } from '../src/extract/pdf/pdfjs.js';
import { pageCountOf, pictureAt } from '../src/extract/scan/picture/pictures-of-file.js';
import type { PictureResult } from '../src/extract/scan/picture/picture.js';
import { mediaTypeOf, type PictureMedia } from '../src/extract/source/sniff.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import { expectedOf, fixturePath } from './made/expected-forms.js';

const files = readdirSync(fixturePath('scan')).sort();

const bytesOf = (file: string) => readFileSync(fixturePath(file));

/** The sizes of a PDF's pages in points. */
async function pagesOf(bytes: Uint8Array): Promise<[width: number, height: number][]> {
  const pdf = await openPdf(bytes, { largestPicture: 0 });
  const pages: [number, number][] = [];
  for (let number = 1; number <= pdf.pages; number += 1) {
    const { width, height } = (await pdf.page(number)).setting(0);
    pages.push([width, height]);
  }
  await pdf.close();
  return pages;
}

async function picturesIn(file: string): Promise<PictureResult[]> {
  const bytes = bytesOf(`scan/${file}`);
  const results: PictureResult[] = [];
  const media = mediaTypeOf(bytes);
  if (media === 'pdf') {
    const pictures = new PagePictures({ name: file, bytes }, DEFAULT_LIMITS);
    for (let number = 1; number <= (await pagesOf(bytes)).length; number += 1) {
      const page = await pictures.open(number);
      if (page) results.push(await page.picture());
    }
    await pictures.close();
  } else {
    const pages = await pageCountOf({ name: file, bytes, media: media as PictureMedia });
    for (let page = 1; page <= pages; page += 1) results.push(await pictureAt(bytes, page, DEFAULT_LIMITS));
  }
  return results;
}

describe('scanned fixtures', () => {
  it('are all there, and small', () => {
    expect(files.map((file) => file.replace(/\.[^.]+$/, ''))).toEqual(KEPT_SCANS.map(scanName).sort());
    expect(files.reduce((sum, file) => sum + bytesOf(`scan/${file}`).length, 0)).toBeLessThan(3 * 1024 ** 2);
  });

  it.each(KEPT_SCANS)('$pdf, $condition: a picture of each page at the resolution of the scan', async (scan) => {
    const file = files.find((name) => name.startsWith(scanName(scan))) ?? '';
    const { dpi } = conditionNamed(scan.condition);
    const printed = await pagesOf(bytesOf(`pdf/${scan.pdf}.pdf`));
    const isTurned = scan.condition.includes('turned');
    const results = await picturesIn(file);
    expect(results).toHaveLength(printed.length);
    expect(expectedOf(file).length).toBeGreaterThan(0);
    results.forEach(({ picture, trouble }, index) => {
      const [width = 0, height = 0] = isTurned ? (printed[index]?.toReversed() ?? []) : (printed[index] ?? []);
      expect(trouble).toBeNull();
      expect(picture?.dpi).toBeCloseTo(dpi, 1);
      expect(Math.abs((picture?.width ?? 0) - (width * dpi) / 72)).toBeLessThan(2);
      expect(Math.abs((picture?.height ?? 0) - (height * dpi) / 72)).toBeLessThan(2);
    });
  });
});
