import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contains } from '../src/extract/geometry/box.js';
import { centreOf, type Glyph } from '../src/extract/geometry/glyph.js';
import { pageContentOf } from '../src/extract/pdf/page-content.js';
import { openPdf } from '../src/extract/pdf/pdfjs.js';
import type { Evidence, SelfEvaluation } from '../src/schema/record.js';
import type { Box } from '../src/schema/sheet.js';
import { expectedOf, fixturePath, formDifferences, readForms } from './made/expected-forms.js';

const files = readdirSync(fixturePath('pdf')).sort();

interface Page {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
}

/** The pages as they are drawn, read without the tables. */
async function pagesOf(file: string): Promise<Page[]> {
  const pdf = await openPdf(readFileSync(fixturePath(`pdf/${file}`)), { largestPicture: 0 });
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.pages; number += 1) {
    const page = await pdf.page(number);
    const { width, height, ...setting } = page.setting(0);
    pages.push({ width, height, glyphs: pageContentOf(page.list, { width, height, ...setting }).glyphs });
  }
  await pdf.close();
  return pages;
}

/** Without blanks, each character as often as it stands there: a box tells what is in it, not where its lines end. */
const characters = (text: string) => Array.from(text.normalize('NFKC').replace(/\s/gu, '')).toSorted().join('');

/** A place of evidence that can't be looked up on its page, or at which the page says something else; null where all is well. */
function mismatch(pages: readonly Page[], text: string, number: number | null, box: Box | null): string | null {
  const page = pages[(number ?? 0) - 1];
  if (!page || !box) return `${text}: no page or no box`;
  const [x0, y0, x1, y1] = box;
  if (x0 < 0 || y0 < 0 || x1 > page.width || y1 > page.height || x0 >= x1 || y0 >= y1)
    return `${text}: the box ${box.join(' ')} does not lie on page ${number ?? 0}`;
  const drawn = page.glyphs
    .filter((glyph) => contains(box, ...centreOf(glyph)))
    .map((glyph) => glyph.text)
    .join('');
  return characters(drawn) === characters(text) ? null : `${text}: the page says ${drawn}`;
}

const mismatches = (pages: readonly Page[], { evidence }: SelfEvaluation): string[] =>
  Object.entries(evidence).flatMap(([path, { text, page, box, parts }]: [string, Evidence]) => {
    const places = parts ?? [{ text, page, box }];
    const whole = characters(places.map((place) => place.text).join('')) === characters(text) ? [] : ['parts differ'];
    const wrong = places.map((place) => mismatch(pages, place.text, place.page, place.box));
    return [...whole, ...wrong].flatMap((what) => (what === null ? [] : [`${path} ${what}`]));
  });

describe('a protected PDF', () => {
  const PROTECTED = 'protected/13-merged-score.pdf';

  it('gives its records with its password', async () => {
    expect(formDifferences(expectedOf('13-merged-score'), await readForms(PROTECTED, 'open-sesame'))).toEqual([]);
  });

  it.each([undefined, '', 'open sesame'])('is refused with the password %j', async (password) => {
    await expect(readForms(PROTECTED, password)).rejects.toMatchObject({ code: 'encrypted' });
  });
});

describe('printed fixtures', () => {
  it('are all there', () => {
    expect(files).toHaveLength(24);
  });

  describe.each(files)('%s', (file) => {
    it('gives its records', async () => {
      expect(formDifferences(expectedOf(file), await readForms(`pdf/${file}`))).toEqual([]);
    });

    it('shows each field’s text in the box that its evidence names', async () => {
      const [records, pages] = await Promise.all([readForms(`pdf/${file}`), pagesOf(file)]);
      expect(records.flatMap((record) => Object.keys(record.evidence)).length).toBeGreaterThan(50);
      expect(records.flatMap((record) => mismatches(pages, record))).toEqual([]);
    });
  });
});
