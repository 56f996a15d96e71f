import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/extract/open.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/schema/limits.js';
import { madePdf, type MadePage } from '../../made/pdf.js';

const CHARACTERS = {
  '0001': '项',
  '0002': '目',
  '0003': '名',
  '0004': '称',
  '0005': '甲',
  '0006': '5',
  '0007': ' ',
  '0008': '.',
  '0009': '５',
  '000a': '．',
};
const FONT = { characters: CHARACTERS };

const show = (x: number, y: number, codes: string) => `BT /F1 10 Tf ${x} ${y} Td <${codes}> Tj ET`;
/** A grid of two cells beside each other, 100 × 20 points each, the left lower corner at 50, `y`. */
const STROKED = (y: number) => `50 ${y} 100 20 re S 150 ${y} 100 20 re S`;
const FILLED = (y: number) =>
  [...[y, y + 20].map((at) => `50 ${at} 200 0.75 re f`), ...[50, 150, 250].map((at) => `${at} ${y} 0.75 20 re f`)].join(
    ' ',
  );
const TEXTS = (y: number) => [show(60, y + 6, '0001000200030004'), show(160, y + 6, '0005')].join(' ');

async function read(pdf: Buffer, limits: Partial<Limits> = {}) {
  const document = await openDocument({ bytes: pdf, name: 'a.pdf' }, { ...DEFAULT_LIMITS, ...limits });
  const sheets = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return {
    tables: sheets
      .filter((sheet) => sheet.cells.length > 0)
      .map((sheet) => sheet.cells.map(({ row, column, text }) => `${row},${column} ${text}`)),
    lines: sheets.flatMap((sheet) => sheet.lines.map(({ text }) => text)),
    findings: document.findings.map(({ code, message }) => `${code}: ${message}`),
    pages: document.pages,
    sheets,
  };
}
const page = (content: string, entries = ''): MadePage => ({ content, entries });
const readPages = (...pages: MadePage[]) => read(madePdf(pages, FONT));
const TABLE = [['0,0 项目名称', '0,1 甲']];

