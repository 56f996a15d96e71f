import { describe, expect, it } from 'vitest';
import { cell, docxOf, paragraph, row, table } from '../../../scripts/office/docx.js';
import { openDocument } from '../../../src/extract/open.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import type { Sheet } from '../../../src/schema/sheet.js';
import { drawn } from '../text/drawn.js';

async function read(body: string): Promise<{ sheets: Sheet[]; notes: string[]; kind: string }> {
  const document = await openDocument({ bytes: docxOf(body), name: 'a.docx' }, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return { sheets, notes: document.findings.map(({ code }) => code), kind: document.kind };
}
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const RESTART = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

describe('a Word document', () => {
  it('gives lines and tables in order, with spans both ways', async () => {
    const { sheets, kind } = await read(
      paragraph('自评表') +
        table(
          row(cell('甲', span(2) + RESTART) + cell('乙')),
          row(cell('', span(2) + GOES_ON) + cell('丙\n丁')),
          row(cell('戊') + cell('己', span(2))),
        ) +
        paragraph('注'),
    );
    expect(kind).toBe('document');
    expect(drawn(sheets)).toEqual(['自评表', '0| 甲[0 2x2] 乙[2]', '1| 丙⏎丁[2]', '2| 戊[0] 己[1 1x2]', '=====', '注']);
    expect(sheets[0]?.cells.at(-1)).toMatchObject({ page: null, box: null, at: { table: 1, row: 3, column: 2 } });
  });

  it('leaves out columns in which a row has no cell', async () => {
    const { sheets } = await read(
      table(
        row(cell('a') + cell('b') + cell('c')),
        row(cell('d'), '<w:gridBefore w:val="2"/>'),
        row(cell('e'), '<w:gridAfter w:val="2"/>'),
        row(cell('f') + cell('g', RESTART), '<w:gridBefore w:val="1"/>'),
        row(cell('', GOES_ON), '<w:gridBefore w:val="2"/>'),
      ),
    );
    expect(drawn(sheets)).toEqual(['0| a[0] b[1] c[2]', '1| d[2]', '2| e[0]', '3| f[1] g[2 2x1]']);
  });

  it('puts a nested table behind the one that it stands in', async () => {
    const inner = table(row(cell('内')));
    const { sheets } = await read(table(row(cell(paragraph('外') + inner + paragraph('后')) + cell('右'))));
    expect(drawn(sheets)).toEqual(['0| 外⏎后[0] 右[1]', '=====', '0| 内[0]']);
  });

  it('takes tracked changes as accepted, and says so', async () => {
    const { sheets, notes } = await read(
      `<w:p>${run('金额')}<w:del>${run('10')}<w:r><w:delText>20</w:delText></w:r></w:del><w:ins>${run('30')}</w:ins></w:p>` +
        `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('前')}</w:p><w:p>${run('后')}</w:p>` +
        table(row(cell('删'), '<w:del w:id="2"/>'), row(cell('留'), '<w:ins w:id="3"/>')),
    );
    expect(drawn(sheets)).toEqual(['金额30', '前后', '0| 留[0]']);
    expect(notes).toEqual(['changes-tracked']);
  });

  it('reads a text box once, where it stands', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const { sheets } = await read(
      `<w:p>${run('旁')}<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box('框')}</mc:Choice>` +
        `<mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(drawn(sheets)).toEqual(['框', '旁']);
  });

  it('leaves hidden text out and says so, and sets struck and raised text apart', async () => {
    const { sheets, notes } = await read(
      paragraph('藏', '<w:vanish/>') +
        paragraph('示', '<w:vanish w:val="0"/>') +
        `<w:p>${run('10')}<w:r><w:rPr><w:strike/></w:rPr><w:t>5</w:t></w:r>${run('6')}</w:p>` +
        `<w:p>${run('10')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r></w:p>`,
    );
    expect(drawn(sheets)).toEqual(['示', '10 5 6', '10⁴']);
    expect(notes).toEqual(['hidden-left-out']);
  });

  it('reads characters of symbol fonts, tabs, hyphens and fields', async () => {
    const { sheets } = await read(
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t>' +
        '<w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>',
    );
    expect(drawn(sheets)).toEqual(['≥95% A-B']);
  });

  it('keeps apart the digits of two paragraphs in one cell', async () => {
    const { sheets } = await read(table(row(cell(paragraph('1') + paragraph('2')))));
    expect(sheets[0]?.cells[0]?.text).toBe('1 \n2');
  });
});
