import { expect, it } from 'vitest';
import { htmlTables } from '../../../src/extract/text/html-tables.js';

/** Rows as `甲|乙`, spans left out. */
const rowsOf = (html: string): string[][] =>
  htmlTables(html).map(({ lines, rows }) => [
    ...lines,
    ...rows.map((cells) => cells.map((cell) => cell.text.replaceAll('\n', '⏎')).join('|')),
  ]);

it.each([
  ['blocks and breaks part lines', '<table><tr><td><p>甲</p><p>乙</p>丙<br>丁<li>戊</table>', [['甲⏎乙⏎丙⏎丁⏎戊']]],
  ['white space is one space', '<table><tr><td>\n 甲\n\t乙 <i>丙</i></td></tr></table>', [['甲 乙 丙']]],
  ['entities, and < that is no tag', '<table><tr><td>&ge;5<td><95%<td>a<b<td>&lt;p&gt;</table>', [['≥5|<95%|a<b|<p>']]],
  ['formulas', '<table><tr><td>$\\geq 95\\%$</table>', [['≥95%']]],
  ['missing and stray end tags', '<table><tr><td>甲<td>乙</td></td></th><tr>丙<td>丁', [['丙', '甲|乙', '丁']]],
  ['a row without tr', '<table><td>甲</td><td>乙</td></table>', [['甲|乙']]],
  ['head, body, foot', '<table><tfoot><tr><td>3</tfoot><thead><tr><th>1</thead><tbody><tr><td>2</table>', [['1', '2', '3']]],
  ['a caption', '<table><caption>甲<br>乙</caption><tr><td>丙</table>', [['甲', '乙', '丙']]],
  ['nested tables follow the outer', '<table><tr><td>甲<table><tr><td>乙<table><tr><td>丙</table></table>丁<td>戊</table>', [['甲丁|戊'], ['乙'], ['丙']]],
  ['dangerous elements are inert', '<table><tr><td><textarea>甲</td></tr><plaintext></table><title>', [['<plaintext>', '甲']]],
])('%s', (_, html, tables) => {
  expect(rowsOf(html)).toEqual(tables);
}); // prettier-ignore

it('reads spans as they are written', () => {
  expect(htmlTables(`<table><tr><td rowspan="0" colspan='3'>甲<td COLSPAN = 2>乙</table>`)[0]?.rows).toEqual([
    [
      { text: '甲', rowSpan: 0, columnSpan: 3 },
      { text: '乙', rowSpan: 1, columnSpan: 2 },
    ],
  ]);
});

it('does not mind depth', () => {
  const depth = 20_000;
  expect(htmlTables(`<table><tr><td>${'<div><b>'.repeat(depth)}甲`)[0]?.rows[0]?.[0]?.text).toBe('甲');
  expect(htmlTables('<table><tr><td>甲'.repeat(depth))).toHaveLength(depth);
});
