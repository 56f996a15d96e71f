import { describe, expect, it } from 'vitest';
import { EncodingSurvey } from '../../../src/extract/text/encoding.js';

/** 绩效 and a table in GB 18030. */
const GB = [0xbc, 0xa8, 0xd0, 0xa7, 0x09, 0x31, 0x0a];
const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const swapped = (bytes: number[]): number[] => bytes.map((_, at) => bytes[at ^ 1] ?? 0);
const utf8 = (text: string): number[] => [...Buffer.from(text)];
const FORM = '产出指标\t100.00\t达成\n'.repeat(40);

function encodingOf(bytes: readonly number[], chunkSize = 7): string {
  const survey = new EncodingSurvey();
  for (let at = 0; at < bytes.length; at += chunkSize) survey.push(Uint8Array.from(bytes.slice(at, at + chunkSize)));
  return survey.result();
}

describe('EncodingSurvey', () => {
  it.each([
    ['ASCII', utf8('abc\t1\n'), 'utf-8'],
    ['UTF-8', utf8(FORM), 'utf-8'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8('甲')], 'utf-8'],
    ['UTF-8 whose last character is cut', utf8('甲乙').slice(0, -1), 'utf-8'],
    ['UTF-8 with a few stray bytes', [...utf8(FORM), 0xff, 0xbc, ...utf8(FORM)], 'utf-8'],
    ['GB 18030', GB, 'gb18030'],
    ['GB 18030, long', Array.from({ length: 200 }, () => GB).flat(), 'gb18030'],
    ['UTF-16 LE with a mark', [0xff, 0xfe, ...utf16('甲')], 'utf-16le'],
    ['UTF-16 BE with a mark', [0xfe, 0xff, ...swapped(utf16('甲'))], 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(FORM), 'utf-16le'],
    ['UTF-16 BE without a mark', swapped(utf16(FORM)), 'utf-16be'],
    ['white space', utf8(' \r\n\t'), 'blank'],
    ['a mark alone', [0xef, 0xbb, 0xbf], 'blank'],
    ['a mark and wide white space', [0xff, 0xfe, ...utf16(' \n')], 'blank'],
    ['nothing', [], 'blank'],
    ['zeros', Array<number>(100).fill(0), 'binary'],
    ['all bytes', Array.from({ length: 1024 }, (_, at) => (at * 7) & 255), 'binary'],
  ])('%s', (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
  });
});
