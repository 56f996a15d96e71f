import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asAlto, asHocr, type FoundPage } from '../scripts/office/ocr-output.js';
import { digitize, openForms } from '../src/digitize/digitize.js';
import { pageContentOf } from '../src/extract/pdf/page-content.js';
import { openPdf } from '../src/extract/pdf/pdfjs.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import { expectedOf, fixturePath, formDifferences } from './made/expected-forms.js';

const pdfs = readdirSync(fixturePath('pdf')).filter((file) => !file.includes('vertical'));
const PATIENCE = 30_000;
const REWRITERS = { hocr: asHocr, alto: asAlto } as const;

async function pagesOf(file: string): Promise<FoundPage[]> {
  const pdf = await openPdf(readFileSync(fixturePath(`pdf/${file}`)), { largestPicture: 0 });
  const pages: FoundPage[] = [];
  for (let number = 1; number <= pdf.pages; number += 1) {
    const page = await pdf.page(number);
    const { width, height } = page.setting(0);
    const { glyphs, rulings } = pageContentOf(page.list, page.setting(0));
    pages.push({ width, height, glyphs, rulings });
  }
  await pdf.close();
  return pages;
}

async function formsOf(text: string): Promise<SelfEvaluation[]> {
  const document = await openForms({ bytes: Buffer.from(text), name: 'a' }, { limits: DEFAULT_LIMITS });
  const records: SelfEvaluation[] = [];
  for await (const event of document.events()) if (event.type === 'form') records.push(event.record);
  return records;
}

/** Of 2,420 fields: 197 when this was written, most of them in four forms whose rows stand close. */
const MOST_WRONG = 230;

describe('printed fixtures as hocr, without their rules', () => {
  it(
    'nine fields in ten are right, and each document says that its grid was inferred',
    async () => {
      let [wrong, whole] = [0, 0];
      for (const file of pdfs) {
        const pages = await pagesOf(file);
        const bytes = Buffer.from(asHocr(pages.map((page) => ({ ...page, rulings: [] }))));
        const { records, findings } = await digitize({ bytes, name: file });
        const differences = formDifferences(expectedOf(file), records);
        wrong += differences.length;
        if (differences.length === 0) whole += 1;
        for (const record of records)
          expect(record.findings).toContainEqual(expect.objectContaining({ code: 'row-unsure', path: 'funds' }));
        expect([file, findings.some(({ code }) => code === 'grid-inferred')]).toEqual([file, true]);
      }
      expect(wrong).toBeLessThanOrEqual(MOST_WRONG);
      expect(whole).toBeGreaterThanOrEqual(7);
    },
    PATIENCE * 4,
  );
});

describe.each(['hocr', 'alto'] as const)('printed fixtures as %s, with their rules', (dialect) => {
  it.each(pdfs)(
    '%s',
    async (file) => {
      const records = await formsOf(REWRITERS[dialect](await pagesOf(file)));
      expect(formDifferences(expectedOf(file), records)).toEqual([]);
      expect(records.map(({ source }) => source.kind)).toEqual(records.map(() => 'scan'));
    },
    PATIENCE,
  );
});
