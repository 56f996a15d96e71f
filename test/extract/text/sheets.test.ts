import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../src/schema/sheet.js';
import { draw, drawn, read } from './drawn.js';

describe('sheetsOfText, tab-separated', () => {
  it('leaves blank cells out and counts their columns', async () => {
    expect(await draw('# 标题\n\n(2023 年度)\n\n名称\t\t甲\t\n\t乙 丙\t1.00\t\n')).toEqual([
      '标题',
      '(2023 年度)',
      '0| 名称[0] 甲[2]',
      '1| 乙 丙[1] 1.00[2]',
    ]);
  });
  it('ends a table at a blank line, a line without a tab, and an end of page', async () => {
    expect(await draw('a\tb\n\nc\td\n-1-\ne\tf\fg\th')).toEqual([
      ...['0| a[0] b[1]', '=====', '0| c[0] d[1]', '=====', '-1-', '0| e[0] f[1]', '=====', '0| g[0] h[1]'],
    ]);
  });
  it('counts a blank row, but not a ruled one', async () => {
    expect(await draw('a\tb\n\t\t\nc\td\n------\t---\n:--\t\ne\t-\n-\t-')).toEqual([
      ...['0| a[0] b[1]', '2| c[0] d[1]', '3| e[0] -[1]', '4| -[0] -[1]'],
    ]);
  });
  it('turns tags in a cell into line breaks, and keeps what is no tag', async () => {
    expect(await draw('<p>一、甲</p> <p>二、乙</p>\t<95%\t<某项>\t5<br>6\tR&D&nbsp;&ge;1')).toEqual([
      '0| 一、甲⏎二、乙[0] <95%[1] <某项>[2] 5 ⏎6[3] R&D\u00a0≥1[4]',
    ]);
  });
  it('joins a cell that a spreadsheet quoted, and no other', async () => {
    expect(await draw('a\t"b\nc"\td\n"e\tf"\t"g"\n"十四五"规划\t1\n"没有\t结尾\n乙\t2')).toEqual([
      ...[
        '0| a[0] b⏎c[1] d[2]',
        '1| e\tf[0] "g"[1]',
        '2| "十四五"规划[0] 1[1]',
        '3| "没有[0] 结尾[1]',
        '4| 乙[0] 2[1]',
      ],
    ]);
  });
});

describe('sheetsOfText, pipes', () => {
  it('drops delimiters, keeps blank columns, unescapes', async () => {
    expect(
      await draw('| 项目<br>名称 |  | **甲\\|乙** |\n| --- | :-: | --- |\n|  | - | \\* |\n| - | - | - |\n'),
    ).toEqual([...['0| 项目⏎名称[0] 甲|乙[2]', '1| -[1] *[2]', '2| -[0] -[1] -[2]']]);
  });
  it('takes a single hyphen in the second row for a delimiter', async () => {
    expect(await draw('|a|b|\n|-|-|\n|c|d|')).toEqual(['0| a[0] b[1]', '1| c[0] d[1]']);
  });
  it('knows a table without pipes at the ends by its delimiter', async () => {
    expect(await draw('甲|乙\n前 | 后\n---|:--:\nc|d\n\n好 | 坏\n')).toEqual([
      ...['甲|乙', '0| 前[0] 后[1]', '1| c[0] d[1]', '=====', '好 | 坏'],
    ]);
  });
  it('keeps a line with pipes before the table that follows it', async () => {
    expect(await draw('好 | 坏<table><tr><td>a</table>')).toEqual(['好 | 坏', '0| a[0]']);
  });
  it('takes ragged rows', async () => {
    expect(await draw('|a|\n|b|c|d\n')).toEqual(['0| a[0]', '1| b[0] c[1] d[2]']);
  });
});

describe('sheetsOfText, HTML', () => {
  it('keeps blank cells and spans, several tables on a line, and the text between', async () => {
    const html =
      '前<table><tr><td rowspan=2>甲</td><td></td></tr><tr><td>乙</td></tr></table>中<TABLE><tr><th colspan="2">丙</TABLE>后';
    const { sheets } = await read(html);
    expect(drawn(sheets)).toEqual([
      ...['前', '0| 甲[0 2x1] [1]', '1| 乙[1]', '=====', '中', '0| 丙[0 1x2]', '=====', '后'],
    ]);
    expect(sheets.map((sheet) => sheet.spansKnown)).toEqual([true, true, false]);
  });
  it('drops comments, scripts and styles, also over several lines', async () => {
    expect(
      await draw('甲<!-- a\n<table> -->乙\n<script>\nif (a<b) "<table>"\n</script>\n<style>\np{}</STYLE >丙'),
    ).toEqual(['甲乙', '丙']);
  });
  it('takes an unclosed comment for text, so that nothing is lost', async () => {
    expect(await draw('甲<!-- 乙\n丙')).toEqual(['甲<!-- 乙', '丙']);
  });
  it('ends a table that is never closed where another one begins', async () => {
    expect(await draw('<table><tr><td>甲\n\n# 标题\n\n<table><tr><td>乙</td></tr></table>')).toEqual([
      ...['0| 甲[0]', '=====', '标题', '0| 乙[0]'],
    ]);
    expect(await draw('<table><tr><td>甲</td></tr><table><tr><td>乙</td></tr></table>后')).toEqual([
      ...['0| 甲[0]', '=====', '0| 乙[0]', '=====', '后'],
    ]);
    expect(await draw('<table><tr><td>甲<html><body><table><tr><td>乙</table>')).toEqual([
      ...['0| 甲[0]', '=====', '0| 乙[0]'],
    ]);
  });
  it('ends an unclosed table at the end of the document, before a blank line of its last cell', async () => {
    expect(await draw('<table><tr><td>甲</td><td>乙\n\n注：丙')).toEqual(['0| 甲[0] 乙[1]', '=====', '注：丙']);
  });
  it('splits blocks outside tables into lines', async () => {
    expect(await draw('<html><body><p>甲</p><div>乙<b>丙</b></div><br>丁 &lt;p&gt;</body>')).toEqual([
      ...['甲', '乙丙', '丁 <p>'],
    ]);
  });
});

