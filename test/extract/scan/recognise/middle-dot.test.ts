import { describe, expect, it } from 'vitest';
import { areMiddleDotsSeen, withMiddleDots } from '../../../../src/extract/scan/recognise/middle-dot.js';
import type { DrawnPage } from '../../../made/drawn-page.js';
import { MIDDLE, setLine } from '../../../made/set-line.js';

/** What is made of a printed text, for which a reader reads another of the same length. */
function madeOf(printed: string, read: string, spoil: (picture: DrawnPage, middles: number[]) => unknown = () => 0) {
  const { picture, places, middles } = setLine(printed);
  spoil(picture, middles);
  return withMiddleDots({ text: read, confidence: 1, places }, picture).text;
}

describe('middle dots', () => {
  it('are told from points by the height at which they stand', () => {
    for (const text of ['受7·18洪涝影响', '受7.18洪涝影响', '投资12.5万元，9·18'])
      expect(madeOf(text, text.replaceAll('·', '.'))).toBe(text);
  });

  it('are looked for between digits, in lines with Chinese characters', () => {
    expect(madeOf('7·18', '7.18')).toBe('7.18');
    expect(madeOf('项目·名称', '项目.名称')).toBe('项目.名称');
    expect(madeOf('道路···', '道路...')).toBe('道路...');
  });

  it('are not told where the reader does not tell its characters’ places', () => {
    const { picture } = setLine('受7·18洪涝');
    expect(withMiddleDots({ text: '受7.18洪涝', confidence: 1 }, picture).text).toBe('受7.18洪涝');
  });

  it('are points where tips of the next line stand at the edge of the strip', () => {
    const tips = (picture: DrawnPage) => {
      for (let x = 6; x < picture.width; x += 40) picture.fill(x, 44, x + 4, 48);
    };
    expect(madeOf('投资1234.5678万元', '投资1234.5678万元', tips)).toBe('投资1234.5678万元');
  });

  it('are points where specks stand beside them', () => {
    const text = '投资12.5万元';
    for (const size of [1, 2, 4])
      expect(
        madeOf(text, text, (picture, middles) => {
          const left = (middles[4] as number) + 3;
          picture.fill(left, MIDDLE, left + size, MIDDLE + size);
        }),
      ).toBe(text);
  });

  it('are not hyphens', () => {
    expect(madeOf('受7-18洪涝', '受7.18洪涝')).toBe('受7.18洪涝');
  });

  it('are seen where the strip has one for each that a text has', () => {
    const isSeen = (text: string, printed: string) => areMiddleDotsSeen(text, setLine(printed).picture);
    expect(isSeen('受7·18洪涝', '受7·18洪涝')).toBe(true);
    expect(isSeen('受7·18洪涝', '受7.18洪涝')).toBe(false);
    expect(isSeen('受7·18洪涝', '受7-18洪涝')).toBe(false);
    expect(isSeen('受7·18洪涝', '受7·18洪涝···')).toBe(false);
    expect(isSeen('受7.18洪涝', '受7·18洪涝')).toBe(false);
  });
});
