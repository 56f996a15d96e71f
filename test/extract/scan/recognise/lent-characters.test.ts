import { describe, expect, it } from 'vitest';
import { lentFirst, withLentCharacters } from '../../../../src/extract/scan/recognise/lent-characters.js';

const ALPHABET = new Set('房屋尾修膳费项目李家村状');

describe('a character that the first reader has no letter for', () => {
  it.each([
    ['another one stands for it', '房屋修膳费', '房屋修缮费', '房屋修缮费'],
    ['it is left out', '房屋修费', '房屋修缮费', '房屋修缮费'],
    ['at the beginning', '状李家村', '洑李家村', '洑李家村'],
    ['at the end', '李家状', '李家洑', '李家洑'],
    ['with the other reader’s blanks and another mistake', '房屋修费项目', '房尾 修 缮 费项目', '房屋修缮费项目'],
  ])('is taken from the other where %s', (_, text, other, expected) => {
    expect(withLentCharacters(text, other, ALPHABET)).toBe(expected);
  });

  it.each([
    ['the first has a letter for it', '房屋修膳费', '房屋修费费'],
    ['the neighbours differ', '房屋改膳费', '房屋修缮费'],
    ['it may stand in two places', '修费修费', '修缮费'],
    ['a digit stands there', '修8费', '修缮费'],
    ['it stands alone', '膳', '缮'],
  ])('is not where %s', (_, text, other) => {
    expect(withLentCharacters(text, other, ALPHABET)).toBe(text);
  });
});

describe('lentFirst', () => {
  const first = { by: 'a', text: '房屋修膳费', confidence: 0.8 };
  const other = { by: 'b', text: '房屋修缮费', confidence: 0.7 };
  const misread = { by: 'b', text: '房尾修缮费', confidence: 0.7 };

  it('chooses the lender’s reading and keeps the first one', () => {
    expect(lentFirst([first, other], 'a', ALPHABET)).toEqual([other, first]);
  });

  it('keeps what the lender read where it lent a part of it', () => {
    expect(lentFirst([first, misread], 'a', ALPHABET)).toEqual([{ ...misread, text: '房屋修缮费' }, first, misread]);
  });

  it('changes nothing where the alphabet is not known, or nothing is lent', () => {
    expect(lentFirst([first, other], 'a', null)).toEqual([first, other]);
    expect(lentFirst([other, first], 'a', ALPHABET)).toEqual([other, first]);
  });
});