describe('sheetsOfText, lines', () => {
  it('takes every kind of line end', async () => {
    expect(await draw('a\r\nb\rc\nd\u2028e\u2029f\u0085g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });
  it('hands out long runs in several sheets', async () => {
    const { sheets } = await read('甲\n'.repeat(5_000));
    expect(sheets.map((sheet) => sheet.lines.length)).toEqual([2_000, 2_000, 1_000]);
    const rows = (await read('a\tb\n'.repeat(2_500))).sheets;
    expect(rows.map((sheet) => sheet.cells.length)).toEqual([2_000, 2_000, 1_000]);
  });
});

describe('sheetsOfText, limits', () => {
  it('cuts a cell, and says so once with a count', async () => {
    const { sheets, findings } = await read('甲乙丙丁\t戊己庚辛\n', { charactersPerCell: 3 });
    expect(drawn(sheets)).toEqual(['0| 甲乙丙[0] 戊己庚[1]']);
    expect(findings.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([['cell-cut', '2']]);
  });
  it('leaves columns out', async () => {
    const { sheets, findings } = await read('a\tb\tc\n|a|b|c|\n<table><tr><td>a<td>b<td>c</table>', {
      columnsPerTable: 2,
    });
    expect(drawn(sheets)).toEqual(['0| a[0] b[1]', '=====', '0| a[0] b[1]', '=====', '0| a[0] b[1]']);
    expect(findings.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([['columns-cut', '3']]);
  });
  it('cuts a table and a line, and reads what follows', async () => {
    const text = `<table><tr><td>${'甲'.repeat(50)}</td></tr></table>\n${'乙'.repeat(50)}\n丙`;
    const { sheets, findings } = await read(text, { charactersPerTable: 20 });
    expect(drawn(sheets)).toEqual([`0| ${'甲'.repeat(5)}[0]`, '=====', '乙'.repeat(20), '丙']);
    expect(findings.map(({ code }) => code)).toEqual(['table-cut']);
  });
  it('hands out a table of many rows in parts', async () => {
    const rows = 40_000;
    const { sheets, findings } = await read(`<table>${'<tr><td>甲<td>乙'.repeat(rows)}</table>后`, {}, 65_536);
    expect(sheets.length).toBeGreaterThan(2);
    expect(sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0)).toBe(2 * rows);
    expect(sheets.at(-1)?.lines.map((line) => line.text)).toEqual(['后']);
    expect(findings).toEqual([]);
  });
});

const pieces = [
  ...[
    '\t',
    '\n',
    '\r',
    '\f',
    '|',
    '---',
    '"',
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td rowspan=2>',
    '<td colspan=0>',
  ],
  ...[
    '</td>',
    '<p>',
    '<br>',
    '</div>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<',
    '>',
    '&amp;',
    '&#0;',
    '$',
    '\\(',
    '\\',
  ],
  ...['甲', '乙 丙', '<95%', '<html>', '<caption>', '<thead>', '<tfoot>', '**', '# ', '\u0001', '\u0003', '😀', '\n\n'],
];

describe('sheetsOfText, anything', () => {
  const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

  it('gives valid sheets whose cells do not overlap', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        for (const sheet of (await read(text)).sheets) {
          Sheet.parse(sheet);
          const covered = sheet.cells.flatMap(({ row, column, rowSpan, columnSpan }) =>
            Array.from({ length: rowSpan * columnSpan }, (_, at) =>
              [row + Math.floor(at / columnSpan), column + (at % columnSpan)].join(),
            ),
          );
          expect(new Set(covered).size).toBe(covered.length);
        }
      }),
      { numRuns: 500 },
    );
  });
  it('reads the same however the text comes in chunks', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        expect(await read(text, {}, size)).toEqual(await read(text));
      }),
      { numRuns: 500 },
    );
  });
  it('loses no character of the text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const expected = text.replace(/<!--[^]*?-->|<script>[^]*?<\/script>/g, '').match(/[甲乙丙😀]/gu) ?? [];
        const { sheets } = await read(text);
        const found = sheets.flatMap(({ lines, cells }) => [...lines, ...cells].map((piece) => piece.text)).join('');
        expect((found.match(/[甲乙丙😀]/gu) ?? []).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 500 },
    );
  });
});
