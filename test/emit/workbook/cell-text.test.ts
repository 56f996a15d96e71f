import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/emit/workbook/cell-text.js';

describe('cellText', () => {
  it.each([
    ['=100.00(%)', '=100.00(%)'],
    ['_x0041_', '_x005F_x0041_'],
    ['_x005F_x0041_', '_x005F_x005F_x005F_x0041_'],
    ['a\nb\tc', 'a\nb\tc'],
    ['𠮷', '𠮷'],
    ['\u0000\u0001\u001F', '\u0000\u0001\u001F'],
  ])('%j becomes %j', (text, written) => {
    expect(cellText(text)).toEqual({ text: written, isCut: false, isReplaced: false });
  });

  it.each(['\uFFFE', '\uFFFF', '\uD800', '\uDC00x'])('tells that %j was replaced', (text) => {
    expect(cellText(`a${text}b`)).toMatchObject({ isReplaced: true });
    expect(cellText(`a${text}b`).text).toMatch(/^a\uFFFDx?b$/);
  });

  it('cuts at what a cell takes, never inside a character, and tells it', () => {
    expect(cellText('x'.repeat(32_767))).toMatchObject({ isCut: false });
    expect(cellText('x'.repeat(32_768))).toEqual({ text: 'x'.repeat(32_767), isCut: true, isReplaced: false });
    expect(cellText(`${'x'.repeat(32_766)}𠮷`)).toEqual({ text: 'x'.repeat(32_766), isCut: true, isReplaced: false });
  });

  it('is told or comes back: every text without a mark is the same after unescaping', () => {
    const unescaped = (text: string) =>
      text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: written, isCut, isReplaced } = cellText(text);
        if (!isCut && !isReplaced) expect(unescaped(written)).toBe(text);
      }),
    );
  });
});