describe('a PDF', () => {
  it.each([
    ['strokes', STROKED(700) + ' ' + TEXTS(700), ''],
    ['thin filled rectangles', FILLED(700) + ' ' + TEXTS(700), ''],
    ['a form of its own matrix', `q 0.5 0 0 0.5 20 20 cm ${STROKED(700)} ${TEXTS(700)} Q`, ''],
    ['a rotated page', `q 0 1 -1 0 595 0 cm ${STROKED(300)} ${TEXTS(300)} Q`, '/Rotate 90'],
    ['a page turned upside down', `q -1 0 0 -1 595 842 cm ${STROKED(700)} ${TEXTS(700)} Q`, '/Rotate 180'],
    ['a page whose text runs sideways', `q 0 1 -1 0 595 0 cm ${STROKED(300)} ${TEXTS(300)} Q`, ''],
    ['a crop box', STROKED(700) + ' ' + TEXTS(700), '/CropBox [40 600 400 800]'],
    ['bold text printed twice', `${STROKED(700)} ${TEXTS(700)} 1 0 0 1 0.3 0 cm ${TEXTS(700)}`, ''],
    ['hidden text in the cells', `${STROKED(700)} ${TEXTS(700)} 3 Tr ${TEXTS(702)}`, ''],
    ['white text in the cells', `${STROKED(700)} ${TEXTS(700)} 1 1 1 rg ${TEXTS(702)}`, ''],
  ])('%s', async (_, content, entries) => {
    expect((await readPages(page(content, entries))).tables).toEqual(TABLE);
  });

  describe('whose table is ruled in part', () => {
    const LEVELS = [700, 720, 740].map((y) => `50 ${y} m 250 ${y} l S`).join(' ');
    const CROSS = '50 720 m 250 720 l S 150 700 m 150 740 l S';
    const GRID = [show(60, 726, '00010002'), show(160, 726, '0003'), show(60, 706, '0005'), show(160, 706, '0006')];
    const CELLS = [['0,0 项目', '0,1 名', '1,0 甲', '1,1 5']];

    it.each([
      ['level rules alone', LEVELS, GRID, CELLS],
      ['no outer rules', CROSS, GRID, CELLS],
      ['no rules at the sides', `${LEVELS} 150 700 m 150 740 l S`, GRID, CELLS],
      ['no rules above and below', `${CROSS} 50 700 m 50 740 l S 250 700 m 250 740 l S`, GRID, CELLS],
      [
        'a text over both columns',
        `${LEVELS} 50 680 m 250 680 l S`,
        [...GRID.slice(0, 2), show(60, 706, '0001'.repeat(14)), show(60, 686, '0005'), show(160, 686, '0006')],
        [['0,0 项目', '0,1 名', `1,0 ${'项'.repeat(14)}`, '2,0 甲', '2,1 5']],
      ],
    ])('%s', async (_, rules, texts, expected) => {
      expect((await readPages(page([rules, ...texts].join(' ')))).tables).toEqual(expected);
    });

    it('reads prose between rules as lines', async () => {
      const prose = [726, 706].map((y) => show(60, y, '0001'.repeat(18)));
      const { tables, lines } = await readPages(page([LEVELS, ...prose].join(' ')));
      expect(tables).toEqual([]);
      expect(lines).toHaveLength(2);
    });
  });

  it('knows where each cell stands, the text in its box', async () => {
    const { sheets } = await readPages(page(STROKED(700) + ' ' + TEXTS(700)));
    expect(sheets[0]?.cells[0]).toMatchObject({
      page: 1,
      box: [50, 122, 150, 142],
      confidence: null,
      reading: 'glyphs',
    });
    expect(sheets[0]?.spansKnown).toBe(true);
  });

  it('reads white text on a dark ground', async () => {
    const content = `0 0 0.5 rg 50 700 200 20 re f 1 1 1 rg ${TEXTS(700)} 0 G ${STROKED(700)}`;
    expect((await readPages(page(content))).tables).toEqual(TABLE);
  });

  it('gives the lines outside tables in their order, the two ends of a heading apart', async () => {
    const content = [
      show(60, 780, '00010002'),
      show(300, 780, '00030004'),
      STROKED(700),
      TEXTS(700),
      show(60, 600, '0005'),
    ];
    const { lines, sheets } = await readPages(page(content.join(' ')));
    expect(lines).toEqual(['项目', '名称', '甲']);
    expect(sheets.map((sheet) => sheet.lines.length)).toEqual([2, 1]);
  });

  it('joins a wrapped line, keeps a line break, and a blank where one is drawn', async () => {
    const wrapped = '0001'.repeat(9);
    const content = [
      STROKED(700),
      show(55, 711, wrapped),
      show(55, 702, '0002'),
      show(155, 711, '00030004'),
      show(155, 702, '000500070005'),
    ];
    expect((await readPages(page(content.join(' ')))).tables).toEqual([
      ['0,0 项项项项项项项项项目', '0,1 名称\n甲 甲'],
    ]);
  });

  it.each([
    ['of half width', '0006', '0008'],
    ['of full width', '0009', '000a'],
  ])('joins a number %s that is longer than its cell is wide', async (_, digit, point) => {
    const content = [
      STROKED(700),
      show(52, 711, digit.repeat(6) + point + digit),
      show(52, 702, digit),
      show(155, 706, '0005'),
    ];
    const { tables } = await readPages(page(content.join(' ')));
    expect(tables[0]?.[0]).toMatch(/^0,0 [5５]{6}[.．][5５]{2}$/u);
  });

  it('keeps a number together that runs over its cell’s edge, its digits set closer than their font says', async () => {
    const digits = '<0006> 40 '.repeat(5);
    const content = [STROKED(700), `BT /F1 10 Tf 110 706 Td [${digits}] TJ ET`, show(180, 706, '0005')];
    expect((await readPages(page(content.join(' ')))).tables).toEqual([['0,0 55555', '0,1 甲']]);
  });

  it('keeps a number and its unit together that run over the cell’s edge, in fonts of somewhat different sizes', async () => {
    const content = [
      STROKED(700),
      'BT /F1 10 Tf 122 706 Td <00060006000600060006> Tj /F1 9 Tf <0005> Tj ET',
      show(180, 706, '0006'),
    ];
    expect((await readPages(page(content.join(' ')))).tables).toEqual([['0,0 55555甲', '0,1 5']]);
  });

  it('keeps two numbers of different sizes apart that touch at the rule between their cells', async () => {
    const content = [
      STROKED(700),
      'BT /F1 10 Tf 130 706 Td <0006000600060006> Tj /F1 9 Tf <00060006000600060006> Tj ET',
    ];
    expect((await readPages(page(content.join(' ')))).tables).toEqual([['0,0 5555', '0,1 55555']]);
  });

  it('keeps two numbers apart that touch, as the first runs as far as the next cell’s text', async () => {
    const content = [STROKED(700), show(110, 706, '0006000600060006'), show(150, 706, '00060006')];
    expect((await readPages(page(content.join(' ')))).tables).toEqual([['0,0 5555', '0,1 55']]);
  });

  it('numbers the columns of a table alike on all its pages', async () => {
    const rest = `50 700 m 250 700 l S 50 700 m 50 800 l S 250 700 m 250 800 l S 100 700 m 100 800 l S ${show(160, 706, '0005')}`;
    const { tables, sheets } = await readPages(page(STROKED(50) + ' ' + TEXTS(50)), page(rest));
    expect(tables).toEqual([
      ['0,0 项目名称', '0,2 甲'],
      ['0,0 ', '0,1 甲'],
    ]);
    expect(sheets[0]?.cells[0]).toMatchObject({ columnSpan: 2 });
    expect(sheets[1]?.cells[1]).toMatchObject({ columnSpan: 2, page: 2 });
  });

  it('says which pages gave nothing', async () => {
    const { findings, pages } = await readPages(page(TEXTS(700)), page(''), page(''), page(TEXTS(700)));
    expect(findings).toEqual(['page-unread: Pages that gave no text: 2–3 (neither text nor picture).']);
    expect(pages).toBe(4);
  });

  it('says where fonts do not tell their characters', async () => {
    const pdf = madePdf([page(TEXTS(700))], { characters: { '0001': '\ue001', '0002': '\ue002', '0005': '\ue003' } });
    expect((await read(pdf)).findings[0]).toMatch(/^text-unreliable: .*: 1\./);
    expect((await read(madePdf([page(TEXTS(700))]))).findings[0]).toMatch(/^text-unreliable/);
  });

  it('says where the codes of a font without a table fall on ordinary characters', async () => {
    const { findings } = await read(madePdf([page(TEXTS(700)), page(show(60, 700, '00310041'))]));
    expect(findings[0]).toMatch(/^text-unreliable: .*: 1–2\./);
  });

  it('takes no offence at signs of a font without a table', async () => {
    expect((await read(madePdf([page(show(60, 700, '2022'))]))).findings).toEqual([]);
  });

  it('says which pages it could read in part only', async () => {
    const { tables, findings } = await readPages(page(`${STROKED(700)} ${TEXTS(700)} /Gone Do`), page(TEXTS(700)));
    expect(tables).toEqual(TABLE);
    expect(findings).toEqual([expect.stringMatching(/^page-incomplete: .*: 1\./)]);
  });

  it.each(['startxref', 'trailer', 'xref', 'endstream\nendobj\nxref'])(
    'reads what can be read of a file that is cut off before %j, and says so',
    async (end) => {
      const pdf = madePdf([page(STROKED(700) + ' ' + TEXTS(700))], FONT);
      const { tables, findings } = await read(pdf.subarray(0, pdf.lastIndexOf(end)));
      expect(tables).toEqual(TABLE);
      expect(findings).toEqual([expect.stringMatching(/^pdf-rebuilt: /)]);
    },
  );
});

