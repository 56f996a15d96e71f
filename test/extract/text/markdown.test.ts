import { expect, it } from 'vitest';
import { withoutLineMarks, withoutMarkdown } from '../../../src/extract/text/markdown.js';

it.each([
  ['**总分**', '总分'],
  ['__总分__', '总分'],
  ['*注*', '注'],
  ['\\*注 3\\-5\\#', '*注 3-5#'],
  ['**甲**乙**丙**', '**甲**乙**丙**'],
  ['*****', '*****'],
  ['C:\\数据', 'C:\\数据'],
])('a cell: %s is %s', (source, plain) => {
  expect(withoutMarkdown(source)).toBe(plain);
});

it.each([
  ['# 表', '表'],
  ['## **表** ##', '表'],
  ['- 甲', '甲'],
  ['> - 甲', '甲'],
  ['> 90%', '> 90%'],
  ['>=90%', '>=90%'],
  ['- 5.00', '- 5.00'],
  ['-1-', '-1-'],
  ['- 1 -', '- 1 -'],
  ['-', '-'],
  ['#1机组', '#1机组'],
  ['1. 甲', '1. 甲'],
])('a line: %s is %s', (source, plain) => {
  expect(withoutLineMarks(source)).toBe(plain);
});
