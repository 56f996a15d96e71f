import { describe, expect, it } from 'vitest';
import { hasUnreadPrint } from '../../../../src/extract/scan/recognise/unread-text.js';
import { STRIP_HEIGHT } from '../../../../src/extract/scan/line-images/line-image.js';
import { DrawnPage } from '../../../made/drawn-page.js';

/** Pixels of a character that is set as wide as a Han one. */
const WIDE = 38;
const MARGIN = 10;

/** A strip on which a text is set in full-width characters: a comma is a small mark, everything else a block. */
function setting(text: string): DrawnPage {
  const page = new DrawnPage(2 * MARGIN + text.length * WIDE, STRIP_HEIGHT);
  Array.from(text).forEach((character, at) => {
    const left = MARGIN + at * WIDE;
    if (character === '，') page.fill(left + 3, 32, left + 10, 42);
    else if (character !== '　') page.fill(left + 2, 6, left + WIDE - 2, 42);
  });
  return page;
}

/** A reading of some of the characters of a text, where they stand on its strip. */
function readingOf(text: string, isRead: (character: string, at: number) => boolean) {
  const { width } = setting(text);
  const read = Array.from(text).flatMap((character, at) =>
    isRead(character, at) ? [{ character, place: (MARGIN + (at + 0.5) * WIDE) / width }] : [],
  );
  return {
    text: read.map(({ character }) => character).join(''),
    confidence: 1,
    places: read.map(({ place }) => place),
  };
}

const isUnread = (text: string, isRead: (character: string, at: number) => boolean) =>
  hasUnreadPrint(readingOf(text, isRead), setting(text));

describe('print without a reading', () => {
  it('is none where every character is read', () => {
    expect(isUnread('质量监督检查，诚信计量', () => true)).toBe(false);
  });

  it('is a comma that a reader left out, within a line or at one of its ends', () => {
    for (const text of ['质量监督检查，诚信计量', '，质量监督检查', '质量监督检查，'])
      expect(isUnread(text, (character) => character !== '，')).toBe(true);
  });

  it('is a character at the end of a line of two', () => {
    expect(isUnread('健全', (_, at) => at === 0)).toBe(true);
  });

  it('is a character within a line whose places the reader tells to a third of a character', () => {
    const strip = new DrawnPage(163, STRIP_HEIGHT);
    for (let at = 0; at < 5; at += 1) strip.fill(10 + at * 29, 6, 34 + at * 29, 42);
    const places = [20, 53, 110, 143].map((place) => place / 163);
    expect(hasUnreadPrint({ text: '全年行数', confidence: 1, places }, strip)).toBe(true);
  });

  it('is not a blank, however wide', () => {
    expect(isUnread('质量监督　检查', (character) => character !== '　')).toBe(false);
  });

  it('is a comma for which a reader sees a blank', () => {
    const { text, places } = readingOf('质量，监督检查', () => true);
    expect(hasUnreadPrint({ text: text.replace('，', ' '), confidence: 1, places }, setting('质量，监督检查'))).toBe(
      true,
    );
  });

  it('is not told where the reader does not tell its characters’ places', () => {
    const { text, confidence } = readingOf('质量，监督', (character) => character !== '，');
    expect(hasUnreadPrint({ text, confidence }, setting('质量，监督'))).toBe(false);
  });
});
