import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { ofdOf } from '../../scripts/office/ofd.js';
import { asOfdPage, REWRITERS } from '../../scripts/office/rewrite.js';
import { openDocument } from '../../src/extract/open.js';
import { pageContentOf } from '../../src/extract/pdf/page-content.js';
import { openPdf } from '../../src/extract/pdf/pdfjs.js';
import { FormView, Overview, PageImage, TablesView } from '../../src/review/api.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import type { Sheet } from '../../src/schema/sheet.js';
import { madeFolder } from '../made/folder.js';
import { extract, serve } from './folder.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const PATIENCE = 60_000;

async function sheetsOf(path: string): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  const document = await openDocument({ path: join(FIXTURES, path) }, DEFAULT_LIMITS);
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return sheets;
}

async function asOfd(path: string, texts: (text: string) => string): Promise<Buffer> {
  const pdf = await openPdf(readFileSync(join(FIXTURES, path)), { largestPicture: 0 });
  const page = await pdf.page(1);
  const setting = page.setting(0);
  const content = pageContentOf(page.list, setting);
  const glyphs = content.glyphs.map((glyph) => ({ ...glyph, text: texts(glyph.text) }));
  const made = ofdOf([asOfdPage({ ...content, glyphs }, setting)]);
  await pdf.close();
  return made;
}

/** Digitises a file of this content and reviews it: what the server answers of its only form. */
async function reviewing<T>(
  name: string,
  bytes: Uint8Array,
  look: (get: (path: string) => Promise<Response>, view: FormView) => Promise<T>,
): Promise<T> {
  const folder = madeFolder();
  writeFileSync(join(folder, name), bytes);
  const { stderr } = await extract(folder);
  const server = await serve(join(folder, 'out'));
  try {
    const get = (path: string) => fetch(server.address + path);
    const [form] = Overview.parse(await (await get('api/overview')).json()).forms;
    if (form === undefined) throw new Error(`no form: ${stderr}`);
    return await look(get, FormView.parse(await (await get(`api/forms/${form.id}`)).json()));
  } finally {
    await server.close();
  }
}

describe('an office file under review', () => {
  it.each(Object.keys(REWRITERS) as (keyof typeof REWRITERS)[])(
    'as %s: every value that stands in a cell is marked there, and its text is the cell’s',
    async (kind) => {
      const bytes = REWRITERS[kind](await sheetsOf('forms/06-hubei.table.html'));
      await reviewing(`a.${kind}`, bytes, async (get, { summary, fields }) => {
        const { tables, marks } = TablesView.parse(await (await get(`api/forms/${summary.id}/tables`)).json());
        const cells = new Map(tables.flatMap(({ rows }) => rows.flat().map(({ key, text }) => [key, text])));
        const flat = (text: string) => text.replace(/\s/g, '');
        const marked = new Map(Object.entries(marks).flatMap(([key, paths]) => paths.map((path) => [path, key])));
        for (const path of [
          'projectName',
          'funds[0].executed',
          'indicators[0].name',
          'indicators[0].score',
          'totalScore',
        ]) {
          const printed = fields.find((field) => field.path === path)?.printed ?? '?';
          expect([path, flat(cells.get(marked.get(path) ?? '') ?? '')]).toEqual([path, flat(printed)]);
        }
        for (const { rows } of tables) {
          const widths = rows.map((row) => row.reduce((sum, { columnSpan }) => sum + columnSpan, 0));
          expect(Math.max(...widths)).toBeLessThan(20);
        }
      });
    },
    PATIENCE,
  );
});

describe('an OFD file under review', () => {
  it(
    'is drawn with its texts and rules in the size of the page; what it says is text and no markup',
    async () => {
      const hostile = (text: string) => (text === '湖' ? '<' : text === '区' ? '&' : text);
      const bytes = await asOfd('pdf/06-hubei.libreoffice-microhei-portrait.pdf', hostile);
      await reviewing('a.ofd', bytes, async (get, { summary }) => {
        const image = PageImage.parse(await (await get(`api/forms/${summary.id}/pages/1`)).json());
        expect([Math.round(image.width), Math.round(image.height)]).toEqual([595, 842]);
        const answer = await get(image.address);
        expect(answer.headers.get('content-type')).toBe('image/svg+xml');
        const svg = await answer.text();
        expect(svg).toContain('>&lt;</text>');
        expect(svg).toContain('>&amp;</text>');
        expect(() => new SaxesParser().write(svg).close()).not.toThrow();
        expect(svg.match(/<text /g)?.length).toBeGreaterThan(200);
        expect(svg.match(/[HV][\d.]+/g)?.length).toBeGreaterThan(20);
      });
    },
    PATIENCE,
  );
});
