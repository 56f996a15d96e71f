import { expect, it } from 'vitest';
import { cellText, lineTexts } from '../../../src/extract/text/plain-text.js';

it.each([
  [' 可持 续影 响指 标 ', '可持 续影 响指 标'],
  ['<p> 甲 </p> <p></p> <p>乙</p>', '甲\n乙'],
  ['**$\\geq 5\\%$**', '≥5%'],
  ['&lt;p&gt;', '<p>'],
  ['甲\n 乙', '甲\n 乙'],
  ['<br>', ''],
])('cellText: %j is %j', (source, text) => {
  expect(cellText(source)).toBe(text);
});

it.each([
  ['## 甲 ', ['甲']],
  ['<p>甲</p><p>- 乙</p>', ['甲', '乙']],
  ['<div></div>', []],
])('lineTexts: %j is %j', (source, texts) => {
  expect(lineTexts(source)).toEqual(texts);
});