describe('a PDF of absurd size', () => {
  const failureOf = (pdf: Buffer, limits: Partial<Limits>) => expect(read(pdf, limits)).rejects;
  const form = page(STROKED(700) + ' ' + TEXTS(700));

  it('says how to raise the limit that it is past', async () => {
    const [two, texts] = [madePdf([form, form], FONT), madePdf([page(TEXTS(700))], FONT)];
    await failureOf(two, { pagesPerFile: 1 }).toThrow(/a\.pdf: it has 2 pages, .*--limit pagesPerFile=2/);
    await failureOf(texts, { glyphsPerPage: 4 }).toThrow(/a\.pdf: its pages draw more .* 4 glyphs \(glyphsPerPage\)/);
  });

  it.each([{ operatorsPerPage: 12 }, { glyphsPerPage: 3 }])('leaves a page out, %j', async (limits) => {
    const { lines, findings } = await read(madePdf([form, page(show(60, 700, '0005'))], FONT), limits);
    expect(lines).toEqual(['甲']);
    expect(findings).toEqual([
      expect.stringMatching(/^page-unread: .* 1 \(more than .*Page\); --limit raises that\)\.$/),
    ]);
  });

  it.each([
    ['no box', '/MediaBox [0 0 0 0]'],
    ['no number for a box', '/MediaBox [0 0 /NaN nan]'],
    ['a box of no end', `/MediaBox [0 0 1${'0'.repeat(40)} 1${'0'.repeat(40)}]`],
    ['a negative box', '/MediaBox [900 900 -900 -900]'],
    ['a box far away', '/MediaBox [0 0 595 842] /CropBox [90000 90000 90001 90001]'],
  ])('ends well with %s', async (_, entries) => {
    const { pages } = await readPages(page(STROKED(700) + ' ' + TEXTS(700), entries), form);
    expect(pages).toBe(2);
  });

  /** A file whose page tree is another one. */
  const withTree = (tree: string) =>
    Buffer.from(
      madePdf([form], FONT)
        .toString('latin1')
        .replace(/<< \/Type \/Pages.*>>/, tree),
      'latin1',
    );

  it.each<[string, string, number]>([
    ['too high a count', '<< /Type /Pages /Count 100000 /Kids [7 0 R] /MediaBox [0 0 595 842] >>', 1],
    ['a negative count', '<< /Type /Pages /Count -3 /Kids [7 0 R] /MediaBox [0 0 595 842] >>', 1],
    ['a page tree without an end', '<< /Type /Pages /Count 5 /Kids [2 0 R 7 0 R] /MediaBox [0 0 595 842] >>', 1],
  ])('reads the pages that are there in spite of %s', async (_, tree, count) => {
    const { pages, tables, findings } = await read(withTree(tree));
    expect([pages, tables]).toEqual([count, TABLE]);
    expect(findings).toEqual([expect.stringMatching(/^pdf-rebuilt: /)]);
  });

  it('gives up a page tree that holds nothing but itself', async () => {
    await failureOf(withTree('<< /Type /Pages /Count 2 /Kids [2 0 R] /MediaBox [0 0 595 842] >>'), {}).toMatchObject({
      code: 'damaged',
    });
  });

  it('refuses 100,000 pages', async () => {
    const kids = '<</Type/Page/Parent 2 0 R>>'.repeat(100_000);
    await failureOf(withTree(`<< /Type /Pages /Count 100000 /Kids [${kids}] >>`), {}).toThrow(/pagesPerFile/);
  });
});

