import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ofdOf } from '../scripts/office/ofd.js';
import { asOfdPage, REWRITERS } from '../scripts/office/rewrite.js';
import { openForms } from '../src/digitize/digitize.js';
import { openDocument } from '../src/extract/open.js';
import { pageContentOf } from '../src/extract/pdf/page-content.js';
import { openPdf } from '../src/extract/pdf/pdfjs.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import type { Sheet } from '../src/schema/sheet.js';
import { expectedOf, fixturePath, formDifferences, readForms } from './made/expected-forms.js';

const forms = readdirSync(fixturePath('forms')).filter((file) => file.endsWith('.table.html'));
const pdfs = readdirSync(fixturePath('pdf')).filter((file) => !file.includes('vertical'));

/** A page break cuts a row in these, with a page's foot between its parts: workbooks have no pages. */
const CUT_IN_A_ROW = /^(?:32|35|61)-/;
const PATIENCE = 30_000;

async function formsOf(bytes: Uint8Array): Promise<SelfEvaluation[]> {
  const document = await openForms({ bytes, name: 'a' }, { limits: DEFAULT_LIMITS });
  const records: SelfEvaluation[] = [];
  for await (const event of document.events()) if (event.type === 'form') records.push(event.record);
  return records;
}

async function sheetsOf(file: string): Promise<Sheet[]> {
  const document = await openDocument({ path: fixturePath(`forms/${file}`) }, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return sheets;
}

describe.each(['docx', 'odt', 'ods', 'xlsx'] as const)('fixtures as %s', (kind) => {
  const isWorkbook = kind === 'ods' || kind === 'xlsx';
  it.each(forms.filter((file) => !(isWorkbook && CUT_IN_A_ROW.test(file))))(
    '%s',
    async (file) => {
      expect(formDifferences(expectedOf(file), await formsOf(REWRITERS[kind](await sheetsOf(file))))).toEqual([]);
    },
    PATIENCE,
  );
});

async function asOfd(file: string): Promise<Buffer> {
  const pdf = await openPdf(readFileSync(fixturePath(`pdf/${file}`)), { largestPicture: 0 });
  const pages = [];
  for (let number = 1; number <= pdf.pages; number += 1) {
    const page = await pdf.page(number);
    const setting = page.setting(0);
    pages.push(asOfdPage(pageContentOf(page.list, setting), setting));
  }
  await pdf.close();
  return ofdOf(pages);
}

describe('printed fixtures as OFD', () => {
  it.each(pdfs)(
    '%s: the records of the PDF, boxes within a point',
    async (file) => {
      const [fromPdf, fromOfd] = [await readForms(`pdf/${file}`), await formsOf(await asOfd(file))];
      expect(formDifferences(expectedOf(file), fromOfd)).toEqual([]);
      for (const [index, { evidence }] of fromPdf.entries()) {
        for (const [path, { page, box }] of Object.entries(evidence)) {
          const same = fromOfd[index]?.evidence[path];
          expect([path, same?.page]).toEqual([path, page]);
          const apart = (box ?? []).map((edge, at) => Math.abs(edge - (same?.box?.[at] ?? Infinity)));
          expect([path, Math.max(0, ...apart) < 1]).toEqual([path, true]);
        }
      }
    },
    PATIENCE,
  );
});
