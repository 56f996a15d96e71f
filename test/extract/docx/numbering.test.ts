import { describe, expect, it } from 'vitest';
import { docxOf, type DocxParts } from '../../../scripts/office/docx.js';
import { numberIn } from '../../../src/extract/docx/number-formats.js';
import { openDocument } from '../../../src/extract/open.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

async function read(body: string, parts: DocxParts): Promise<{ lines: string[]; notes: string[] }> {
  const document = await openDocument({ bytes: docxOf(body, parts), name: 'a.docx' }, DEFAULT_LIMITS);
  const lines: string[] = [];
  for await (const sheet of document.sheets()) lines.push(...sheet.lines.map(({ text }) => text));
  return { lines, notes: document.findings.map(({ code }) => code) };
}

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const NUMBERING = `<w:numbering ${W}>
  <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`;
const STYLES = `<w:styles ${W}>
  <w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="C"><w:basedOn w:val="C"/></w:style>
</w:styles>`;
const PARTS: DocxParts = {
  relations: { rId2: ['numbering', 'numbering.xml'], rId3: ['styles', 'styles.xml'] },
  files: [
    { name: 'word/numbering.xml', bytes: NUMBERING },
    { name: 'word/styles.xml', bytes: STYLES },
  ],
};

const p = (text: string, properties: string) => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const inList = (text: string, list: number, at = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('the numbers that Word writes before lists', () => {
  it('count on over levels, and begin anew below', async () => {
    const body =
      inList('甲', 1) + inList('a', 1, 1) + inList('b', 1, 1) + inList('乙', 1) + inList('c', 1, 1) + p('无', '');
    expect((await read(body, PARTS)).lines).toEqual(['一、甲', '一.1 a', '一.2 b', '二、乙', '二.1 c', '无']);
  });

  it('begin anew where a list says so', async () => {
    expect((await read(inList('甲', 1) + inList('乙', 1) + inList('丙', 3) + inList('丁', 3), PARTS)).lines).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
    ]);
  });

  it('come from a paragraph’s style as well, and are taken from it by number 0; bullets are no text', async () => {
    const body =
      p('甲', '<w:pStyle w:val="B"/>') +
      p('乙', '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      inList('丙', 2) +
      p('丁', '<w:pStyle w:val="C"/>');
    expect((await read(body, PARTS)).lines).toEqual(['一、甲', '乙', '丙', '丁']);
  });

  it('are told to be missing where they can’t be read', async () => {
    const files = [{ name: 'word/numbering.xml', bytes: '<a>' }];
    expect(await read(inList('甲', 1), { ...PARTS, files })).toEqual({ lines: ['甲'], notes: ['part-unread'] });
  });

  it.each([
    ['decimal', 12, '12'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCounting', 10, '十'],
    ['chineseLegalSimplified', 3, '叁'],
    ['lowerRoman', 14, 'xiv'],
    ['upperLetter', 28, 'BB'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['ideographTraditional', 2, '乙'],
    ['unheardOf', 7, '7'],
  ])('%s writes %i as %s', (format, value, text) => {
    expect(numberIn(format, value)).toBe(text);
  });
});

describe('heads and feet of pages', () => {
  it('stand before and behind the text, each text once', async () => {
    const part = (element: string, inside: string) => `<w:${element} ${W}>${inside}</w:${element}>`;
    const cells = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>附件2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const { lines } = await read(p('正文', ''), {
      relations: { rId1: ['header', 'header1.xml'], rId2: ['header', 'header2.xml'], rId3: ['footer', 'footer1.xml'] },
      files: [
        { name: 'word/header1.xml', bytes: part('hdr', p('云湖县财政局', '')) },
        { name: 'word/header2.xml', bytes: part('hdr', p('云湖县财政局', '') + cells) },
        { name: 'word/footer1.xml', bytes: part('ftr', p('第1页', '')) },
      ],
    });
    expect(lines).toEqual(['云湖县财政局', '附件2', '正文', '第1页']);
  });

  it('are told to be missing where they can’t be read', async () => {
    const files = [{ name: 'word/header1.xml', bytes: '<a>' }];
    const read1 = await read(p('正文', ''), { relations: { rId1: ['header', 'header1.xml'] }, files });
    expect(read1).toEqual({ lines: ['正文'], notes: ['part-unread'] });
  });
});
