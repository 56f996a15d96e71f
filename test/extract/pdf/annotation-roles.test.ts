import { describe, expect, it } from 'vitest';
import { FORM, LEFT, ROWS, TOP, formPdfWith, readForm, shown } from '../../made/form-pdf.js';
import { stream } from '../../made/pdf.js';

/** Level, black, and as large as the form's text: nothing but what the file says tells that it was put over the page. */
const STAMPED = shown('已审', LEFT + 70, TOP - 50);
const [BOX, FORM_XOBJECT] = ['[0 0 595 842]', '/Type /XObject /Subtype /Form /BBox [0 0 595 842]'];
const APPEARANCE = stream(STAMPED, `${FORM_XOBJECT} /Resources << /Font << /F1 3 0 R >> >>`);

const annotated = (entries: string) =>
  readForm(
    formPdfWith(
      { objects: [`<< /Type /Annot /Rect ${BOX} /F 4 /AP << /N 10 0 R >> ${entries} >>`, APPEARANCE] },
      { content: FORM, entries: '/Annots [9 0 R]' },
    ),
  );
const layered = (name: string) =>
  readForm(
    formPdfWith(
      {
        objects: [`<< /Type /OCG /Name (${name}) >>`],
        catalogue: '/OCProperties << /OCGs [9 0 R] /D << /Order [9 0 R] >> >>',
      },
      { content: `${FORM} /OC /Layer BDC ${STAMPED} EMC`, resources: '/Properties << /Layer 9 0 R >>' },
    ),
  );

describe('what the file says was put over a page is left out', () => {
  it.each([
    ['a stamp', () => annotated('/Subtype /Stamp')],
    ['a watermark', () => annotated('/Subtype /Watermark')],
    ['the seal of a signature', () => annotated('/Subtype /Widget /FT /Sig /T (a)')],
    ['a layer of watermarks', () => layered('Watermark')],
    ['a layer of stamps', () => layered('Company Stamp')],
  ])('%s', async (_, read) => {
    const { rows, codes, findings } = await read();
    expect(rows).toEqual(ROWS);
    expect(codes).toEqual(['note text-overlaid']);
    expect(findings[0]?.message).toContain('已审');
  });
});

describe('other text stays in its cell', () => {
  it.each([
    ['a note in free text', () => annotated('/Subtype /FreeText')],
    ['a layer of any other name', () => layered('Sheet1')],
  ])('%s', async (_, read) => {
    expect((await read()).rows[1]?.[0]).toContain('已审');
  });
});
