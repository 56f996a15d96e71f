import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/extract/scan/picture/picture.js';
import { type PictureFrame, PicturePageReader } from '../../../src/extract/scan/picture-page.js';
import type { Readers } from '../../../src/extract/scan/readers/readers.js';
import { type OcrEngine, ReaderFailed } from '../../../src/extract/scan/readers/ocr-engine.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import { DEFAULT_READING, type OcrMode } from '../../../src/schema/reading-options.js';
import { DrawnPage } from '../../made/drawn-page.js';
import { sayingEngine } from '../../made/said-lines.js';

/** A page of two lines at 150 dpi. */
const page = new DrawnPage(1240, 1754).print(200, 300, 20).print(200, 360, 12);
const PICTURE: Picture = { width: page.width, height: page.height, channels: 1, data: page.data, dpi: 150 };

const failing = (name: string) =>
  sayingEngine(name, () => {
    throw new ReaderFailed(`${name} died`);
  });
const WORKING: Readers = { first: sayingEngine('a', () => '95x'), text: sayingEngine('b', () => '95x'), numbers: null };

const readerWith = (readers: Readers | null, ocr: OcrMode = 'best') =>
  new PicturePageReader(DEFAULT_LIMITS, { ...DEFAULT_READING, ocr }, readers);

const codes = ({ findings }: { readonly findings: readonly { readonly code: string; readonly message: string }[] }) =>
  findings.map(({ code, message }) => `${code}: ${message}`);

async function read(readers: Readers | null, result: Partial<Parameters<PicturePageReader['read']>[1]> = {}) {
  const whole = { picture: PICTURE, trouble: null, ...result };
  const reading = await readerWith(readers).read(7, whole, null);
  return { kind: reading.kind, lines: reading.items.length, findings: codes(reading) };
}

describe('a page that is a picture', () => {
  it('is read by its readers', async () => {
    expect(await read(WORKING)).toEqual({ kind: 'scan', lines: 2, findings: [] });
  });

  it('is read by one where the other fails, and says so', async () => {
    for (const [readers, name] of [
      [{ ...WORKING, text: failing('b') }, 'b'],
      [{ ...WORKING, first: failing('a') }, 'a'],
    ] as const)
      expect(await read(readers)).toEqual({
        kind: 'scan',
        lines: 2,
        findings: [expect.stringMatching(`^reader-failed: Page 7 was read by one .*\\(${name} died\\)`)],
      });
  });

  it('has no line where readers believe in none of the one or two characters that they read', async () => {
    const lines = async (...said: { text: string; confidence: number }[]) => {
      const [first, text] = said.map((reading) => sayingEngine(reading.text, () => reading));
      return (await read({ first: first as OcrEngine, text: text ?? null, numbers: null })).lines;
    };
    expect(await lines({ text: '糖', confidence: 0.15 }, { text: '四', confidence: 0.2 })).toBe(0);
    expect(await lines({ text: '糖', confidence: 0.15 }, { text: '四', confidence: 0.6 })).toBe(2);
    expect(await lines({ text: '糖果业', confidence: 0.15 }, { text: '四', confidence: 0.2 })).toBe(2);
  });

  it('says that readers could hardly read it', async () => {
    const guessing = sayingEngine('a', () => ({ text: 'x', confidence: 0.3 }));
    const findings = [expect.stringMatching(/^page-illegible: Page 7 could hardly be read/)];
    const reading = await read({ first: guessing, text: null, numbers: null });
    expect(reading).toEqual({ kind: 'scan', lines: 2, findings });
  });

  it('is a picture still where both fail, and says so', async () => {
    const readers = { first: failing('a'), text: failing('b'), numbers: failing('c') };
    const findings = [expect.stringMatching(/^reader-failed: Page 7 could not be read, as no reader works \(b died\)/)];
    expect(await read(readers)).toEqual({ kind: 'picture', lines: 0, findings });
  });

  it('is not read where nothing is to be read', async () => {
    expect(readerWith(null).reads).toBe(false);
    expect(await read(null)).toEqual({ kind: 'picture', lines: 0, findings: [] });
  });

  it('says that it is damaged, read or not', async () => {
    const findings = [expect.stringMatching(/^picture-damaged: Page 7: /)];
    expect(await read(WORKING, { trouble: 'damaged' })).toEqual({ kind: 'scan', lines: 2, findings });
    expect(await read(WORKING, { trouble: 'damaged', picture: null })).toEqual({ kind: 'damaged', lines: 0, findings });
  });

  it('says that it is too large, and is not read', async () => {
    const findings = [expect.stringMatching(/^picture-too-large: Page 7: .* 100000000 pixels \(pixelsPerPicture\)/)];
    expect(await read(WORKING, { trouble: 'too-large', picture: null })).toEqual({
      kind: 'picture',
      lines: 0,
      findings,
    });
  });

  it('says that what lies above it was not drawn', async () => {
    const findings = [expect.stringMatching(/^picture-not-drawn: Page 7 /)];
    expect(await read(WORKING, { trouble: 'not-drawn' })).toEqual({ kind: 'scan', lines: 2, findings });
  });

  it('has nothing to read where it is blank', async () => {
    const blank = { ...PICTURE, data: new Uint8Array(PICTURE.data.length).fill(250) };
    expect(await read(WORKING, { picture: blank })).toEqual({ kind: 'picture', lines: 0, findings: [] });
  });

  it('lacks a reader only where two were to read', () => {
    expect(readerWith(WORKING, 'fast').lacksReader).toBe(false);
  });

  it('stands where its picture stands on the page', async () => {
    const boxesIn = async (frame: PictureFrame | null) => {
      const { items } = await readerWith(WORKING).read(1, { picture: PICTURE, trouble: null }, frame);
      return items.map((item) => ('line' in item ? item.line.box : item.table.box));
    };
    const [first] = await boxesIn(null);
    const [moved] = await boxesIn({ box: [50, 80, 645, 922], width: 700, height: 1000 });
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = first ?? [];
    // 150 dpi: the print begins 200 pixels from the left and 300 from the top.
    expect([x0, y0].map(Math.round)).toEqual([96, 144]);
    expect(moved).toEqual([x0 + 50, y0 + 80, x1 + 50, y1 + 80]);
  });
});
