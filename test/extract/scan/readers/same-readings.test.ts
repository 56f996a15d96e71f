import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Grey } from '../../../../src/extract/scan/raster/raster.js';
import { pictureAt } from '../../../../src/extract/scan/picture/pictures-of-file.js';
import { PicturePageReader } from '../../../../src/extract/scan/picture-page.js';
import type { Readers } from '../../../../src/extract/scan/readers/readers.js';
import type { LineReading, OcrEngine } from '../../../../src/extract/scan/readers/ocr-engine.js';
import { ReaderProcess } from '../../../../src/extract/scan/readers/reader-process.js';
import type { EngineName } from '../../../../src/extract/scan/readers/reader-messages.js';
import { DEFAULT_LIMITS } from '../../../../src/schema/limits.js';
import { DEFAULT_READING } from '../../../../src/schema/reading-options.js';
import { fixturePath } from '../../../made/expected-forms.js';

const ENGINES = ['ppocr', 'tesseract-text', 'tesseract-numbers'] as const satisfies readonly EngineName[];

interface Read {
  readonly line: Grey;
  readonly reading: LineReading | undefined;
}
/** What each engine read of a scanned page, in the order in which it was asked. */
const read = new Map<EngineName, Read[]>(ENGINES.map((name) => [name, []]));
const first = new ReaderProcess();
const fresh = new ReaderProcess();

function recorded(name: EngineName): OcrEngine {
  const engine = first.engine(name, name);
  return {
    ...engine,
    async read(lines) {
      const readings = await engine.read(lines);
      read.get(name)?.push(...lines.map((line, index) => ({ line, reading: readings[index] })));
      return readings;
    },
  };
}

beforeAll(async () => {
  const readers: Readers = {
    first: recorded('ppocr'),
    text: recorded('tesseract-text'),
    numbers: recorded('tesseract-numbers'),
  };
  const picture = await pictureAt(readFileSync(fixturePath('scan/09-yuan.300-tiff.tif')), 1, DEFAULT_LIMITS);
  await new PicturePageReader(DEFAULT_LIMITS, DEFAULT_READING, readers).read(1, picture, null);
}, 60_000);
afterAll(() => {
  first.close();
  fresh.close();
});

it.each([
  ['a process that has read them before', first],
  ['a fresh process', fresh],
] as const)(
  'lines are read the same by %s, in another order, all engines at once',
  { timeout: 60_000 },
  async (_, by) => {
    await Promise.all(
      ENGINES.map(async (name) => {
        const backwards = (read.get(name) ?? []).toReversed();
        expect(backwards.length, name).toBeGreaterThan(0);
        const readings = await by.engine(name, name).read(backwards.map(({ line }) => line));
        expect(readings).toEqual(backwards.map(({ reading }) => reading));
      }),
    );
  },
);
