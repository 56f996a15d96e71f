import { expect, test } from 'vitest';
import { openDocument } from '../../../src/extract/open.js';
import { PageReading } from '../../../src/extract/pages/page-reading.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import type { Sheet } from '../../../src/schema/sheet.js';

const PATH = 'fixtures/pdf/02-central-costs.chromium-microhei-portrait-cut.pdf';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The document's pages read in two processes' stead, sent as JSON, and put together by a third. */
async function readInPieces(path: string): Promise<Sheet[]> {
  const pages = (await openDocument({ path }, DEFAULT_LIMITS)).pages ?? 0;
  const pieces: string[] = [];
  for (let page = pages; page >= 1; page -= 1) {
    const { paged } = await openDocument({ path }, DEFAULT_LIMITS);
    pieces.unshift(...(await all(paged?.read(page, page) ?? none())).map((reading) => JSON.stringify(reading)));
  }
  const { paged } = await openDocument({ path }, DEFAULT_LIMITS);
  return all(paged?.assemble(parsed(pieces)) ?? none());
}

async function* none(): AsyncGenerator<never> {}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of what is there
async function* parsed(pieces: readonly string[]): AsyncGenerator<PageReading> {
  for (const piece of pieces) yield PageReading.parse(JSON.parse(piece));
}

test('a document read page by page, in any order and elsewhere, gives the sheets of one read whole', async () => {
  const whole = await openDocument({ path: PATH }, DEFAULT_LIMITS);
  expect(whole.pages).toBeGreaterThan(1);
  expect(await readInPieces(PATH)).toEqual(await all(whole.sheets()));
});
