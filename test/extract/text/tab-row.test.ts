import { expect, it } from 'vitest';
import { tabRowOf } from '../../../src/extract/text/tab-row.js';

const CLOSED = { isOpen: false, isBroken: false };

it.each([
  ['a\t\tb', { cells: ['a', '', 'b'], ...CLOSED }],
  ['"a\tb"\tc\t', { cells: ['a\tb', 'c', ''], ...CLOSED }],
  ['"他说""好"""\t"放管服"', { cells: ['他说"好"', '"放管服"'], ...CLOSED }],
  ['"十四五"规划\t1', { cells: ['"十四五"规划', '1'], ...CLOSED }],
  ['a\t"b', { cells: ['a', '"b'], isOpen: true, isBroken: false }],
  ['a\t"b\nc"\td', { cells: ['a', 'b\nc', 'd'], ...CLOSED }],
  ['a\t"b\nc"d', { cells: ['a', '"b\nc"d'], isOpen: false, isBroken: true }],
  ['""\ta', { cells: ['""', 'a'], ...CLOSED }],
])('%j', (text, row) => {
  expect(tabRowOf(text)).toEqual(row);
});
