import { expect, it } from 'vitest';
import { hasSeparator, isDelimiter, isRule, pipeRowOf } from '../../../src/extract/text/pipe-row.js';

it.each([
  ['| a | b |', [' a ', ' b ']],
  ['a|b', ['a', 'b']],
  ['|  |  | c |', ['  ', '  ', ' c ']],
  ['| a\\|b | c', [' a\\|b ', ' c']],
  ['|', ['']],
])('the cells of %j', (line, cells) => {
  expect(pipeRowOf(line)).toEqual(cells);
});

it.each([
  [['---', ':--:', ''], true],
  [['------', '---'], true],
  [['-', '-'], false],
  [['--', '—'], false],
  [['', ' '], false],
  [['---', '甲'], false],
])('%j is a rule: %s', (cells, expected) => {
  expect(isRule(cells)).toBe(expected);
});

it('wants a rule in every cell of a delimiter', () => {
  expect(isDelimiter(['-', ':-:'])).toBe(true);
  expect(isDelimiter(['-', ''])).toBe(false);
});

it('does not count an escaped pipe', () => {
  expect(hasSeparator('a\\|b')).toBe(false);
  expect(hasSeparator('a|b')).toBe(true);
});