describe('a PDF that can not be read', () => {
  const failureOf = (pdf: Buffer) =>
    read(pdf).then(
      () => 'read',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
  const PICTURE = 'q 500 0 0 500 0 0 cm BI /W 200 /H 200 /BPC 1 /CS /G /F /AHx ID 00> EI Q';

  it.each<[string, Buffer, string]>([
    ['no pages', madePdf([], FONT), 'damaged'],
    ['a header alone', Buffer.from('%PDF-1.7\n'), 'damaged'],
    ['a file cut at its beginning', madePdf([page(TEXTS(700))], FONT).subarray(0, 60), 'damaged'],
    ['nothing on its pages', madePdf([page('')], FONT), 'unsupported-kind'],
    ['a scan', madePdf([page(PICTURE)], FONT), 'unsupported-kind'],
    [
      'a password',
      madePdf(
        [page(TEXTS(700))],
        FONT,
        `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'1f'.repeat(32)}> /U <${'2e'.repeat(32)}> >>`,
      ),
      'encrypted',
    ],
  ])('%s', async (_, pdf, code) => {
    expect(await failureOf(pdf)).toBe(code);
  });

  it('says that a scan is one', async () => {
    await expect(read(madePdf([page(PICTURE)], FONT))).rejects.toThrow(/a\.pdf: it is a scan/);
  });
});
