import { expect, it } from 'vitest';
import { isInRanges, lastPageOf, pageRangesOf } from '../../../src/cli/options/page-ranges.js';

it.each([
  ['1', [[1, 1]]],
  ['1-3, 7', [[1, 3], [7, 7]]], // prettier-ignore
  ['', null],
  ['0', null],
  ['3-1', null],
  ['1-', null],
  ['1,,2', null],
])('%j is %j', (list, ranges) => {
  expect(pageRangesOf(list)).toEqual(ranges);
});

it('tells which pages are in ranges', () => {
  const ranges = [[1, 3], [7, 7]] as const; // prettier-ignore
  expect([1, 3, 4, 7, 8].filter((page) => isInRanges(ranges, page))).toEqual([1, 3, 7]);
  expect(lastPageOf(ranges)).toBe(7);
});
