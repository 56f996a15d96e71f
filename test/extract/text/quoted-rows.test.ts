import { expect, it } from 'vitest';
import { QuotedRows } from '../../../src/extract/text/quoted-rows.js';

function joined(lines: readonly string[]): string[] {
  const rows = new QuotedRows();
  const segments = [...lines.flatMap((text) => rows.push({ kind: 'line', text })), ...rows.end()];
  return segments.map((segment) => (segment.kind === 'line' ? segment.text : segment.kind));
}

it('joins the lines of a quoted cell', () => {
  expect(joined(['a\t"b', '', 'c"\td', 'e'])).toEqual(['a\t"b\n\nc"\td', 'e']);
});

it.each([
  ['prose in quotation marks', ['"甲', '乙"', '丙']],
  ['a quotation mark that closes in mid-cell', ['a\t"b', 'c"d\te']],
  ['one that never closes', ['a\t"b', ...Array.from({ length: 40 }, (_, at) => `${at}\tx`)]],
])('leaves %s', (_, lines) => {
  expect(joined(lines)).toEqual(lines);
});

it('looks 20 lines ahead and no further', () => {
  const cell = (lines: number): string[] => ['a\t"b', ...Array<string>(lines - 1).fill('c'), 'd"'];
  expect(joined(cell(19))).toHaveLength(1);
  expect(joined(cell(21))).toEqual(cell(21));
});

it('is interrupted by a table', () => {
  const rows = new QuotedRows();
  expect(rows.push({ kind: 'line', text: 'a\t"b' })).toEqual([]);
  expect(rows.push({ kind: 'break' })).toEqual([{ kind: 'line', text: 'a\t"b' }, { kind: 'break' }]);
});
