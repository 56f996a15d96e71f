import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import sharp from 'sharp';
import { openDocument } from '../../../../src/extract/open.js';
import { hasSecondReader } from '../../../../src/extract/scan/readers/installed-readers.js';
import { openReaders } from '../../../../src/extract/scan/readers/open-readers.js';
import { ReaderProcess } from '../../../../src/extract/scan/readers/reader-process.js';
import { DEFAULT_LIMITS } from '../../../../src/schema/limits.js';
import { OcrMode, ReadingOptions } from '../../../../src/schema/reading-options.js';
import { DrawnPage } from '../../../made/drawn-page.js';

vi.mock('../../../../src/extract/scan/readers/installed-readers.js', { spy: true });

afterEach(() => vi.restoreAllMocks());

const namesFor = (mode: OcrMode) => {
  const readers = openReaders(mode, new ReaderProcess());
  return readers && [readers.first.name, readers.text?.name ?? null, readers.numbers?.name ?? null];
};

describe('the readers', () => {
  it('are two, one or none, as is asked', () => {
    vi.mocked(hasSecondReader).mockReturnValue(true);
    expect(OcrMode.options.map(namesFor)).toEqual([['ppocr', 'tesseract', 'tesseract'], ['ppocr', null, null], null]);
  });

  describe('of which one is not installed', () => {
    beforeEach(() => {
      vi.mocked(hasSecondReader).mockReturnValue(false);
    });

    it('are one, which still looks at numbers twice', () => {
      expect(OcrMode.options.map(namesFor)).toEqual([
        ['tesseract', null, 'tesseract'],
        ['tesseract', null, null],
        null,
      ]);
    });

    it.each([
      ['best', ['reader-missing']],
      ['none', []],
    ] as const)('are said to be so with --ocr %s: %j', async (ocr, codes) => {
      const page = new DrawnPage(620, 877).fill(100, 100, 500, 102).fill(100, 140, 500, 142);
      page.fill(100, 100, 102, 142).fill(498, 100, 500, 142).print(130, 112, 5, 14);
      const { width, height } = page;
      const bytes = await sharp(page.data, { raw: { width, height, channels: 1 } })
        .png()
        .toBuffer();
      const document = await openDocument({ name: 'a.png', bytes }, DEFAULT_LIMITS, ReadingOptions.parse({ ocr }));
      const read = async () => {
        for await (const sheet of document.sheets()) expect(sheet).toBeDefined();
      };
      await read().catch(() => undefined); // of what is not read there is no document
      expect(document.findings.map(({ code }) => code).filter((code) => code === 'reader-missing')).toEqual(codes);
    });
  });
});
