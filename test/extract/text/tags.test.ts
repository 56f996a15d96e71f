import { expect, it } from 'vitest';
import { BLOCK_EDGE, tableSkeleton, withoutTags } from '../../../src/extract/text/tags.js';

it.each([
  ['<p class="a">甲</p>乙', '\n甲\n乙'],
  ['甲<BR/>乙<b>丙</b>m<sup>2</sup>', '甲\n乙丙m2'],
  ['<o:p>甲</o:p><!DOCTYPE html><![endif]>', '甲'],
  ['<5 <95% <某项> <abc> a<b', '<5 <95% <某项> <abc> a<b'],
  ['<p 甲', '<p 甲'],
])('withoutTags: %s', (source, plain) => {
  expect(withoutTags(source)).toBe(plain);
});

it.each([
  ['<TD class=x colspan="2" rowspan=3>甲</TD>', '<td colspan=2 rowspan=3>甲</td>'],
  ['<td data-colspan="9">a<b</td>', '<td>a&lt;b</td>'],
  ['<td><div><svg>甲</svg></div></td>', `<td>${BLOCK_EDGE}甲${BLOCK_EDGE}</td>`],
  ['<td>\u0001script\u0002</td>', '<td>script</td>'],
])('tableSkeleton: %s', (source, skeleton) => {
  expect(tableSkeleton(source)).toBe(skeleton);
});
